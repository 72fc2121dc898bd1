package org.counterweight.stance;

import java.util.List;

/**
 * What out-of-fold judgements say of a classifier.
 *
 * @param judged all drawn passages, with inclusion weights
 * @param natural the evaluation over the random draws
 * @param operatingPoint from which probability documents may gain
 * @param softMatrix its errors
 */
record Findings(List<Judged> judged, Evaluation natural, OperatingPoint operatingPoint, SoftMatrix softMatrix) {

  static Findings of(List<Judged> unweighted, TrainingSettings settings) {
    var judged = InclusionWeights.weigh(unweighted);
    var random = judged.stream().filter(one -> one.passage().random()).map(one -> one.withWeight(1)).toList();
    var natural = Evaluation.ofJudged(random, settings.seed());
    return new Findings(judged, natural, OperatingSearch.find(judged, settings), MatrixSums.of(judged));
  }
}
