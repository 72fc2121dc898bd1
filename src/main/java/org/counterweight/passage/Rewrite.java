package org.counterweight.passage;

import java.util.Arrays;

/**
 * A text made from another by keeping, replacing and dropping stretches of it, and the way back. Offsets are UTF-16
 * units. Stored as runs: memory grows with the number of edits, not with the length.
 */
final class Rewrite {

  private final String text;
  private final int runs;
  /** Of each run: where it starts in the new text, where in the old, and where it ends there if replaced, else -1. */
  private final int[] starts;

  private final int[] origins;
  private final int[] replacedEnds;

  private Rewrite(Maker maker) {
    text = maker.text.toString();
    runs = maker.runs;
    starts = maker.starts;
    origins = maker.origins;
    replacedEnds = maker.replacedEnds;
  }

  /** The new text. */
  String text() {
    return text;
  }

  /** Where the stretch that became this character starts in the old text. */
  int start(int position) {
    int run = run(position);
    return replacedEnds[run] < 0 ? origins[run] + position - starts[run] : origins[run];
  }

  /** Where the stretch that became this character ends in the old text, exclusive. */
  int end(int position) {
    int run = run(position);
    return replacedEnds[run] < 0 ? origins[run] + position - starts[run] + 1 : replacedEnds[run];
  }

  private int run(int position) {
    int found = Arrays.binarySearch(starts, 0, runs, position);
    return found >= 0 ? found : -found - 2;
  }

  /** Builds a rewrite from left to right. */
  static final class Maker {
    private final String old;
    private final StringBuilder text;
    private int runs;
    private int[] starts = new int[16];
    private int[] origins = new int[16];
    private int[] replacedEnds = new int[16];

    Maker(String old) {
      this.old = old;
      this.text = new StringBuilder(old.length());
    }

    /** Keeps the old text's stretch [from, to). */
    void keep(int from, int to) {
      if (from < to) {
        run(from, -1);
        text.append(old, from, to);
      }
    }

    /** Puts characters in the place of the old text's stretch [from, to). */
    void replace(int from, int to, String with) {
      if (!with.isEmpty()) {
        run(from, to);
        text.append(with);
      }
    }

    private void run(int origin, int replacedEnd) {
      if (runs == starts.length) {
        starts = Arrays.copyOf(starts, 2 * runs);
        origins = Arrays.copyOf(origins, 2 * runs);
        replacedEnds = Arrays.copyOf(replacedEnds, 2 * runs);
      }
      starts[runs] = text.length();
      origins[runs] = origin;
      replacedEnds[runs++] = replacedEnd;
    }

    Rewrite made() {
      return new Rewrite(this);
    }
  }
}
