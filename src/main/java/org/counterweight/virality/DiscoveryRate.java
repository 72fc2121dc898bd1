package org.counterweight.virality;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The procedure of Benjamini and Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical
 * Society B 57 (1995), as adjusted p-values: a hypothesis is rejected at rate a exactly where its own is at most a.
 */
final class DiscoveryRate {

  private DiscoveryRate() {}

  /** The adjusted p-values, in the order of those given: the i-th least times m / i, made monotone from above. */
  static double[] adjusted(double[] p) {
    int m = p.length;
    var order = new Integer[m];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
    var adjusted = new double[m];
    double least = 1;
    for (int rank = m; rank >= 1; rank--) {
      int i = order[rank - 1];
      least = Math.min(least, p[i] * m / rank);
      adjusted[i] = Math.max(least, p[i]);
    }
    return adjusted;
  }
}
