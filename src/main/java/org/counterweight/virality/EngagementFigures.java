package org.counterweight.virality;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What readers' reactions say of a part of a corpus: each stratum and their combination; defined in the package's
 * description.
 *
 * @param ratio V_engagement: expected reactions to doom : to tractable
 * @param ratioRaw the same as judged
 * @param geometricMeans ratio of the geometric means of one plus the reactions
 * @param geometricMeansRaw the same as judged
 * @param effectSize probability that a doom document has more reactions than a tractable one, ties one half
 * @param effectSizeRaw the same as judged
 * @param strata by source and field
 */
public record EngagementFigures(
    Combined ratio,
    Combined ratioRaw,
    Combined geometricMeans,
    Combined geometricMeansRaw,
    Combined effectSize,
    Combined effectSizeRaw,
    List<Stratum> strata)
    implements Serializable {

  /** What the corrected figures rest on, said wherever they stand. */
  static final String ASSUMPTION =
      "assumes that the classifier's errors do not depend on engagement given the true class";

  public EngagementFigures {
    Objects.requireNonNull(ratio);
    Objects.requireNonNull(ratioRaw);
    Objects.requireNonNull(geometricMeans);
    Objects.requireNonNull(geometricMeansRaw);
    Objects.requireNonNull(effectSize);
    Objects.requireNonNull(effectSizeRaw);
    strata = List.copyOf(strata);
  }

  /** Combines strata, in order of their sources and fields. */
  public static EngagementFigures of(List<Stratum> strata) {
    return new EngagementFigures(
        Combination.RATIO.of(strata, stratum -> stratum.corrected().ratio(), ASSUMPTION),
        Combination.RATIO.of(strata, stratum -> stratum.judged().ratio(), Basis.AS_JUDGED),
        Combination.RATIO.of(strata, stratum -> stratum.corrected().geometricMeans(), ASSUMPTION),
        Combination.RATIO.of(strata, stratum -> stratum.judged().geometricMeans(), Basis.AS_JUDGED),
        Combination.PROBABILITY.of(strata, stratum -> stratum.corrected().effectSize(), ASSUMPTION),
        Combination.PROBABILITY.of(strata, stratum -> stratum.judged().effectSize(), Basis.AS_JUDGED),
        strata);
  }

  /** The same with what a user assumes of V_engagement. */
  EngagementFigures under(Priors priors) {
    var assumed = new Combined(priors.engagement(ratio.figure()), ratio.tauSquared(), ratio.sources());
    return new EngagementFigures(
        assumed, ratioRaw, geometricMeans, geometricMeansRaw, effectSize, effectSizeRaw, strata);
  }

  /** Of a part without reactions. */
  public static EngagementFigures none() {
    return of(List.of());
  }
}
