package org.counterweight.stance;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Joins the raw scores of the linear model and of the encoder: {@code z_k = b_k + sum_f W_kf x_f}, x the four scores of
 * the encoder and the four of the linear model.
 *
 * @param weights W and b in 1e-9, class by class: eight weights and the intercept
 */
record StackedHead(List<Long> weights) implements Serializable {

  /** The scores that it joins. */
  static final int SCORES = 2 * StanceClass.COUNT;

  /** Numbers a class. */
  static final int ROW = SCORES + 1;

  private static final double NANO = 1e-9;

  StackedHead {
    weights = List.copyOf(weights);
    if (weights.size() != StanceClass.COUNT * ROW) {
      throw new IllegalArgumentException("Cannot hold a head of " + weights.size() + " weights: not four times nine");
    }
  }

  static StackedHead of(double[] weights) {
    long[] nano = new long[weights.length];
    for (int i = 0; i < nano.length; i++) {
      nano[i] = (long) Math.rint(weights[i] * 1e9);
    }
    return new StackedHead(SoftMatrix.boxed(nano));
  }

  /** The joined raw scores. */
  double[] score(double[] encoder, double[] linear) {
    return score(join(encoder, linear));
  }

  /** Scores side by side, the encoder's first. */
  static double[] join(double[] encoder, double[] linear) {
    double[] both = Arrays.copyOf(encoder, SCORES);
    System.arraycopy(linear, 0, both, StanceClass.COUNT, StanceClass.COUNT);
    return both;
  }

  /** The joined raw scores of the encoder's four and the linear model's four, side by side. */
  double[] score(double[] both) {
    double[] z = new double[StanceClass.COUNT];
    for (int k = 0; k < z.length; k++) {
      int row = ROW * k;
      z[k] = weights.get(row + SCORES) * NANO;
      for (int f = 0; f < SCORES; f++) {
        z[k] += weights.get(row + f) * NANO * both[f];
      }
    }
    return z;
  }
}
