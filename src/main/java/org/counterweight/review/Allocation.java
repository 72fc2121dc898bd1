package org.counterweight.review;

/** How many passages each stratum gives. */
final class Allocation {

  /** The fewest of a stratum that holds as many and a sample that is large enough for it. */
  static final int LEAST = 4;

  private Allocation() {}

  /**
   * Neyman's allocation within its bounds, in whole passages: every stratum its least, the rest by N_h S_h.
   *
   * @param draws passages in all; fewer come only of a smaller frame
   * @param sizes N_h, at least 1 each
   * @param deviations N_h S_h
   */
  static int[] of(int draws, long[] sizes, double[] deviations) {
    int strata = sizes.length;
    var drawn = new int[strata];
    int left = draws;
    for (int round = 0; round < LEAST; round++) {
      for (int h = 0; h < strata && left > 0; h++) {
        if (drawn[h] < sizes[h]) {
          drawn[h]++;
          left--;
        }
      }
    }
    while (left > 0) {
      int next = neediest(drawn, sizes, deviations);
      if (next < 0) {
        break;
      }
      drawn[next]++;
      left--;
    }
    return drawn;
  }

  /**
   * The stratum in which one more passage takes most off the variance, sum of (N_h S_h)^2 / n_h: given to it one by
   * one, whole numbers are allocated as well as they can be (Wright, The American Statistician 66, 2012).
   */
  private static int neediest(int[] drawn, long[] sizes, double[] deviations) {
    int best = -1;
    double gain = -1;
    for (int h = 0; h < sizes.length; h++) {
      double n = Math.max(drawn[h], 0.5);
      double here = deviations[h] * deviations[h] / (n * (n + 1));
      if (drawn[h] < sizes[h] && here > gain) {
        best = h;
        gain = here;
      }
    }
    return best;
  }
}
