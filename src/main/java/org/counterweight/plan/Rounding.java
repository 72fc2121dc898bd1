package org.counterweight.plan;

import java.util.Arrays;

/**
 * Moves lambda until the total over the whole repeats misses the target by less than one document.
 *
 * <p>The total never falls as lambda grows and jumps by one document at a time, but where several share a slope and so
 * jump together. Those are split in canonical order: the first of them get the weight beyond the jump, which differs
 * from the weight before it by a millionth. Brakes stay as they are, so that this last step may carry a source or host
 * over its gain cap by the same small part of its gain as everyone else's.
 */
final class Rounding {
  private static final int MOST_GROWTHS = 60;
  private final Problem problem;
  private final Columns columns;
  private final Form form;
  private final Tilt expected;
  private final long scaleMicro;
  private final int[] draws;

  /** Where the last lambda lies. */
  private Tilt settled;

  /** What is to be zero, of the totals over whole repeats and the factor on all weights; it never falls with lambda. */
  interface Form {
    double miss(Totals totals, double scale);
  }

  /**
   * @param form what to meet
   * @param expected the solution in expectation
   * @param scaleMicro factor on all weights, in millionths
   */
  Rounding(Problem problem, Form form, Tilt expected, long scaleMicro, long seed) {
    this.problem = problem;
    columns = problem.columns;
    this.form = form;
    this.expected = expected;
    this.scaleMicro = scaleMicro;
    draws = new int[problem.size()];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = (int) (Draw.unit(seed, columns.key[i]) * 1e6);
    }
  }

  /** Weights in millionths, in canonical order. */
  int[] weights() {
    double value = miss(totals(expected));
    double step = Math.max(Math.abs(expected.lambda), 1e-3) * 1e-6;
    double edge = expected.lambda;
    for (int growth = 0; growth < MOST_GROWTHS; growth++) {
      double next = beyond(edge, value < 0 ? step : -step);
      double reached = miss(totals(expected.with(next)));
      if (value < 0 && reached >= 0) {
        return between(edge, next);
      }
      if (value >= 0 && reached < 0) {
        return between(next, edge);
      }
      if (next == 0) {
        return weights(expected.with(0));
      }
      edge = next;
      step *= 4;
    }
    return weights(expected.with(edge));
  }

  /** The next place to look at, but never across zero, where the other side would gain. */
  private static double beyond(double edge, double step) {
    double next = edge + step;
    return edge * next < 0 ? 0 : next;
  }

  /** The tilt under which weights were made last. */
  Tilt settled() {
    return settled;
  }

  /** Published weights, not moved. */
  int[] weights(Tilt tilt) {
    settled = tilt;
    int[] weights = new int[draws.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weight(i, tilt);
    }
    return weights;
  }

  /** Bisects over the documents that still differ between both ends. */
  private int[] between(double low, double high) {
    Tilt below = expected.with(low);
    Tilt above = expected.with(high);
    Totals totals = totals(below);
    int[] active = differing(all(), below, above);
    while (true) {
      double middle = below.lambda + (above.lambda - below.lambda) / 2;
      if (!(middle > below.lambda && middle < above.lambda)) {
        return split(active, totals, below, above);
      }
      Tilt tilt = expected.with(middle);
      Totals moved = totals.copy();
      for (int i : active) {
        moved.addRepeats(columns, i, repeats(i, tilt) - repeats(i, below));
      }
      if (miss(moved) < 0) {
        below = tilt;
        totals = moved;
      } else {
        above = tilt;
      }
      active = differing(active, below, above);
    }
  }

  /** Takes documents over the jump one by one, and stops where the total is nearest to the target. */
  private int[] split(int[] active, Totals totals, Tilt below, Tilt above) {
    int[] weights = weights(below);
    double best = Math.abs(miss(totals));
    int taken = 0;
    for (int at = 0; at < active.length; at++) {
      int i = active[at];
      totals.addRepeats(columns, i, repeats(i, above) - repeats(i, below));
      if (Math.abs(miss(totals)) < best) {
        best = Math.abs(miss(totals));
        taken = at + 1;
      }
    }
    for (int at = 0; at < taken; at++) {
      weights[active[at]] = weight(active[at], above);
    }
    return weights;
  }

  private int[] differing(int[] among, Tilt below, Tilt above) {
    int[] differing = new int[among.length];
    int count = 0;
    for (int i : among) {
      if (repeats(i, below) != repeats(i, above)) {
        differing[count++] = i;
      }
    }
    return Arrays.copyOf(differing, count);
  }

  /** The documents whose repeats differ between two tilts. */
  int[] differing(Tilt below, Tilt above) {
    return differing(all(), below, above);
  }

  /** Words met of a document at a weight. */
  double words(int i, int weightMicro) {
    return (double) columns.words[i] * repeats(weightMicro, draws[i]);
  }

  /** How far weights miss what is to be met. */
  double miss(int[] weights) {
    Totals totals = new Totals();
    for (int i = 0; i < weights.length; i++) {
      totals.addRepeats(columns, i, repeats(weights[i], draws[i]));
    }
    return miss(totals);
  }

  private int[] all() {
    int[] all = new int[draws.length];
    Arrays.setAll(all, i -> i);
    return all;
  }

  private Totals totals(Tilt tilt) {
    Totals totals = new Totals();
    for (int i = 0; i < draws.length; i++) {
      totals.addRepeats(columns, i, repeats(i, tilt));
    }
    return totals;
  }

  private double miss(Totals totals) {
    return form.miss(totals, scaleMicro / 1e6);
  }

  private int repeats(int i, Tilt tilt) {
    return repeats(weight(i, tilt), draws[i]);
  }

  int weight(int i, Tilt tilt) {
    return scaled(tilt.weightMicro(i), scaleMicro);
  }

  /** A weight times a factor, both in millionths. */
  static int scaled(int weightMicro, long scaleMicro) {
    return Math.toIntExact((weightMicro * scaleMicro + 500_000) / 1_000_000);
  }

  static int repeats(int weightMicro, int drawMicro) {
    return (int) (((long) weightMicro + drawMicro) / 1_000_000);
  }
}
