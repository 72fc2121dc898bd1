package org.counterweight.virality;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The probability that a doom document has more reactions than a tractable one, ties one half, from an exact histogram;
 * defined in the package's description.
 */
final class Superiority {

  private final ReactionBuckets buckets;
  private final double[] doom;
  private final double[] tractable;
  private final double doomDocuments;
  private final double tractableDocuments;

  /** By bucket: the share of doom, and of tractable, below it and half of what is in it. */
  private final SortedMap<Integer, double[]> below = new TreeMap<>();

  private final double value;

  /**
   * Takes a histogram and what to make of its classes.
   *
   * @param doom weights of the classes as judged that make doom: (1, 0, 0, 0), or the first row of A^-1
   * @param tractable likewise
   */
  Superiority(ReactionBuckets buckets, double[] doom, double[] tractable) {
    this.buckets = buckets;
    this.doom = doom;
    this.tractable = tractable;
    double d = 0;
    double t = 0;
    for (var counts : buckets.counts().values()) {
      d += ReactionBuckets.weighted(doom, counts);
      t += ReactionBuckets.weighted(tractable, counts);
    }
    doomDocuments = d;
    tractableDocuments = t;
    value = compare();
  }

  private double compare() {
    double doomBelow = 0;
    double tractableBelow = 0;
    double sum = 0;
    for (var bucket : buckets.counts().entrySet()) {
      double d = ReactionBuckets.weighted(doom, bucket.getValue()) / doomDocuments;
      double t = ReactionBuckets.weighted(tractable, bucket.getValue()) / tractableDocuments;
      below.put(bucket.getKey(), new double[] {doomBelow + d / 2, tractableBelow + t / 2});
      sum += d * (tractableBelow + t / 2);
      doomBelow += d;
      tractableBelow += t;
    }
    return sum;
  }

  /** The probability; outside 0 to 1 where a correction overshoots, NaN where a class is missing. */
  double value() {
    return doomDocuments > 0 && tractableDocuments > 0 ? value : Double.NaN;
  }

  /** How far a document moves the probability. */
  double influence(Reaction reaction, double[] classes) {
    double[] at = below.get(ReactionBuckets.bucket(reaction.counted()));
    double d = 0;
    double t = 0;
    for (int k = 0; k < classes.length; k++) {
      d += doom[k] * classes[k];
      t += tractable[k] * classes[k];
    }
    return d * (at[1] - value) / doomDocuments + t * (1 - at[0] - value) / tractableDocuments;
  }
}
