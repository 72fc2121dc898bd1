package org.counterweight.virality;

import java.util.Arrays;

/**
 * The masses that fit judged ones best where A^-1 m is negative somewhere. The minimum is exact: every set of classes
 * that may be present is tried, fifteen in all. Holds working memory, since a run asks for it some thousand times for
 * each source, month and shard; not safe for threads.
 */
final class NearestFit {

  private static final int CLASSES = 4;

  /** Shares below this count as this much in the weights 1/m_j, so that an empty class has a finite weight. */
  private static final double LEAST_SHARE = 1e-3;

  /** Negative shares down to here are rounding errors of a class that is absent. */
  private static final double ROUNDING = 1e-12;

  /** The classes in each set of them, a bit a class; none in the first. */
  private static final int[][] PRESENT = new int[1 << CLASSES][];

  static {
    for (int set = 0; set < PRESENT.length; set++) {
      PRESENT[set] = new int[Integer.bitCount(set)];
      for (int k = 0, n = 0; k < CLASSES; k++) {
        if ((set >> k & 1) == 1) {
          PRESENT[set][n++] = k;
        }
      }
    }
  }

  /** A' W A and, in the last column, A' W m, where W is the diagonal of the weights. */
  private final double[][] normal = new double[CLASSES][CLASSES + 1];

  private final double[][] system = new double[CLASSES + 1][CLASSES + 2];
  private final double[] solution = new double[CLASSES + 1];
  private final double[] candidate = new double[CLASSES];

  /**
   * The least weighted squares over all sets of present classes.
   *
   * @param matrix A as [j][k]
   * @param shares judged masses that add up to one
   * @return shares of the true classes
   */
  double[] nearest(double[][] matrix, double[] shares) {
    prepare(matrix, shares);
    double[] best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int set = 1; set < PRESENT.length; set++) {
      if (fits(PRESENT[set])) {
        double distance = distance(matrix, shares);
        if (distance < least) {
          least = distance;
          best = candidate.clone();
        }
      }
    }
    return best;
  }

  private void prepare(double[][] matrix, double[] shares) {
    for (int a = 0; a < CLASSES; a++) {
      Arrays.fill(normal[a], 0);
      for (int j = 0; j < CLASSES; j++) {
        double weighted = matrix[j][a] / Math.max(shares[j], LEAST_SHARE);
        for (int b = 0; b < CLASSES; b++) {
          normal[a][b] += weighted * matrix[j][b];
        }
        normal[a][CLASSES] += weighted * shares[j];
      }
    }
  }

  /** Puts the least squares with exactly these classes, their sum kept (Lagrange), in the candidate if there is one. */
  private boolean fits(int[] present) {
    int n = present.length;
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        system[a][b] = normal[present[a]][present[b]];
      }
      system[a][n] = 1;
      system[a][n + 1] = normal[present[a]][CLASSES];
      system[n][a] = 1;
    }
    system[n][n] = 0;
    system[n][n + 1] = 1;
    if (!Linear.solve(system, n + 1, solution) || !nonNegative(solution, n)) {
      return false;
    }
    Arrays.fill(candidate, 0);
    for (int a = 0; a < n; a++) {
      candidate[present[a]] = solution[a];
    }
    return true;
  }

  /** Whether the first n are not negative, but for rounding. */
  static boolean nonNegative(double[] solution, int n) {
    for (int k = 0; k < n; k++) {
      if (!(solution[k] >= -ROUNDING)) {
        return false;
      }
    }
    return true;
  }

  private double distance(double[][] matrix, double[] shares) {
    double distance = 0;
    for (int j = 0; j < CLASSES; j++) {
      double expected = 0;
      for (int k = 0; k < CLASSES; k++) {
        expected += matrix[j][k] * candidate[k];
      }
      double miss = expected - shares[j];
      distance += miss * miss / Math.max(shares[j], LEAST_SHARE);
    }
    return distance;
  }
}
