package org.counterweight.plan;

/**
 * What repeated words are worth, after Muennighoff et al. 2023, "Scaling Data-Constrained Language Models" (equation
 * 5): met for R + 1 epochs, U words teach as much as D' = U + U R* (1 - exp(-R / R*)) words met once. Fitted there on
 * whole corpora of web text repeated evenly; here each work is taken by itself.
 */
public final class DataValue {
  /** Repeats after which a word's further value has fallen to 1/e, as fitted there (R_D*). */
  public static final double DECAY = 15.39;

  private DataValue() {}

  /**
   * D' in words.
   *
   * @param words different words, zero or more
   * @param epochs times that they are met, zero or more; below one it is the part of them that is met
   */
  public static double of(double words, double epochs) {
    double repeats = Math.max(0, epochs - 1);
    return words * (Math.min(1, epochs) + DECAY * -StrictMath.expm1(-repeats / DECAY));
  }
}
