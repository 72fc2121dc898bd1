package org.counterweight.virality;

/** A matrix known without error, for tests. */
record FixedMatrix(double[][] point, int[] counts) implements MatrixDraws {

  /** A classifier that gives the true class 90 % (and 91 %) of its probability, as {@link Documents} does. */
  static final FixedMatrix SHARP = of(0.9, 0.02, 0.05, 0.03);

  /** One that makes no error. */
  static final FixedMatrix PERFECT = of(1, 0, 0, 0);

  private static FixedMatrix of(double right, double rival, double other, double notAi) {
    double[][] matrix = {
      {right, rival, rival, rival},
      {rival, right, rival, rival},
      {other, other, right + other - rival, rival},
      {notAi, notAi, notAi, right + other + notAi - 2 * rival}
    };
    for (int k = 0; k < 4; k++) {
      double sum = 0;
      for (int j = 0; j < 4; j++) {
        sum += matrix[j][k];
      }
      for (int j = 0; j < 4; j++) {
        matrix[j][k] /= sum;
      }
    }
    return new FixedMatrix(matrix, new int[] {200, 200, 200, 200});
  }

  @Override
  public double[][] draw(int replicate) {
    return point;
  }
}
