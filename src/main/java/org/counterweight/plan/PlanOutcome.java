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
