package org.counterweight.virality;

import java.io.Serializable;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many documents of each class have how many reactions, as judged, in millionths of a document: an exact histogram
 * whose parts add up in any order. Bucket b holds the reactions from 1.01^b to 1.01^(b + 1); zero has its own.
 */
public final class ReactionBuckets implements Serializable {

  /** The bucket of documents without reactions. */
  static final int NONE = Integer.MIN_VALUE;

  private static final double LOG_WIDTH = StrictMath.log(1.01);

  private final SortedMap<Integer, long[]> buckets = new TreeMap<>();

  /** Adds a document. */
  public void add(Reaction reaction) {
    double[] p = reaction.classes(new double[] {1, 1, 1, 1});
    var into = buckets.computeIfAbsent(bucket(reaction.counted()), any -> new long[ClassShares.CLASSES]);
    for (int k = 0; k < into.length; k++) {
      into[k] += Math.round(p[k] * 1_000_000);
    }
  }

  /** Both together; neither is changed. */
  public ReactionBuckets plus(ReactionBuckets other) {
    var both = new ReactionBuckets();
    both.take(this);
    both.take(other);
    return both;
  }

  private void take(ReactionBuckets other) {
    other.buckets.forEach(
        (bucket, counts) -> {
          var into = buckets.computeIfAbsent(bucket, any -> new long[counts.length]);
          for (int k = 0; k < counts.length; k++) {
            into[k] += counts[k];
          }
        });
  }

  /** The bucket of a number of reactions, not negative. Edges are those of the logarithm in double precision. */
  static int bucket(double reactions) {
    return reactions > 0 ? (int) Math.floor(StrictMath.log(reactions) / LOG_WIDTH) : NONE;
  }

  /** The middle of a bucket, within half a percent of all in it. */
  static double middle(int bucket) {
    return bucket == NONE ? 0 : StrictMath.exp((bucket + 0.5) * LOG_WIDTH);
  }

  /** The buckets in ascending order, each with its documents by class as judged. */
  SortedMap<Integer, long[]> counts() {
    return buckets;
  }

  /**
   * The reactions that shares of a class's documents have or stay under.
   *
   * @param weights of the classes as judged that make the class, a row of A^-1: some may be negative, and where that
   *     makes the distribution fall it is taken as level
   */
  Quantiles quantiles(double[] weights) {
    double total = 0;
    for (var counts : buckets.values()) {
      total += weighted(weights, counts);
    }
    return total > 0
        ? new Quantiles(quantile(weights, total, 0.5), quantile(weights, total, 0.9), quantile(weights, total, 0.99))
        : Quantiles.UNKNOWN;
  }

  private double quantile(double[] weights, double total, double share) {
    double sum = 0;
    for (var bucket : buckets.entrySet()) {
      sum += weighted(weights, bucket.getValue());
      if (sum >= share * total * (1 - 1e-12)) {
        return middle(bucket.getKey());
      }
    }
    return Double.NaN;
  }

  static double weighted(double[] weights, long[] counts) {
    double sum = 0;
    for (int k = 0; k < counts.length; k++) {
      sum += weights[k] * counts[k];
    }
    return sum * 1e-6;
  }

  @Override
  public boolean equals(Object object) {
    if (!(object instanceof ReactionBuckets other) || !buckets.keySet().equals(other.buckets.keySet())) {
      return false;
    }
    return buckets.entrySet().stream()
        .allMatch(entry -> java.util.Arrays.equals(entry.getValue(), other.buckets.get(entry.getKey())));
  }

  @Override
  public int hashCode() {
    return buckets.keySet().hashCode();
  }
}
