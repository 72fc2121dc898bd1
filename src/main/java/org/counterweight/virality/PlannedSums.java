package org.counterweight.virality;

import java.io.Serializable;
import java.util.Objects;

/**
 * Expected true words of documents that are each met once, and by how much a plan's weights change them, for the point
 * and every replicate: the state from which the achieved odds derive. Adds up exactly over any split. What a document
 * weighs at one epoch does not depend on the plan, and a document that stays there adds nothing to the change. Up to
 * 1.15e12 words. Not safe for threads.
 */
public final class PlannedSums implements Serializable {

  static final int DOOM = 0;
  static final int TRACTABLE = 1;

  /** The largest weight, in millionths: a thousand epochs. */
  public static final long LARGEST_WEIGHT = 1_000_000_000L;

  /** The weight of a document that is met once, in millionths. */
  public static final long ONCE = 1_000_000;

  private static final long MILLION = 1_000_000;

  /** Columns of the change, after those of the words met once. */
  private static final int CHANGE = 2;

  private final PoissonWeights weights;
  private final ReplicateSums sums;
  private transient long[] drawn;

  /** Sums of nothing. */
  public PlannedSums(PoissonWeights weights) {
    this(weights, new ReplicateSums(weights.replicates()));
  }

  private PlannedSums(PoissonWeights weights, ReplicateSums sums) {
    this.weights = Objects.requireNonNull(weights);
    this.sums = sums;
  }

  /**
   * Adds a document, and how a plan changes it.
   *
   * @param words its expected true words
   * @param work its work, as for {@link MassSums#add}
   * @param weightMillionths its planned weight, or its repeats, in millionths of an epoch: 0 to {@link #LARGEST_WEIGHT}
   */
  public void add(TrueWords words, String work, long weightMillionths) {
    requireWeight(weightMillionths);
    add(new long[] {words.doom(), words.tractable(), 0, 0}, words, work, weightMillionths);
  }

  /** Adds how a plan changes a document that is counted already, in sums that these are to be added to. */
  public void change(TrueWords words, String work, long weightMillionths) {
    requireWeight(weightMillionths);
    if (weightMillionths != ONCE) {
      add(new long[ReplicateSums.COLUMNS], words, work, weightMillionths);
    }
  }

  private static void requireWeight(long weightMillionths) {
    if (weightMillionths < 0 || weightMillionths > LARGEST_WEIGHT) {
      throw new IllegalArgumentException(
          "Cannot add a document at weight " + weightMillionths + " millionths: not between 0 and " + LARGEST_WEIGHT);
    }
  }

  private void add(long[] amounts, TrueWords words, String work, long weightMillionths) {
    amounts[DOOM + CHANGE] = times(words.doom(), weightMillionths) - words.doom();
    amounts[TRACTABLE + CHANGE] = times(words.tractable(), weightMillionths) - words.tractable();
    drawn = drawn == null ? new long[weights.replicates() + 1] : drawn;
    weights.fill(work, drawn);
    sums.add(amounts, drawn);
  }

  /** The same documents, each met once. */
  public PlannedSums once() {
    return new PlannedSums(weights, sums.first(CHANGE));
  }

  /** The product rounded to the nearest millionth, halves up, without leaving 64 bits for up to 9e9 words. */
  static long times(long words, long weightMillionths) {
    long part = words % MILLION * weightMillionths;
    return words / MILLION * weightMillionths + (part + MILLION / 2) / MILLION;
  }

  /** Both together; neither is changed. */
  public PlannedSums plus(PlannedSums other) {
    if (!weights.equals(other.weights)) {
      throw new IllegalArgumentException("Cannot add sums drawn by " + weights + " and " + other.weights);
    }
    return new PlannedSums(weights, sums.plus(other.sums));
  }

  /** How works get their weights. */
  public PoissonWeights weights() {
    return weights;
  }

  /** The factor by which the weights multiply a class's true words; NaN without any. */
  double gain(int column, int replicate) {
    long once = sums.at(column, replicate);
    return (double) (once + sums.at(column + CHANGE, replicate)) / once;
  }

  /** Whether more was added than adds up exactly. */
  public boolean overflowed() {
    return sums.overflowed();
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof PlannedSums other && weights.equals(other.weights) && sums.equals(other.sums);
  }

  @Override
  public int hashCode() {
    return Objects.hash(weights, sums);
  }
}
