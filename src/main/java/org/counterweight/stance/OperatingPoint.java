package org.counterweight.stance;

import java.io.Serializable;

/**
 * The probability of tractable from which a document may gain, and how often such a judgement was right out of fold.
 * All but the count are in millionths.
 *
 * @param threshold least probability of tractable
 * @param precision share of truly tractable passages among those at or above it, at natural rates, from a curve through
 *     all passages (see {@code OperatingSearch})
 * @param low lower end of the 95 % interval of the precision, families redrawn
 * @param high its upper end
 * @param passages labelled passages at or above it
 * @param reached whether the precision wanted was reached; if not, this is the point with the best lower end
 */
public record OperatingPoint(int threshold, int precision, int low, int high, int passages, boolean reached)
    implements Serializable {

  public OperatingPoint {
    if (threshold < 0 || threshold > Probabilities.ONE || low < 0 || low > precision || precision > high) {
      throw new IllegalArgumentException(
          "Cannot operate at %d with precision %d in [%d, %d]".formatted(threshold, precision, low, high));
    }
  }

  /** The same point, not to be relied on. */
  OperatingPoint unreached() {
    return new OperatingPoint(threshold, precision, low, high, passages, false);
  }
}
