package org.counterweight.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What out-of-fold judgements say of a classifier.
 *
 * @param judged all drawn passages, with inclusion weights
 * @param natural the evaluation over the random draws, each named by a decision found without its family
 * @param quality what it comes to
 */
record Findings(List<Judged> judged, Evaluation natural, Quality quality) {

  static Findings of(List<Judged> unweighted, TrainingSettings settings) {
    var judged = InclusionWeights.weigh(unweighted);
    var elsewhere =
        judged.stream()
            .map(Findings::family)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), family -> without(judged, family)));
    var random =
        judged.stream()
            .filter(one -> one.passage().random())
            .map(one -> one.withWeight(1).named(elsewhere.get(family(one))))
            .toList();
    var natural = Evaluation.ofJudged(random, settings.seed());
    var point = OperatingSearch.find(judged, settings);
    var quality = new Quality(point, DecisionSearch.find(judged), MatrixSums.of(judged), natural.measured());
    return new Findings(judged, natural, quality);
  }

  /** The same with one more figure. */
  Quality with(Measured figure) {
    var figures = new ArrayList<>(quality.figures());
    figures.add(figure);
    return new Quality(quality.operatingPoint(), quality.decision(), quality.softMatrix(), figures);
  }

  /** The same where the passages do not show natural rates, so that no threshold is known to be precise enough. */
  Findings withoutThreshold() {
    var none = quality.operatingPoint().unreached();
    return new Findings(
        judged, natural, new Quality(none, quality.decision(), quality.softMatrix(), quality.figures()));
  }

  private static Decision without(List<Judged> judged, String family) {
    return DecisionSearch.find(judged.stream().filter(one -> !family(one).equals(family)).toList());
  }

  private static String family(Judged one) {
    return one.passage().source();
  }
}
