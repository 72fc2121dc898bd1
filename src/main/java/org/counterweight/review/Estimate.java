package org.counterweight.review;

import java.util.List;
import org.counterweight.virality.Figure;

/**
 * What one estimator says of the frame.
 *
 * @param masses words of doom, tractable, other and not_ai
 * @param odds doom to tractable
 */
public record Estimate(List<Figure> masses, Figure odds) {

  public Estimate {
    masses = List.copyOf(masses);
    if (masses.size() != Classes.COUNT) {
      throw new IllegalArgumentException("Cannot hold " + masses.size() + " masses: not of four classes");
    }
  }
}
