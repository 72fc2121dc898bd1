package org.counterweight.virality;

import java.io.Serializable;
import java.util.Objects;

/**
 * A figure with its 95 % interval, or the reason why the data cannot say.
 *
 * @param value the estimate; NaN where not identifiable
 * @param low lower end of the interval; NaN where not identifiable
 * @param high upper end; may be infinite where one-sided; NaN where not identifiable
 * @param identifiable whether the data can say
 * @param reason why not, or a caveat; empty where there is nothing to add
 */
public record Figure(double value, double low, double high, boolean identifiable, String reason)
    implements Serializable {

  public Figure {
    Objects.requireNonNull(reason);
    if (identifiable && !(low <= value && value <= high)) {
      throw new IllegalArgumentException("Cannot hold figure " + value + " outside its interval");
    }
    if (!identifiable && reason.isEmpty()) {
      throw new IllegalArgumentException("Cannot hold a figure that is not identifiable without a reason");
    }
  }

  /** A figure that the data identify. */
  public static Figure of(double value, double low, double high) {
    return new Figure(value, low, high, true, "");
  }

  /** The honest answer where the data cannot say. */
  public static Figure notIdentifiable(String reason) {
    return new Figure(Double.NaN, Double.NaN, Double.NaN, false, reason);
  }

  /** Whether one lies in the interval, so that no direction is shown. */
  public boolean holdsOne() {
    return !identifiable || (low <= 1 && 1 <= high);
  }
}
