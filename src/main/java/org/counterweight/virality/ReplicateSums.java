package org.counterweight.virality;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Four amounts added up exactly for the point and for every replicate. Addition wraps around beyond 64 bits, which
 * keeps it associative; {@link #overflowed} says when that may have happened.
 */
final class ReplicateSums implements Serializable {

  /** Amounts in all from which a replicate, at the largest weight, might leave 64 bits: 1.15e18. */
  static final long LIMIT = Long.MAX_VALUE / PoissonWeights.LARGEST;

  static final int COLUMNS = 4;

  private final long[][] sums;

  /** Sum of all amounts at weight one, whatever their signs, stopping at {@link #LIMIT}. */
  private long total;

  ReplicateSums(int replicates) {
    sums = new long[COLUMNS][replicates + 1];
  }

  int replicates() {
    return sums[0].length - 1;
  }

  void add(long[] amounts, long[] weights) {
    for (int column = 0; column < COLUMNS; column++) {
      if (amounts[column] != 0) {
        add(sums[column], amounts[column], weights);
        total = capped(total, Math.abs(amounts[column]));
      }
    }
  }

  private static void add(long[] into, long amount, long[] weights) {
    for (int r = 0; r < into.length; r++) {
      into[r] += amount * weights[r];
    }
  }

  ReplicateSums plus(ReplicateSums other) {
    if (replicates() != other.replicates()) {
      throw new IllegalArgumentException(
          "Cannot add sums of " + replicates() + " and " + other.replicates() + " replicates");
    }
    var both = new ReplicateSums(replicates());
    for (int column = 0; column < COLUMNS; column++) {
      for (int r = 0; r < both.sums[column].length; r++) {
        both.sums[column][r] = sums[column][r] + other.sums[column][r];
      }
    }
    both.total = capped(total, other.total);
    return both;
  }

  /** Both as new sums, where null stands for sums of nothing. */
  static ReplicateSums plus(ReplicateSums one, ReplicateSums other) {
    if (one == null) {
      return other == null ? null : other.copy();
    }
    return other == null ? one.copy() : one.plus(other);
  }

  /** The sums of the first columns alone; those after them hold nothing. The total is the point's. */
  ReplicateSums first(int columns) {
    var first = new ReplicateSums(replicates());
    for (int column = 0; column < columns; column++) {
      System.arraycopy(sums[column], 0, first.sums[column], 0, sums[column].length);
      first.total = capped(first.total, overflowed() ? LIMIT : Math.abs(sums[column][0]));
    }
    return first;
  }

  /** The sum of a column in a replicate; 0 is the point. */
  long at(int column, int replicate) {
    return sums[column][replicate];
  }

  boolean overflowed() {
    return total == LIMIT;
  }

  private ReplicateSums copy() {
    return plus(new ReplicateSums(replicates()));
  }

  private static long capped(long one, long other) {
    return other >= LIMIT - one ? LIMIT : one + other;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof ReplicateSums other && total == other.total && Arrays.deepEquals(sums, other.sums);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(sums);
  }
}
