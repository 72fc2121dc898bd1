package org.counterweight.stance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Weights under which all labelled passages, enriched ones too, stand for the random draws.
 *
 * <p>Enriched passages were picked by the scores of a rough model, so given the scores their true classes are as at
 * random. P(random | log odds of doom, of tractable, of not_ai, their squares, family) is fitted by logistic
 * regression over all passages; it is the density ratio of random draws to all, up to a factor. As our scores only
 * stand for the ones that picked, the weights are then raked: those of each class add up to its random draws.
 */
final class InclusionWeights {

  private static final double PENALTY = 1e-4;
  private static final int SCORES = 6;

  private final List<Judged> judged;
  private final TreeMap<String, Integer> families = new TreeMap<>();

  private InclusionWeights(List<Judged> judged) {
    this.judged = judged;
    judged.forEach(one -> families.putIfAbsent(one.passage().source(), families.size()));
  }

  /** The same passages with their weights; a class without random draws weighs nothing. */
  static List<Judged> weigh(List<Judged> judged) {
    return new InclusionWeights(judged).weigh();
  }

  private List<Judged> weigh() {
    double[] x = Lbfgs.minimise(this::loss, new double[SCORES + families.size()], 300);
    double[] weights = new double[judged.size()];
    double[] sums = new double[StanceClass.COUNT];
    double[] random = new double[StanceClass.COUNT];
    for (int i = 0; i < weights.length; i++) {
      var one = judged.get(i);
      weights[i] = probability(one, x);
      sums[one.truth().ordinal()] += weights[i];
      random[one.truth().ordinal()] += one.passage().random() ? 1 : 0;
    }
    var weighted = new ArrayList<Judged>(judged.size());
    for (int i = 0; i < weights.length; i++) {
      int k = judged.get(i).truth().ordinal();
      weighted.add(judged.get(i).withWeight(weights[i] * random[k] / sums[k]));
    }
    return weighted;
  }

  private double loss(double[] x, double[] gradient) {
    Arrays.fill(gradient, 0);
    double loss = 0;
    for (var one : judged) {
      double p = probability(one, x);
      boolean random = one.passage().random();
      loss -= StrictMath.log(Math.max(1e-300, random ? p : 1 - p)) / judged.size();
      double error = (p - (random ? 1 : 0)) / judged.size();
      double[] features = features(one.p());
      for (int f = 0; f < SCORES; f++) {
        gradient[f] += error * features[f];
      }
      gradient[SCORES + families.get(one.passage().source())] += error;
    }
    for (int i = 0; i < x.length; i++) {
      loss += PENALTY * x[i] * x[i] / 2;
      gradient[i] += PENALTY * x[i];
    }
    return loss;
  }

  private double probability(Judged one, double[] x) {
    double z = x[SCORES + families.get(one.passage().source())];
    double[] features = features(one.p());
    for (int f = 0; f < SCORES; f++) {
      z += features[f] * x[f];
    }
    return 1 / (1 + StrictMath.exp(-z));
  }

  private static double[] features(Probabilities p) {
    double doom = logOdds(p.doom());
    double tractable = logOdds(p.tractable());
    double notAi = logOdds(p.notAi());
    return new double[] {doom, tractable, notAi, doom * doom / 4, tractable * tractable / 4, notAi * notAi / 4};
  }

  private static double logOdds(int millionths) {
    return StrictMath.log((millionths + 100.0) / (Probabilities.ONE - millionths + 100.0));
  }
}
