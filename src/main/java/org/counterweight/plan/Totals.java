package org.counterweight.plan;

/**
 * Words, doom words and tractable words of weighted or repeated documents, exact: sums of integers, so that the order
 * of adding does not matter. Millionths are split off each product, so that 10^18 words still fit.
 */
final class Totals {
  private static final long MICRO = 1_000_000;
  private long words;
  private long wordsMicro;
  private long doom;
  private long doomMicro;
  private long tractable;
  private long tractableMicro;

  /** Documents with their weights in millionths. */
  static Totals weighted(Columns columns, int[] weights) {
    Totals totals = new Totals();
    for (int i = 0; i < weights.length; i++) {
      totals.addWeight(columns, i, weights[i]);
    }
    return totals;
  }

  /** Documents met whole numbers of times. */
  static Totals repeated(Columns columns, int[] repeats) {
    Totals totals = new Totals();
    for (int i = 0; i < repeats.length; i++) {
      totals.addRepeats(columns, i, repeats[i]);
    }
    return totals;
  }

  /** Adds a document met a whole number of times; below zero to take it away. */
  void addRepeats(Columns columns, int i, int repeats) {
    words += (long) columns.words[i] * repeats;
    addDoom(columns.doom[i] * repeats);
    addTractable(columns.tractable[i] * repeats);
  }

  /** Adds a document with a weight in millionths, rounding its true words to millionths of a word. */
  void addWeight(Columns columns, int i, long weightMicro) {
    long product = columns.words[i] * weightMicro;
    words += product / MICRO;
    wordsMicro += product % MICRO;
    addDoom(scaled(columns.doom[i], weightMicro));
    addTractable(scaled(columns.tractable[i], weightMicro));
  }

  private void addDoom(long micro) {
    doom += micro / MICRO;
    doomMicro += micro % MICRO;
  }

  private void addTractable(long micro) {
    tractable += micro / MICRO;
    tractableMicro += micro % MICRO;
  }

  private static long scaled(long micro, long weightMicro) {
    return micro / MICRO * weightMicro + micro % MICRO * weightMicro / MICRO;
  }

  /** The same sums, to be changed on their own. */
  Totals copy() {
    Totals copy = new Totals();
    copy.words = words;
    copy.wordsMicro = wordsMicro;
    copy.doom = doom;
    copy.doomMicro = doomMicro;
    copy.tractable = tractable;
    copy.tractableMicro = tractableMicro;
    return copy;
  }

  /** Words met. */
  double words() {
    return words + wordsMicro / 1e6;
  }

  /** True doom words met. */
  double doom() {
    return doom + doomMicro / 1e6;
  }

  /** True tractable words met. */
  double tractable() {
    return tractable + tractableMicro / 1e6;
  }
}
