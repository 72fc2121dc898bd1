package org.counterweight.virality;

import java.io.Serializable;
import java.util.Objects;

/**
 * A figure combined over strata.
 *
 * @param figure the figure
 * @param tauSquared the variance between sources beyond chance, on the scale of the logarithm or logit; NaN for less
 *     than two sources
 * @param sources how many sources are in it
 */
public record Combined(Figure figure, double tauSquared, int sources) implements Serializable {

  public Combined {
    Objects.requireNonNull(figure);
    if (sources < 0 || tauSquared < 0) {
      throw new IllegalArgumentException("Cannot combine " + sources + " sources with variance " + tauSquared);
    }
  }
}
