package org.counterweight.stance;

import java.util.Arrays;
import java.util.List;

/**
 * Fits a head to the raw scores of encoder and linear model: multinomial logistic regression with L2 penalty, every
 * class counting the same in all.
 */
final class StackedFit implements Lbfgs.Objective {

  private static final int K = StanceClass.COUNT;

  private final List<double[]> scores;
  private final List<StanceClass> truth;
  private final StackedSettings settings;
  private final double[] classWeight = new double[K];

  private StackedFit(List<double[]> scores, List<StanceClass> truth, StackedSettings settings) {
    this.scores = scores;
    this.truth = truth;
    this.settings = settings;
    truth.forEach(k -> classWeight[k.ordinal()]++);
    for (int k = 0; k < K; k++) {
      classWeight[k] = classWeight[k] == 0 ? 0 : 1 / (K * classWeight[k]);
    }
  }

  /**
   * The head that fits best.
   *
   * @param scores the encoder's four and the linear model's four of each passage
   * @param truth its class
   */
  static StackedHead fit(List<double[]> scores, List<StanceClass> truth, StackedSettings settings) {
    var fit = new StackedFit(scores, truth, settings);
    return StackedHead.of(Lbfgs.minimise(fit, new double[K * StackedHead.ROW], settings.iterations()));
  }

  @Override
  public double at(double[] x, double[] gradient) {
    Arrays.fill(gradient, 0);
    double loss = 0;
    double[] z = new double[K];
    for (int i = 0; i < scores.size(); i++) {
      double[] row = scores.get(i);
      for (int k = 0; k < K; k++) {
        z[k] = x[StackedHead.ROW * k + StackedHead.SCORES];
        for (int f = 0; f < StackedHead.SCORES; f++) {
          z[k] += x[StackedHead.ROW * k + f] * row[f];
        }
      }
      int k = truth.get(i).ordinal();
      double score = z[k];
      loss += classWeight[k] * (Softmax.inPlace(z) - score);
      z[k] -= 1;
      spread(row, z, classWeight[k], gradient);
    }
    return loss + penalise(x, gradient);
  }

  private static void spread(double[] row, double[] error, double weight, double[] gradient) {
    for (int k = 0; k < K; k++) {
      double part = weight * error[k];
      for (int f = 0; f < StackedHead.SCORES; f++) {
        gradient[StackedHead.ROW * k + f] += part * row[f];
      }
      gradient[StackedHead.ROW * k + StackedHead.SCORES] += part;
    }
  }

  /** The intercepts are free. */
  private double penalise(double[] x, double[] gradient) {
    double loss = 0;
    for (int i = 0; i < x.length; i++) {
      if (i % StackedHead.ROW < StackedHead.SCORES) {
        loss += settings.penaltyValue() * x[i] * x[i] / 2;
        gradient[i] += settings.penaltyValue() * x[i];
      }
    }
    return loss;
  }
}
