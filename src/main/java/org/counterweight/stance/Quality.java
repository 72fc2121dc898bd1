package org.counterweight.stance;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What was measured of a classifier on text that it had not seen, and what follows for its use.
 *
 * @param operatingPoint from which probability of tractable documents may gain
 * @param decision which stance to name
 * @param softMatrix its errors
 * @param figures by cross-validation at natural rates, see {@link Measured}
 */
public record Quality(
    OperatingPoint operatingPoint, Decision decision, SoftMatrix softMatrix, List<Measured> figures)
    implements Serializable {

  public Quality {
    Objects.requireNonNull(operatingPoint);
    Objects.requireNonNull(decision);
    Objects.requireNonNull(softMatrix);
    figures = List.copyOf(figures);
  }
}
