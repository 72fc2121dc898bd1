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

  /** Which documents are over the operating threshold, or need not be. */
  final boolean[] mayGain;

  private final double constant;
  private final boolean noSynthetic;

  /** A bar that is left out, to see what it costs; null for none. */
  private final WeightReason lifted;

  /** Extra words to give; NaN where a target decides. */
  private final double extra;

  /**
   * @param scale factor that will be applied to all weights; caps make room for it where it is above one
   */
  Problem(Ground ground, PlanSettings settings, Goal goal, double scale) {
    this(ground, settings, ground.candidates().columns().mayGain, goal.constant(), Double.NaN, scale);
    for (int i = 0; i < slope.length; i++) {
      low[i] = Math.max(ground.least()[i], (int) Math.ceil(settings.floor() * base[i]));
      if (columns.words[i] > 0 && base[i] > 0) {
        slope[i] = goal.slope(columns, i);
      }
    }
  }

  /** Extra words along a tilt: nothing falls below its base. */
  Problem(Ground ground, PlanSettings settings, Amount amount) {
    this(ground, settings, amount.may(), 0, amount.words(), 1);
    for (int i = 0; i < slope.length; i++) {
      low[i] = Math.max(ground.least()[i], base[i]);
      slope[i] = base[i] > 0 ? amount.slope()[i] : 0;
    }
  }

  private Problem(
      Ground ground, PlanSettings settings, boolean[] mayGain, double constant, double extra, double scale) {
    candidates = ground.candidates();
    columns = candidates.columns();
    base = ground.base();
    this.mayGain = mayGain;
    this.constant = constant;
    noSynthetic = settings.guards().excludesSynthetic();
    lifted = null;
    this.extra = extra;
    low = new int[columns.size];
    high = new int[columns.size];
    slope = new double[columns.size];
    baseOverCap = new Caps(columns, base, ground.reserved(), settings.maxEpochs()).into(high, scale);
  }

  private Problem(Problem other, WeightReason lifted) {
    base = other.base;
    low = other.low;
    high = other.high;
    slope = other.slope;
    candidates = other.candidates;
    columns = other.columns;
    baseOverCap = other.baseOverCap;
    mayGain = other.mayGain;
    constant = other.constant;
    noSynthetic = other.noSynthetic;
    extra = other.extra;
    this.lifted = lifted;
  }

  /** The same without a bar. */
  Problem without(WeightReason bar) {
    return new Problem(this, bar);
  }

  int size() {
    return base.length;
  }

  /** What bars a document from any gain; null where nothing does. */
  WeightReason bar(int i) {
    if (columns.overlaps[i] && lifted != WeightReason.EVALUATION_OVERLAP) {
      return WeightReason.EVALUATION_OVERLAP;
    }
    if (!mayGain[i] && lifted != WeightReason.BELOW_THRESHOLD) {
      return WeightReason.BELOW_THRESHOLD;
    }
    boolean excluded = noSynthetic && columns.synthetic[i] && lifted != WeightReason.SYNTHETIC;
    return excluded ? WeightReason.SYNTHETIC : null;
  }

  /** The most that a document may weigh: its base where it may not gain. */
  int most(int i) {
    return bar(i) == null ? Math.max(low[i], high[i]) : Math.max(low[i], base[i]);
  }

  /** The weight in millionths, not rounded, that an exponent leads to. */
  double weight(int i, double exponent) {
    if (exponent > 0) {
      int most = most(i);
      return most <= base[i] ? most : Math.max(low[i], Math.min(most, base[i] * StrictMath.exp(exponent)));
    }
    if (exponent < 0) {
      return low[i] == base[i] ? low[i] : Math.max(low[i], base[i] * StrictMath.exp(exponent));
    }
    return Math.max(low[i], base[i]);
  }

  /** Expected tractable words beyond what the target asks; expected extra words beyond those to give. */
  double miss(Tilt tilt) {
    if (!Double.isNaN(extra)) {
      return extraWords(tilt) - extra;
    }
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
    if (!Double.isNaN(extra)) {
      return extra;
    }
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

  /** Words of the shortest document that may gain, zero where none may. */
  int shortestThatMayGain() {
    int shortest = Integer.MAX_VALUE;
    for (int i = 0; i < slope.length; i++) {
      if (slope[i] > 0 && columns.words[i] > 0 && most(i) > base[i]) {
        shortest = Math.min(shortest, columns.words[i]);
      }
    }
    return shortest == Integer.MAX_VALUE ? 0 : shortest;
  }
}
