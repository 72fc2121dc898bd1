package org.counterweight.virality;

import java.io.Serializable;

/** True masses from judged ones under one matrix A; defined in the package's description. */
final class Correction implements Serializable {

  private static final int CLASSES = 4;

  private final double[][] matrix;
  private final boolean usable;

  /** Takes A as [j][k]; columns are scaled to add up to one. Unusable unless all values are finite and >= 0. */
  Correction(double[][] matrix) {
    this.matrix = new double[CLASSES][CLASSES];
    boolean sound = true;
    for (int k = 0; k < CLASSES; k++) {
      double sum = 0;
      for (int j = 0; j < CLASSES; j++) {
        sum += matrix[j][k];
        sound &= matrix[j][k] >= 0;
      }
      sound &= sum > 0 && sum < Double.POSITIVE_INFINITY;
      for (int j = 0; j < CLASSES; j++) {
        this.matrix[j][k] = matrix[j][k] / sum;
      }
    }
    usable = sound;
  }

  /** The corrected masses, none negative, with the total of those given; NaN under an unusable matrix. */
  double[] of(double[] masses) {
    return of(masses, new NearestFit());
  }

  /** The same with working memory of the caller's, which calls one after another may share. */
  double[] of(double[] masses, NearestFit fit) {
    double total = masses[0] + masses[1] + masses[2] + masses[3];
    if (!usable || !(total > 0)) {
      double value = usable ? 0 : Double.NaN;
      return new double[] {value, value, value, value};
    }
    var shares = new double[CLASSES];
    for (int j = 0; j < CLASSES; j++) {
      shares[j] = masses[j] / total;
    }
    double[] corrected = exact(shares);
    corrected = corrected == null ? fit.nearest(matrix, shares) : corrected;
    return scaled(corrected, total);
  }

  /**
   * Factors c such that c m = doom + tractable of A^-1 m, whatever the signs; NaN under an unusable or singular matrix.
   */
  double[] sides() {
    var transposed = new double[CLASSES][CLASSES + 1];
    for (int k = 0; k < CLASSES; k++) {
      for (int j = 0; j < CLASSES; j++) {
        transposed[k][j] = matrix[j][k];
      }
      transposed[k][CLASSES] = k < 2 ? 1 : 0;
    }
    double[] factors = usable ? Linear.solve(transposed) : null;
    return factors != null ? factors : new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
  }

  /** A^-1, whose parts may be negative; null under an unusable or singular matrix. */
  double[][] inverse() {
    if (!usable) {
      return null;
    }
    var inverse = new double[CLASSES][CLASSES];
    for (int column = 0; column < CLASSES; column++) {
      var system = new double[CLASSES][CLASSES + 1];
      for (int j = 0; j < CLASSES; j++) {
        System.arraycopy(matrix[j], 0, system[j], 0, CLASSES);
      }
      system[column][CLASSES] = 1;
      double[] solution = Linear.solve(system);
      if (solution == null) {
        return null;
      }
      for (int row = 0; row < CLASSES; row++) {
        inverse[row][column] = solution[row];
      }
    }
    return inverse;
  }

  /** A^-1 m where nothing is negative, otherwise null. */
  private double[] exact(double[] shares) {
    var system = new double[CLASSES][CLASSES + 1];
    for (int j = 0; j < CLASSES; j++) {
      System.arraycopy(matrix[j], 0, system[j], 0, CLASSES);
      system[j][CLASSES] = shares[j];
    }
    double[] solution = Linear.solve(system);
    return solution != null && NearestFit.nonNegative(solution, CLASSES) ? solution : null;
  }

  private static double[] scaled(double[] shares, double total) {
    double sum = 0;
    for (int k = 0; k < CLASSES; k++) {
      shares[k] = Math.max(shares[k], 0);
      sum += shares[k];
    }
    for (int k = 0; k < CLASSES; k++) {
      shares[k] = shares[k] / sum * total;
    }
    return shares;
  }
}
