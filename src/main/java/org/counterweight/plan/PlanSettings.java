package org.counterweight.plan;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How to plan; the {@code plan.*} keys of the configuration.
 *
 * @param target what to reach
 * @param maxEpochs most epochs of one work, or its copies present where these are more; 1 to 1000
 * @param floor least weight of a document as a share of its base epochs; 0 to 1
 * @param base epochs already planned for each source, 0 to 1000; 1 for sources that are not named
 * @param maxGainSource largest share of the extra words that one source may carry, above 0 and up to 1; empty for none
 * @param maxGainHost the same for one host
 * @param budget what pays for the extra words
 * @param debiasBothWays whether {@code debias} may also add doom words where virality favoured the tractable ones
 * @param debiasElasticity how presence in the corpus grows with engagement (d ln presence / d ln engagement), above 0;
 *     needed by {@code debias: engagement} only
 * @param guards which documents may not gain, and what is warned of
 * @param seed of the draws that turn weights into whole repeats
 */
public record PlanSettings(
    Target target,
    double maxEpochs,
    double floor,
    Map<String, Double> base,
    OptionalDouble maxGainSource,
    OptionalDouble maxGainHost,
    Budget budget,
    boolean debiasBothWays,
    OptionalDouble debiasElasticity,
    Guards guards,
    long seed) {

  /** Most epochs that may be asked for, so that weights in millionths fit an int. */
  static final double MOST_EPOCHS = 1000;

  public PlanSettings {
    Objects.requireNonNull(target);
    Objects.requireNonNull(budget);
    Objects.requireNonNull(guards);
    within("plan.max-epochs", maxEpochs, 1, MOST_EPOCHS);
    within("plan.floor", floor, 0, 1);
    base.forEach((source, epochs) -> within("plan.base." + source, epochs, 0, MOST_EPOCHS));
    base = Collections.unmodifiableMap(new TreeMap<>(base));
    maxGainSource.ifPresent(share -> gain("plan.max-gain.source", share));
    maxGainHost.ifPresent(share -> gain("plan.max-gain.host", share));
    if (target instanceof Target.Debias debias && debias.by() == Target.By.ENGAGEMENT && debiasElasticity.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot plan debias: engagement without plan.debias.elasticity: reactions say how often a text was liked, not"
              + " how often it was copied; set the elasticity of presence on engagement that you believe");
    }
    debiasElasticity.ifPresent(
        elasticity -> {
          if (!(elasticity > 0) || Double.isInfinite(elasticity)) {
            throw new IllegalArgumentException(
                "Cannot plan with plan.debias.elasticity " + elasticity + ": it must be a number above 0");
          }
        });
  }

  /** Odds 1, at most four epochs, nothing below its base, the stage grows. */
  public static PlanSettings defaults() {
    return new PlanSettings(
        new Target.Odds(1),
        4,
        1,
        Map.of(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Budget.ADDITIVE,
        false,
        OptionalDouble.empty(),
        Guards.defaults(),
        0);
  }

  /** The same with another target. */
  PlanSettings with(Target other) {
    return new PlanSettings(
        other, maxEpochs, floor, base, maxGainSource, maxGainHost, budget, debiasBothWays, debiasElasticity, guards,
        seed);
  }

  /** The same with another cap on epochs. */
  PlanSettings withMaxEpochs(double epochs) {
    return new PlanSettings(
        target, epochs, floor, base, maxGainSource, maxGainHost, budget, debiasBothWays, debiasElasticity, guards,
        seed);
  }

  /** The same with another floor. */
  PlanSettings withFloor(double least) {
    return new PlanSettings(
        target, maxEpochs, least, base, maxGainSource, maxGainHost, budget, debiasBothWays, debiasElasticity, guards,
        seed);
  }

  /** The same with other guards. */
  public PlanSettings withGuards(Guards other) {
    return new PlanSettings(
        target, maxEpochs, floor, base, maxGainSource, maxGainHost, budget, debiasBothWays, debiasElasticity, other,
        seed);
  }

  /** Base epochs of a source in millionths. */
  int baseMicro(String source) {
    return (int) Math.rint(base.getOrDefault(source, 1.0) * 1e6);
  }

  boolean capsGains() {
    return maxGainSource.isPresent() || maxGainHost.isPresent() || guards.capsSynthetic();
  }

  private static void within(String key, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "Cannot plan with " + key + " " + value + ": it must lie between " + (long) least + " and " + (long) most);
    }
  }

  private static void gain(String key, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "Cannot plan with " + key + " " + share + ": it must be above 0 and at most 1");
    }
  }
}
