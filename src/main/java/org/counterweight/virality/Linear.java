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
    var solution = new double[system.length];
    return solve(system, system.length, solution) ? solution : null;
  }

  /**
   * The same in memory of the caller's.
   *
   * @param system whose first n rows and n + 1 columns are the equations; overwritten, rows exchanged
   * @param n how many equations
   * @param solution takes the solution
   * @return whether there is one; false if the equations are singular
   */
  static boolean solve(double[][] system, int n, double[] solution) {
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        pivot = Math.abs(system[row][column]) > Math.abs(system[pivot][column]) ? row : pivot;
      }
      if (!(Math.abs(system[pivot][column]) > SINGULAR)) {
        return false;
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
    substitute(system, n, solution);
    return true;
  }

  private static void substitute(double[][] triangle, int n, double[] solution) {
    for (int row = n - 1; row >= 0; row--) {
      double value = triangle[row][n];
      for (int column = row + 1; column < n; column++) {
        value -= triangle[row][column] * solution[column];
      }
      solution[row] = value / triangle[row][row];
    }
  }
}
