package org.counterweight.plan;

import java.util.Arrays;

/**
 * Brings the total over whole repeats nearer to what it is to meet than one lambda for all can: of the documents that
 * are nearly met once more or once less, a few are. Where those do not carry it near enough, the span of lambda in
 * which documents are looked for grows: beside a few long documents, the short ones that fill a gap may lie far off.
 */
final class Trim {
  /** How many such documents are looked at, if there are so many. */
  private static final int MOST = 512;

  /** How far from lambda they are looked for at first and at most, as a part of it. */
  private static final double NARROWEST = 1.0 / 1024;

  private static final double WIDEST = 64;

  private static final int ROUNDS = 3;

  private final Rounding rounding;
  private final Tilt tilt;
  private Tilt below;
  private Tilt above;
  private int[] near;

  /**
   * @param tilt the one that the weights came from
   */
  Trim(Rounding rounding, Tilt tilt) {
    this.rounding = rounding;
    this.tilt = tilt;
  }

  /**
   * The same weights but for a few documents.
   *
   * @param enough how far off the total may stay; documents far from lambda are left alone once it is as near as this
   */
  int[] nearest(int[] weights, double enough) {
    int[] best = weights;
    double off = Math.abs(rounding.miss(weights));
    for (double part = NARROWEST; part <= WIDEST && (part == NARROWEST || off > enough); part *= 2) {
      below = tilt.with(tilt.lambda * Math.max(0, 1 - part));
      above = tilt.with(tilt.lambda * (1 + part));
      int[] found = rounding.differing(below, above);
      near = Arrays.copyOf(found, Math.min(MOST, found.length));
      int[] trimmed = weights;
      for (int round = 0; round < ROUNDS; round++) {
        trimmed = nearer(trimmed);
      }
      double left = Math.abs(rounding.miss(trimmed));
      if (left < off) {
        best = trimmed;
        off = left;
      }
    }
    return best;
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
