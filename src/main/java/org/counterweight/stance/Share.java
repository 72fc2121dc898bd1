package org.counterweight.stance;

/**
 * How many of a number of passages.
 *
 * @param found how many
 * @param all of how many; 0 leaves the share undefined
 */
public record Share(int found, int all) {

  /** The normal deviate that leaves 2.5 % on either side. */
  private static final double Z = 1.959963984540054;

  public Share {
    if (found < 0 || found > all) {
      throw new IllegalArgumentException("Cannot hold a share of " + found + " of " + all);
    }
  }

  /**
   * The share with its 95 % interval by Wilson (1927), which stays within [0, 1] and is wider than a point where all or
   * none are found; NaN where undefined.
   */
  public Evaluation.Interval interval() {
    if (all == 0) {
      return new Evaluation.Interval(Double.NaN, Double.NaN, Double.NaN);
    }
    double p = found / (double) all;
    double pull = Z * Z / all;
    double centre = (p + pull / 2) / (1 + pull);
    double half = Z / (1 + pull) * Math.sqrt((p * (1 - p) + pull / 4) / all);
    return new Evaluation.Interval(p, Math.min(p, Math.max(0, centre - half)), Math.max(p, Math.min(1, centre + half)));
  }
}
