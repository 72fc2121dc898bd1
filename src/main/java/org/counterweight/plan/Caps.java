package org.counterweight.plan;

/**
 * How much each copy of a work may weigh.
 *
 * <p>The cap of a work, max(max epochs, copies present), is split among its copies in proportion to their bases, so
 * the sum holds however they differ. Copies of one text share one exponent, and for them this is the best split.
 * Near-copies may score differently, and one cap over their sum would give most of it to the one that scores highest;
 * but copies are as tractable as one another, and such a lead is the classifier's noise. So none gets more than its
 * share, and what a copy cannot use is left. Copies that are present but not listed are taken to have the mean base of
 * the listed ones.
 * What other stages take of a cap is set aside first.
 *
 * @param base weights in this stage, in millionths
 * @param reserved weights in other stages, in millionths
 * @param maxEpochs most epochs of a work over all of them
 */
record Caps(Columns columns, int[] base, long[] reserved, double maxEpochs) {

  /**
   * Fills in the caps in millionths, never below the base.
   *
   * @param scale factor that will be applied to all weights; only above one does it lower the caps
   * @return whether the base of a work exceeds its cap
   */
  boolean into(int[] high, double scale) {
    boolean over = false;
    for (int from = 0; from < high.length; ) {
      int to = from;
      long listed = 0;
      int copies = 1;
      while (to < high.length && columns.work[to] == columns.work[from]) {
        listed += base[to] + reserved[to];
        copies = Math.max(copies, columns.copies[to]);
        to++;
      }
      copies = Math.max(copies, to - from);
      double present = (double) listed / (to - from) * copies;
      double most = Math.max(maxEpochs, copies) * 1e6;
      over |= present > most;
      split(high, from, to, present == 0 ? 1 : most / present / Math.max(1, scale));
      from = to;
    }
    return over;
  }

  private void split(int[] high, int from, int to, double factor) {
    for (int i = from; i < to; i++) {
      double cap = Math.min((base[i] + reserved[i]) * factor, maxEpochs * 1e6) - reserved[i];
      high[i] = Math.max(base[i], (int) Math.floor(cap));
    }
  }
}
