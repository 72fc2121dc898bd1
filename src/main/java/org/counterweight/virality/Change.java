package org.counterweight.virality;

import java.io.Serializable;
import java.util.Objects;

/**
 * How the odds of a part differ from those of the run before; defined in the package's description.
 *
 * @param ratio odds now : odds then
 * @param p two-sided p-value of no change; NaN where the ratio is not identifiable
 * @param q the least false discovery rate at which it is marked, over the parts tested with it; NaN likewise
 */
public record Change(Figure ratio, double p, double q) implements Serializable {

  /** The false discovery rate at which a change is marked. */
  public static final double RATE = 0.05;

  /** Nothing changed, known for certain. */
  public static final Change NONE = new Change(Figure.of(1, 1, 1), 1, 1);

  private static final Interval RATIO =
      new Interval("doom words now or tractable words before", "tractable words now or doom words before");

  public Change {
    Objects.requireNonNull(ratio);
    if (ratio.identifiable() && !(p > 0 && p <= 1 && q >= p && q <= 1)) {
      throw new IllegalArgumentException("Cannot hold a change of p " + p + " and q " + q);
    }
  }

  /** A change that cannot be told. */
  public static Change unknown(String reason) {
    return new Change(Figure.notIdentifiable(reason), Double.NaN, Double.NaN);
  }

  /** The change between two runs with the same replicates, tested by itself. */
  public static Change between(LogOdds before, LogOdds now) {
    if (!before.reason().isEmpty() || !now.reason().isEmpty()) {
      return unknown(now.reason().isEmpty() ? "in the run before: " + before.reason() : now.reason());
    }
    float[] old = before.values();
    float[] fresh = now.values();
    var differences = new double[fresh.length];
    var ratios = new double[fresh.length];
    for (int r = 0; r < fresh.length; r++) {
      differences[r] = (double) fresh[r] - old[r];
      ratios[r] = StrictMath.exp(differences[r]);
    }
    var ratio = RATIO.of(ratios);
    double p = ratio.identifiable() ? p(differences) : Double.NaN;
    return new Change(ratio, p, p);
  }

  /** The same with a false discovery rate. */
  Change with(double rate) {
    return new Change(ratio, p, rate);
  }

  /** Whether it is marked at 5 %. */
  public boolean marked() {
    return q <= RATE;
  }

  /** The two-sided p-value of differences of logarithms, the point at 0. */
  static double p(double[] differences) {
    int replicates = differences.length - 1;
    int atMost = 0;
    int atLeast = 0;
    double mean = 0;
    double squares = 0;
    for (int r = 1; r <= replicates; r++) {
      double d = differences[r];
      atMost += d <= 0 || Double.isNaN(d) ? 1 : 0;
      atLeast += d >= 0 || Double.isNaN(d) ? 1 : 0;
      double step = d - mean;
      mean += step / r;
      squares += step * (d - mean);
    }
    int tail = Math.min(atMost, atLeast);
    double counted = Math.min(1, 2.0 * (1 + tail) / (replicates + 1));
    if (tail > 0) {
      return counted;
    }
    double deviation = Math.sqrt(squares / (replicates - 1));
    double z = Math.abs(differences[0]) / deviation;
    return z > 2 && deviation > 0 && z < Double.POSITIVE_INFINITY ? Math.min(counted, 2 * upperTail(z)) : counted;
  }

  /**
   * The upper tail of the standard normal distribution above 2, by Laplace's continued fraction: Abramowitz and Stegun,
   * "Handbook of Mathematical Functions" (1964), 26.2.14. At least the smallest number there is.
   */
  static double upperTail(double z) {
    double fraction = z;
    for (int k = 60; k > 0; k--) {
      fraction = z + k / fraction;
    }
    double density = StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    return Math.max(density / fraction, Double.MIN_NORMAL);
  }
}
