package org.counterweight.review;

import org.counterweight.manifest.PassageRow;
import org.counterweight.stance.Probabilities;

/**
 * The frame summed up in cells of alike passages, by likelier side, probability of that side and length: all that the
 * strata and their allocation depend on, in memory that does not grow with the frame. Probabilities are cut at equal
 * steps of their square root, finer where they are small.
 */
final class Grid {

  static final int SIDES = 2;
  static final int SCORES = 129;
  static final int LENGTHS = 46;

  private static final int WORDS_PER_LENGTH = 10;

  /** The share of the variance that is taken at the frame's mean probabilities. */
  private static final double DOUBT = 0.1;

  private static final int COLUMNS = 9;
  private static final int WORDS2 = 0;
  private static final int DOOM = 1;
  private static final int TRACTABLE = 2;
  private static final int DOOM_WORDS2 = 3;
  private static final int TRACTABLE_WORDS2 = 4;
  private static final int DOOM2 = 5;
  private static final int TRACTABLE2 = 6;
  private static final int BOTH = 7;
  private static final int WORDS = 8;

  private final long[] counts = new long[SIDES * SCORES * LENGTHS];
  private final double[][] sums = new double[SIDES * SCORES * LENGTHS][];
  private final double[] all = new double[COLUMNS];

  /** The cell of a passage. */
  static int cell(PassageRow row) {
    int doom = row.p().doom();
    int tractable = row.p().tractable();
    double score = Math.max(doom, tractable) / (double) Probabilities.ONE;
    int length = Math.min(row.words() / WORDS_PER_LENGTH, LENGTHS - 1);
    return cell(doom >= tractable ? 0 : 1, (int) (Math.sqrt(score) * (SCORES - 1)), length);
  }

  static int cell(int side, int score, int length) {
    return (side * SCORES + score) * LENGTHS + length;
  }

  void add(PassageRow row) {
    int cell = cell(row);
    double n = row.words();
    double d = row.p().doom() / (double) Probabilities.ONE;
    double t = row.p().tractable() / (double) Probabilities.ONE;
    double n2 = n * n;
    double[] terms = {n2, n * d, n * t, n2 * d, n2 * t, n2 * d * d, n2 * t * t, n2 * d * t, n};
    sums[cell] = sums[cell] == null ? new double[COLUMNS] : sums[cell];
    counts[cell]++;
    for (int j = 0; j < COLUMNS; j++) {
      sums[cell][j] += terms[j];
      all[j] += terms[j];
    }
  }

  long count(int cell) {
    return counts[cell];
  }

  /** About the sum of sqrt(v_i) over a cell: its passages are alike. */
  double deviation(int cell) {
    return counts[cell] == 0 ? 0 : Math.sqrt(counts[cell] * variance(sums[cell]));
  }

  /** N_h S_h of a stratum that is made of these cells. */
  double neyman(Iterable<Integer> cells) {
    var sum = new double[COLUMNS];
    long count = 0;
    for (int cell : cells) {
      if (counts[cell] > 0) {
        count += counts[cell];
        for (int j = 0; j < COLUMNS; j++) {
          sum[j] += sums[cell][j];
        }
      }
    }
    double doom = mass(DOOM);
    double tractable = mass(TRACTABLE);
    double mean = (sum[DOOM] / doom - sum[TRACTABLE] / tractable) / count;
    double squares =
        sum[DOOM2] / doom / doom + sum[TRACTABLE2] / tractable / tractable - 2 * sum[BOTH] / doom / tractable;
    double between = Math.max(0, squares / count - mean * mean);
    return count == 0 ? 0 : count * Math.sqrt(variance(sum) / count + between);
  }

  /** Sum of v_i over what was summed up. */
  private double variance(double[] sum) {
    double doom = mass(DOOM);
    double tractable = mass(TRACTABLE);
    double judged =
        (sum[DOOM_WORDS2] - sum[DOOM2]) / doom / doom
            + (sum[TRACTABLE_WORDS2] - sum[TRACTABLE2]) / tractable / tractable
            + 2 * sum[BOTH] / doom / tractable;
    double d = doom / Math.max(1, all[WORDS]);
    double t = tractable / Math.max(1, all[WORDS]);
    double mean = d * (1 - d) / doom / doom + t * (1 - t) / tractable / tractable + 2 * d * t / doom / tractable;
    return Math.max(0, (1 - DOUBT) * judged + DOUBT * mean * sum[WORDS2]);
  }

  /** A judged mass in words, at least one, so that a side that no passage takes is no infinity. */
  private double mass(int column) {
    return Math.max(1, all[column]);
  }
}
