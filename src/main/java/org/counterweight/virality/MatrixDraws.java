package org.counterweight.virality;

import java.io.Serializable;

/**
 * What is known of a classifier's errors: the matrix A of the package's description, its uncertainty, and what it rests
 * on. Element [j][k] is the mean p_j of passages of true class k; columns add up to one.
 */
public interface MatrixDraws extends Serializable {

  /** The estimate of A. */
  double[][] point();

  /**
   * A from the validation passages drawn anew, a pure function of the replicate's number (1 and up). Elements are NaN
   * where the draw holds no passage of a class.
   */
  double[][] draw(int replicate);

  /** Validation passages of each true class. */
  int[] counts();

  /**
   * The shares of the classes for which the probabilities are calibrated, adding up to one. Unless overridden, those of
   * the validation passages: right where the calibration was fitted on passages drawn as these were.
   */
  default double[] shares() {
    int[] counts = counts();
    double sum = 0;
    for (int count : counts) {
      sum += count;
    }
    var shares = new double[counts.length];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = sum > 0 ? counts[k] / sum : 0;
    }
    return shares;
  }
}
