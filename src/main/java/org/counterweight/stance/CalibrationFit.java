package org.counterweight.stance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits a calibration to out-of-fold scores of random draws: a slope (as its logarithm, so that it stays
 * positive) and a bias per class, by likelihood, with a slight pull to slope one and no bias.
 */
final class CalibrationFit {

  private static final int K = StanceClass.COUNT;
  private static final double PULL = 1e-4;

  private CalibrationFit() {}

  /**
   * The calibration under which the true classes are likeliest.
   *
   * @param scores raw scores of each passage
   * @param passages the passages, in the same order, all drawn at random
   */
  static Calibration fit(List<double[]> scores, List<LabelledPassage> passages) {
    double[] best = Lbfgs.minimise((x, gradient) -> loss(x, gradient, scores, passages), new double[2 * K], 500);
    return Calibration.of(slopes(best), Arrays.copyOf(best, K), mixedShare(passages));
  }

  /** The calibration of the random draws among examples. */
  static Calibration ofRandom(List<double[]> scores, List<Example> examples) {
    var random = new ArrayList<LabelledPassage>();
    var randomScores = new ArrayList<double[]>();
    for (int i = 0; i < examples.size(); i++) {
      if (examples.get(i).passage().random()) {
        random.add(examples.get(i).passage());
        randomScores.add(scores.get(i));
      }
    }
    return fit(randomScores, random);
  }

  private static double[] slopes(double[] x) {
    double[] slopes = new double[K];
    Arrays.setAll(slopes, k -> StrictMath.exp(x[K + k]));
    return slopes;
  }

  private static double loss(
      double[] x, double[] gradient, List<double[]> scores, List<LabelledPassage> passages) {
    Arrays.fill(gradient, 0);
    double[] slopes = slopes(x);
    double loss = 0;
    double[] z = new double[K];
    for (int i = 0; i < passages.size(); i++) {
      int truth = StanceClass.of(passages.get(i).label()).ordinal();
      double[] raw = scores.get(i);
      Arrays.setAll(z, k -> slopes[k] * raw[k] + x[k]);
      double score = z[truth];
      loss += (Softmax.inPlace(z) - score) / passages.size();
      for (int k = 0; k < z.length; k++) {
        double error = (z[k] - (k == truth ? 1 : 0)) / passages.size();
        gradient[k] += error;
        gradient[K + k] += error * slopes[k] * raw[k];
      }
    }
    for (int i = 0; i < x.length; i++) {
      loss += PULL * x[i] * x[i] / 2;
      gradient[i] += PULL * x[i];
    }
    return loss;
  }

  /** How much of neutral and mixed is mixed, in millionths; a half-passage is added to each side. */
  private static int mixedShare(List<LabelledPassage> passages) {
    double mixed = passages.stream().filter(passage -> passage.label() == Stance.MIXED).count() + 0.5;
    double neutral = passages.stream().filter(passage -> passage.label() == Stance.NEUTRAL).count() + 0.5;
    return (int) Math.rint(Probabilities.ONE * mixed / (mixed + neutral));
  }
}
