package org.counterweight.work;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * By which bands texts meet.
 *
 * @param threshold Jaccard index from which texts are copies, 0.6 to 1
 * @param rows minimum hashes of a band
 * @param bands number of bands
 */
public record Bands(double threshold, int rows, int bands) implements Serializable {

  private static final int MOST_ROWS = 4;
  private static final int MOST_BANDS = 12;

  /** Probability at the threshold that a pair does not meet. */
  private static final double MISSED = 0.01;

  /** The least threshold: below it, bands would hold too few rows to tell copies from other texts. */
  public static final double LEAST_THRESHOLD = 0.6;

  /** A sketch this full, as a share of what it may hold and the threshold asks for, shows itself a level higher too. */
  private static final double NEARLY = 0.9;

  /** Multipliers and addends of the random linear functions: the same in every run, as is all that names a work. */
  private static final long[] FACTORS = new SplittableRandom(20).longs(2 * MOST_ROWS * MOST_BANDS).toArray();

  public Bands {
    boolean known = threshold >= LEAST_THRESHOLD && threshold <= 1;
    if (!known || rows < 1 || rows > MOST_ROWS || bands < 1 || bands > MOST_BANDS) {
      throw new IllegalArgumentException(
          "Cannot find copies from a Jaccard index of " + threshold + " by " + bands + " bands of " + rows
              + " rows: the index must lie between " + LEAST_THRESHOLD + " and 1");
    }
  }

  /** The bands for a threshold. */
  public static Bands of(double threshold) {
    for (int rows = MOST_ROWS; rows > 1; rows--) {
      int bands = enough(threshold, rows);
      if (bands <= MOST_BANDS) {
        return new Bands(threshold, rows, bands);
      }
    }
    return new Bands(threshold, 1, enough(threshold, 1));
  }

  private static int enough(double threshold, int rows) {
    double missed = 1 - StrictMath.pow(threshold, rows);
    return missed <= MISSED ? 1 : (int) Math.ceil(StrictMath.log(MISSED) / StrictMath.log(missed));
  }

  /** The probability that two texts of this Jaccard index meet: the S-curve. */
  public double meet(double jaccard) {
    return 1 - StrictMath.pow(1 - StrictMath.pow(jaccard, rows), bands);
  }

  /** How a text shows itself, at one level or two; an empty sketch not at all. */
  public List<Signature> signatures(Sketch sketch) {
    var signatures = new ArrayList<Signature>();
    if (sketch.hashes().length > 0) {
      signatures.add(signature(sketch, sketch.level()));
      boolean nearlyFull = sketch.hashes().length > NEARLY * threshold * Sketch.CAPACITY;
      if (nearlyFull && sketch.sizeAt(sketch.level() + 1) > 0) {
        signatures.add(signature(sketch, sketch.level() + 1));
      }
    }
    return signatures;
  }

  private Signature signature(Sketch sketch, int level) {
    int size = sketch.sizeAt(level);
    var keys = new long[bands];
    long bits = 0;
    for (int i = 0; i < bands; i++) {
      long key = level * MOST_BANDS + i;
      for (int row = 0; row < rows; row++) {
        int function = i * rows + row;
        long minimum = minimum(sketch.hashes(), size, function);
        key = Mix.of(key) + minimum;
        bits |= (minimum & 1) << function;
      }
      keys[i] = Mix.of(key);
    }
    return new Signature(keys, bits);
  }

  private static long minimum(int[] hashes, int size, int function) {
    long factor = FACTORS[2 * function] | 1;
    long addend = FACTORS[2 * function + 1];
    long least = Long.MAX_VALUE;
    for (int i = 0; i < size; i++) {
      least = Math.min(least, factor * Integer.toUnsignedLong(hashes[i]) + addend >>> 32);
    }
    return least;
  }

  /** An estimate of the Jaccard index from two signatures' bits at one level, 0 to 1; its standard error is near .1. */
  double guess(long bits, long others) {
    int functions = rows * bands;
    return Math.max(0, 1 - 2.0 * Long.bitCount(bits ^ others) / functions);
  }
}
