package org.counterweight.plan;

/** What the solver minimises: bounds and slopes of every document, in canonical order. */
final class Problem {
  /** Weights in millionths: base, least and most. */
  final int[] base;

  final int[] low;
  final int[] high;

  /** a_i / n_i, zero where nothing can move the document. */
  final double[] slope;

  final Candidates candidates;
  final Columns columns;

  /** Whether the base of a work exceeds its cap. */
  final boolean baseOverCap;

  private final double constant;

  /**
   * @param scale factor that will be applied to all weights; caps make room for it where it is above one
   */
  Problem(Candidates candidates, PlanSettings settings, Goal goal, double scale) {
    this.candidates = candidates;
    columns = candidates.columns();
    constant = goal.constant();
    int size = columns.size;
    base = baseWeights(candidates, settings);
    low = new int[size];
    high = new int[size];
    slope = new double[size];
    baseOverCap = new Caps(columns, base, settings.maxEpochs()).into(high, scale);
    for (int i = 0; i < size; i++) {
      low[i] = (int) Math.ceil(settings.floor() * base[i]);
      if (columns.words[i] > 0 && base[i] > 0) {
        double a = columns.tractable[i] - goal.perDoom() * columns.doom[i];
        slope[i] = a / 1e6 / columns.words[i] - goal.perWord();
      }
    }
  }

  /** Base weights in millionths. */
  static int[] baseWeights(Candidates candidates, PlanSettings settings) {
    String[] sources = candidates.sources();
    int[] bySource = new int[sources.length];
    for (int source = 0; source < sources.length; source++) {
      bySource[source] = settings.baseMicro(sources[source]);
    }
    Columns columns = candidates.columns();
    int[] base = new int[columns.size];
    for (int i = 0; i < base.length; i++) {
      base[i] = bySource[columns.source[i]];
    }
    return base;
  }

  int size() {
    return base.length;
  }

  /** The most that a document may weigh: its base where it may not gain. */
  int most(int i) {
    return columns.mayGain[i] ? high[i] : base[i];
  }

  /** The weight in millionths, not rounded, that an exponent leads to. */
  double weight(int i, double exponent) {
    if (exponent > 0) {
      int most = most(i);
      return most == base[i] ? most : Math.min(most, base[i] * StrictMath.exp(exponent));
    }
    if (exponent < 0) {
      return low[i] == base[i] ? low[i] : Math.max(low[i], base[i] * StrictMath.exp(exponent));
    }
    return base[i];
  }

  /** Expected tractable words beyond what the target asks. */
  double miss(Tilt tilt) {
    double sum = 0;
    for (int i = 0; i < slope.length; i++) {
      if (slope[i] != 0) {
        sum += weight(i, tilt.exponent(i)) * slope[i] * columns.words[i];
      }
    }
    return sum / 1e6 - constant;
  }

  /** Size of the terms of {@link #miss}, against which it counts as zero. */
  double magnitude() {
    double sum = 0;
    for (int i = 0; i < slope.length; i++) {
      sum += base[i] * Math.abs(slope[i]) * columns.words[i];
    }
    return sum / 1e6 + constant;
  }

  /** Extra words of the documents that gain. */
  double extraWords(Tilt tilt) {
    double sum = 0;
    for (int i = 0; i < slope.length; i++) {
      sum += Math.max(0, weight(i, tilt.exponent(i)) - base[i]) * columns.words[i];
    }
    return sum / 1e6;
  }
}
