package org.counterweight.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What cross-validation of the linear model leaves to go by.
 *
 * @param examples the drawn passages
 * @param folds the folds of their families
 * @param scores raw scores of each example by a model that saw nothing of its fold
 * @param calibration of these scores
 */
record Evidence(List<Example> examples, Folds folds, List<double[]> scores, Calibration calibration) {

  /** The calibrated judgements, unweighted. */
  List<Judged> judged() {
    return judgedBy(i -> calibration.judge(scores.get(i)));
  }

  /** The examples with other judgements of them, by number. */
  List<Judged> judgedBy(IntFunction<Probabilities> judge) {
    var judged = new ArrayList<Judged>();
    for (int i = 0; i < examples.size(); i++) {
      judged.add(new Judged(examples.get(i).passage(), judge.apply(i), 1, examples.get(i).words()));
    }
    return judged;
  }
}
