package org.counterweight.stance;

/** Scores to shares of one, the same to the last bit on any machine. */
final class Softmax {

  private Softmax() {}

  /** Replaces scores by their softmax; returns the log of the normaliser, for the loss. */
  static double inPlace(double[] z) {
    double largest = z[0];
    for (double score : z) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    for (int k = 0; k < z.length; k++) {
      z[k] = StrictMath.exp(z[k] - largest);
      sum += z[k];
    }
    for (int k = 0; k < z.length; k++) {
      z[k] /= sum;
    }
    return largest + StrictMath.log(sum);
  }
}
