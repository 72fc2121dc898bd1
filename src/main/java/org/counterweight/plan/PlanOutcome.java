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
 * @param kl Kullback-Leibler divergence of the planned from the base mixture over words, in nats
 * @param wordsBefore words met in the stage at base weights, rounded
 * @param wordsAfter words met in the stage as planned (whole repeats), rounded
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
    double kl,
    long wordsBefore,
    long wordsAfter) {

  public PlanOutcome {
    Objects.requireNonNull(target);
    Objects.requireNonNull(achievedTrue);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(arm);
    binding = List.copyOf(binding);
  }

  PlanOutcome with(Figure achieved) {
    return with(achieved, reason);
  }

  PlanOutcome with(String why) {
    return with(achievedTrue, why);
  }

  private PlanOutcome with(Figure achieved, String why) {
    return new PlanOutcome(
        target,
        requested,
        achievedExpected,
        achievedRounded,
        achieved,
        feasible,
        why,
        binding,
        arm,
        dose,
        kl,
        wordsBefore,
        wordsAfter);
  }
}
