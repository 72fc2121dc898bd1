package org.counterweight.virality;

/**
 * The normal equations of a regression, factored once (Cholesky). A column that the columns before it determine is
 * aliased: its coefficient does not move, and it has no variance.
 */
final class Normal {

  /** Share of a column's square that must be left once the columns before it are taken out. */
  private static final double ALIASED = 1e-9;

  private final double[][] factor;
  private final double[] scale;
  private final boolean[] aliased;

  /** Factors a symmetric matrix, of which the lower triangle is read. */
  Normal(double[][] matrix) {
    int n = matrix.length;
    factor = new double[n][n];
    scale = new double[n];
    aliased = new boolean[n];
    for (int k = 0; k < n; k++) {
      scale[k] = matrix[k][k] > 0 ? 1 / Math.sqrt(matrix[k][k]) : 0;
    }
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < row; column++) {
        double value = matrix[row][column] * scale[row] * scale[column] - dot(row, column);
        factor[row][column] = aliased[column] ? 0 : value / factor[column][column];
      }
      double left = (scale[row] > 0 ? 1 : 0) - dot(row, row);
      aliased[row] = !(left > ALIASED);
      factor[row][row] = aliased[row] ? 0 : Math.sqrt(left);
    }
  }

  private double dot(int row, int column) {
    double sum = 0;
    for (int k = 0; k < column; k++) {
      sum += factor[row][k] * factor[column][k];
    }
    return sum;
  }

  boolean aliased(int column) {
    return aliased[column];
  }

  /** The solution, zero where aliased. */
  double[] solve(double[] right) {
    int n = right.length;
    var solution = new double[n];
    for (int row = 0; row < n; row++) {
      double value = right[row] * scale[row];
      for (int k = 0; k < row; k++) {
        value -= factor[row][k] * solution[k];
      }
      solution[row] = aliased[row] ? 0 : value / factor[row][row];
    }
    for (int row = n - 1; row >= 0; row--) {
      double value = solution[row];
      for (int k = row + 1; k < n; k++) {
        value -= factor[k][row] * solution[k];
      }
      solution[row] = aliased[row] ? 0 : value / factor[row][row];
    }
    for (int row = 0; row < n; row++) {
      solution[row] *= scale[row];
    }
    return solution;
  }
}
