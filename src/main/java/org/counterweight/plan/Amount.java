package org.counterweight.plan;

/**
 * So many extra words, given along a tilt.
 *
 * @param slope logarithm of weight over base for each unit of lambda; documents at zero or below keep their base
 * @param may which documents may gain
 * @param words extra words, above zero
 */
record Amount(double[] slope, boolean[] may, double words) {

  /**
   * A dose of the treatment: the way to the target, and on beyond it.
   *
   * @param goal which way is up
   * @param down whether the goal asks for fewer tractable words, so that doom gains
   */
  static Amount dose(Columns columns, Goal goal, boolean down, double words) {
    double[] slope = new double[columns.size];
    for (int i = 0; i < slope.length; i++) {
      if (columns.words[i] > 0) {
        slope[i] = Math.max(0, (down ? -1 : 1) * goal.slope(columns, i));
      }
    }
    return new Amount(slope, columns.mayGain, words);
  }

  /**
   * The salience arm: all documents alike, but for {@code lean} times what each adds to the tractable side of the odds.
   *
   * @param odds tractable words beyond the unchanged odds, for each word
   */
  static Amount alike(Columns columns, double[] odds, double lean, double words) {
    double[] slope = new double[columns.size];
    boolean[] may = new boolean[columns.size];
    for (int i = 0; i < slope.length; i++) {
      may[i] = true;
      slope[i] = columns.words[i] > 0 ? Math.max(0, 1 + lean * odds[i]) : 0;
    }
    return new Amount(slope, may, words);
  }
}
