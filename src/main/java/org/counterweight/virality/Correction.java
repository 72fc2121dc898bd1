package org.counterweight.virality;

import java.io.Serializable;

/**
 * True masses from judged ones under one matrix A; defined in the package's description. The minimum is exact: every
 * set of classes that may be present is tried, at most fifteen.
 */
final class Correction implements Serializable {

  private static final int CLASSES = 4;

  /** Shares below this count as this much in the weights 1/m_j, so that an empty class has a finite weight. */
  private static final double LEAST_SHARE = 1e-3;

  /** Negative shares down to here are rounding errors of a class that is absent. */
  private static final double ROUNDING = 1e-12;

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
    corrected = corrected == null ? nearest(shares) : corrected;
    return scaled(corrected, total);
  }

  /** A^-1 m where nothing is negative, otherwise null. */
  private double[] exact(double[] shares) {
    var system = new double[CLASSES][CLASSES + 1];
    for (int j = 0; j < CLASSES; j++) {
      System.arraycopy(matrix[j], 0, system[j], 0, CLASSES);
      system[j][CLASSES] = shares[j];
    }
    double[] solution = Linear.solve(system);
    return solution != null && nonNegative(solution, CLASSES) ? solution : null;
  }

  /** The least weighted squares over all sets of present classes. */
  private double[] nearest(double[] shares) {
    double[] best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int set = 1; set < 1 << CLASSES; set++) {
      double[] candidate = within(set, shares);
      if (candidate != null) {
        double distance = distance(candidate, shares);
        if (distance < least) {
          least = distance;
          best = candidate;
        }
      }
    }
    return best;
  }

  /** The least squares with exactly these classes present and their sum kept (Lagrange); null if not a solution. */
  private double[] within(int set, double[] shares) {
    var present = new int[Integer.bitCount(set)];
    int n = 0;
    for (int k = 0; k < CLASSES; k++) {
      if ((set >> k & 1) == 1) {
        present[n++] = k;
      }
    }
    var system = new double[n + 1][n + 2];
    for (int a = 0; a < n; a++) {
      for (int j = 0; j < CLASSES; j++) {
        double weighted = matrix[j][present[a]] / Math.max(shares[j], LEAST_SHARE);
        for (int b = 0; b < n; b++) {
          system[a][b] += weighted * matrix[j][present[b]];
        }
        system[a][n + 1] += weighted * shares[j];
      }
      system[a][n] = 1;
      system[n][a] = 1;
    }
    system[n][n + 1] = 1;
    double[] solution = Linear.solve(system);
    if (solution == null || !nonNegative(solution, n)) {
      return null;
    }
    var corrected = new double[CLASSES];
    for (int a = 0; a < n; a++) {
      corrected[present[a]] = solution[a];
    }
    return corrected;
  }

  private static boolean nonNegative(double[] solution, int n) {
    for (int k = 0; k < n; k++) {
      if (!(solution[k] >= -ROUNDING)) {
        return false;
      }
    }
    return true;
  }

  private double distance(double[] corrected, double[] shares) {
    double distance = 0;
    for (int j = 0; j < CLASSES; j++) {
      double expected = 0;
      for (int k = 0; k < CLASSES; k++) {
        expected += matrix[j][k] * corrected[k];
      }
      double miss = expected - shares[j];
      distance += miss * miss / Math.max(shares[j], LEAST_SHARE);
    }
    return distance;
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
