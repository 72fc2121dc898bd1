package org.counterweight.virality;

import java.io.Serializable;

/** Reactions that half, nine in ten and ninety-nine in a hundred documents do not exceed; NaN where unknown. */
public record Quantiles(double median, double ninety, double ninetyNine) implements Serializable {

  /** Not to be had. */
  public static final Quantiles UNKNOWN = new Quantiles(Double.NaN, Double.NaN, Double.NaN);
}
