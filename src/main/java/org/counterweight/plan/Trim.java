package org.counterweight.plan;

import java.util.Arrays;

/**
 * Brings the total over whole repeats nearer to what it is to meet than one lambda for all can: of the documents that
 * are nearly met once more or once less, a few are.
 */
final class Trim {
  /** How many such documents are looked at, if there are so many. */
  private static final int MOST = 128;

  /** How far from lambda they are looked for at most, as a part of it; a small dose has few of them near. */
  private static final double WIDEST = 8;

  private static final int ROUNDS = 3;

  private final Rounding rounding;
  private final Tilt below;
  private final Tilt above;
  private final int[] near;

  /**
   * @param tilt the one that the weights came from
   */
  Trim(Rounding rounding, Tilt tilt) {
    this.rounding = rounding;
    double part = 1.0 / 1024;
    int[] found = rounding.differing(lower(tilt, part), upper(tilt, part));
    while (found.length < MOST / 2 && part < WIDEST) {
      part *= 2;
      found = rounding.differing(lower(tilt, part), upper(tilt, part));
    }
    below = lower(tilt, part);
    above = upper(tilt, part);
    near = Arrays.copyOf(found, Math.min(MOST, found.length));
  }

  private static Tilt lower(Tilt tilt, double part) {
    return tilt.with(tilt.lambda * Math.max(0, 1 - part));
  }

  private static Tilt upper(Tilt tilt, double part) {
    return tilt.with(tilt.lambda * (1 + part));
  }

  /** The same weights but for a few documents. */
  int[] nearest(int[] weights) {
    int[] trimmed = weights;
    for (int round = 0; round < ROUNDS; round++) {
      trimmed = nearer(trimmed);
    }
    return trimmed;
  }

  /** The same weights but for at most two documents. */
  private int[] nearer(int[] weights) {
    double off = rounding.miss(weights);
    double[] moves = new double[near.length];
    for (int at = 0; at < near.length; at++) {
      int i = near[at];
      moves[at] = rounding.words(i, other(i, weights[i])) - rounding.words(i, weights[i]);
    }
    double best = Math.abs(off);
    int first = -1;
    int second = -1;
    for (int one = 0; one < near.length; one++) {
      for (int two = one; two < near.length; two++) {
        double left = Math.abs(off + moves[one] + (two == one ? 0 : moves[two]));
        if (left < best) {
          best = left;
          first = one;
          second = two;
        }
      }
    }
    int[] trimmed = weights.clone();
    for (int at : first < 0 ? new int[0] : new int[] {first, second}) {
      trimmed[near[at]] = other(near[at], weights[near[at]]);
    }
    return trimmed;
  }

  /** The weight at that end of the span where the document's repeats are not what they are now. */
  private int other(int i, int weight) {
    int high = rounding.weight(i, above);
    return rounding.words(i, high) == rounding.words(i, weight) ? rounding.weight(i, below) : high;
  }
}
