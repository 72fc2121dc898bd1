package org.counterweight.plan;

import java.util.List;
import java.util.Objects;
import org.counterweight.virality.Figure;

/**
 * What a plan asked for and what it reaches; the {@code plan} object of a manifest.
 *
 * @param target the target as configured, such as {@code odds: 1}
 * @param requested its value: odds of doom to tractable, or the tractable share of all words; NaN where none applies
 * @param achievedExpected the value that the weights reach in expectation; NaN where undefined
 * @param achievedRounded the value that the whole repeats reach; NaN where undefined
 * @param achievedTrue the value in corrected, true words with its interval
 * @param feasible whether the target is reached within the caps
 * @param reason why weights stayed at base, or why the target is out of reach; empty otherwise
 * @param binding the caps that bind, such as {@code max-epochs}, in order of name
 * @param arm {@code treatment} unless configured otherwise
 * @param dose extra words as a share of the stage; NaN where the target decides
 * @param stage name of the stage of training
 * @param kl Kullback-Leibler divergence of the planned from the base mixture over words, in nats
 * @param wordsBefore words met in the stage at base weights, rounded
 * @param wordsAfter words met in the stage as planned (whole repeats), rounded
 * @param extraWords words that whole repeats as planned have over whole repeats at base; arms are matched on it
 * @param costs what it costs
 * @param warnings what to know before using it, a sentence each without a full stop
 */
public record PlanOutcome(
    String target,
    double requested,
    double achievedExpected,
    double achievedRounded,
    Figure achievedTrue,
    boolean feasible,
    String reason,
    List<String> binding,
    String arm,
    double dose,
    String stage,
    double kl,
    long wordsBefore,
    long wordsAfter,
    long extraWords,
    PlanCosts costs,
    List<String> warnings) {

  /** Relative miss up to which a value counts as the one asked for. */
  private static final double MET = 0.01;

  public PlanOutcome {
    Objects.requireNonNull(target);
    Objects.requireNonNull(achievedTrue);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(arm);
    Objects.requireNonNull(stage);
    Objects.requireNonNull(costs);
    binding = List.copyOf(binding);
    warnings = List.copyOf(warnings);
  }

  /** What was asked for: the target, or a dose along the way to it. */
  public String headline() {
    return Double.isNaN(dose) ? target : "dose " + Variant.percent(dose) + "%, " + (arm.equals(Arm.TREATMENT.label())
        ? "towards " + target
        : target);
  }

  /**
   * How far a feasible plan reaches what was asked for. The multiplier is settled on whole repeats, to one document; on
   * a small corpus one document is much, and the weights may come to another value.
   */
  public String reached() {
    boolean byWeights = meets(achievedExpected);
    boolean byRepeats = meets(achievedRounded);
    if (byWeights && byRepeats) {
      return "reached";
    }
    String weights = "the weights come to " + Goal.plain(achievedExpected);
    String repeats = "whole repeats to " + Goal.plain(achievedRounded);
    if (byRepeats) {
      return "reached in whole repeats (" + Goal.plain(achievedRounded) + "), but " + weights;
    }
    return byWeights
        ? "reached by the weights (" + Goal.plain(achievedExpected) + "), but " + repeats.replace(" to", " come to")
        : "met as nearly as whole documents allow: " + weights + ", " + repeats;
  }

  private boolean meets(double value) {
    return Double.isNaN(requested) || Math.abs(value - requested) <= MET * requested;
  }

  PlanOutcome with(Figure achieved) {
    return with(achieved, feasible, reason);
  }

  PlanOutcome with(String why) {
    return with(achievedTrue, feasible, why);
  }

  PlanOutcome infeasible(String why) {
    return with(achievedTrue, false, why);
  }

  private PlanOutcome with(Figure achieved, boolean within, String why) {
    return new PlanOutcome(
        target,
        requested,
        achievedExpected,
        achievedRounded,
        achieved,
        within,
        why,
        binding,
        arm,
        dose,
        stage,
        kl,
        wordsBefore,
        wordsAfter,
        extraWords,
        costs,
        warnings);
  }
}
