package org.counterweight.virality;

import java.util.Arrays;

/**
 * Tells a stratum that was admitted by its reactions, such as a list of top posts, by the wall on the left of its
 * values; the rule stands in the package's description.
 */
final class Truncation {

  private static final int LEAST = 12;
  private static final double SHARE = 0.05;

  private Truncation() {}

  /** The floor under the values, or NaN where none is seen. */
  static double floor(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    if (n < LEAST || !(sorted[0] > 1)) {
      return Double.NaN;
    }
    double width = (StrictMath.log(sorted[3 * (n - 1) / 4]) - StrictMath.log(sorted[(n - 1) / 4])) / 4;
    double edge = StrictMath.log(sorted[0]) + width;
    int heap = 0;
    while (heap < n && StrictMath.log(sorted[heap]) <= edge) {
      heap++;
    }
    return heap >= Math.max(LEAST, SHARE * n) ? sorted[0] : Double.NaN;
  }
}
