package org.counterweight.virality;

/** Small systems of linear equations. */
final class Linear {

  /** A pivot this small beside elements of order one means that the equations do not determine a solution. */
  private static final double SINGULAR = 1e-10;

  private Linear() {}

  /**
   * Solves n equations by elimination with the largest pivot of each column.
   *
   * @param system n rows of n coefficients and the right-hand side; overwritten
   * @return the solution, or null if the equations are singular
   */
  static double[] solve(double[][] system) {
    int n = system.length;
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        pivot = Math.abs(system[row][column]) > Math.abs(system[pivot][column]) ? row : pivot;
      }
      if (!(Math.abs(system[pivot][column]) > SINGULAR)) {
        return null;
      }
      double[] chosen = system[pivot];
      system[pivot] = system[column];
      system[column] = chosen;
      for (int row = column + 1; row < n; row++) {
        double factor = system[row][column] / chosen[column];
        for (int c = column; c <= n; c++) {
          system[row][c] -= factor * chosen[c];
        }
      }
    }
    return substitute(system);
  }

  private static double[] substitute(double[][] triangle) {
    int n = triangle.length;
    var solution = new double[n];
    for (int row = n - 1; row >= 0; row--) {
      double value = triangle[row][n];
      for (int column = row + 1; column < n; column++) {
        value -= triangle[row][column] * solution[column];
      }
      solution[row] = value / triangle[row][row];
    }
    return solution;
  }
}
