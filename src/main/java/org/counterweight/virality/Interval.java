package org.counterweight.virality;

import java.util.Arrays;
import java.util.Locale;

/**
 * Percentile intervals of a ratio, with its one-sided and empty cases in words.
 *
 * @param none what a replicate at zero lacks, such as {@code doom words}
 * @param infinite what a replicate at infinity lacks
 */
record Interval(String none, String infinite) {

  /** Odds of doom to tractable. */
  static final Interval ODDS = new Interval("doom words", "tractable words");

  /** Odds over documents to odds over works. */
  static final Interval RATIO =
      new Interval(
          "doom words in documents or tractable words in works", "tractable words in documents or doom words in works");

  /** Multiplicity of doom to that of tractable, each undefined without words of its own. */
  static final Interval MULTIPLICITY = new Interval("doom words", "tractable words");

  /** Tractable words to all words. */
  static final Interval SHARE = new Interval("tractable words", "words at all");

  /** Share of the replicates beyond each end. */
  private static final double TAIL = 0.025;

  /**
   * The figure of a ratio.
   *
   * @param values the point at 0, then the replicates; each may be 0, infinite, or NaN where it is undefined, which
   *     counts at both ends
   */
  Figure of(double[] values) {
    double point = values[0];
    int beyond = (int) (TAIL * (values.length - 1));
    double low = sorted(values, 0)[beyond];
    double high = sorted(values, Double.POSITIVE_INFINITY)[values.length - 2 - beyond];
    if (low == 0 && high == Double.POSITIVE_INFINITY) {
      return Figure.notIdentifiable(
          "neither end is bounded: more than 2.5 % of the replicates hold no " + none + " or no " + infinite);
    }
    if (!(point > 0 && point < Double.POSITIVE_INFINITY)) {
      return Figure.notIdentifiable(edge(point, low, high));
    }
    return new Figure(point, Math.min(low, point), Math.max(high, point), true, caveat(low, high));
  }

  private String edge(double point, double low, double high) {
    if (point == 0 && this == SHARE) {
      return "the correction leaves no tractable words: their share of all words is at most " + percent(high);
    }
    if (point == 0) {
      return "no " + none + " are left" + (high > 0 ? "; the value is at most " + shown(high) : "");
    }
    if (point == Double.POSITIVE_INFINITY) {
      String bound = low < Double.POSITIVE_INFINITY ? "; the value is at least " + shown(low) : "";
      return "no " + infinite + " are left" + bound;
    }
    return "neither " + none + " nor " + infinite + " are left";
  }

  private String caveat(double low, double high) {
    if (low > 0 && high < Double.POSITIVE_INFINITY) {
      return "";
    }
    return "one-sided: more than 2.5 % of the replicates hold no " + (low > 0 ? infinite : none);
  }

  private static double[] sorted(double[] values, double undefined) {
    double[] replicates = Arrays.copyOfRange(values, 1, values.length);
    for (int r = 0; r < replicates.length; r++) {
      replicates[r] = Double.isNaN(replicates[r]) ? undefined : replicates[r];
    }
    Arrays.sort(replicates);
    return replicates;
  }

  /** Three digits, since shares may be small. */
  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3g %%", 100 * share);
  }

  /** Two decimals, whatever the machine's language. */
  static String shown(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
