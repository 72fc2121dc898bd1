package org.counterweight.virality;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * The natural logarithm of the odds of doom to tractable words over documents, for the point and every replicate, as
 * kept for a later run to compare with. Single precision: a ten-millionth of the odds.
 *
 * @param reason why there are none; empty where there are
 * @param values the point at 0, then the replicates; infinite where one side has no words, NaN where neither has;
 *     empty where there is a reason
 */
public record LogOdds(String reason, float[] values) implements Serializable {

  public LogOdds {
    Objects.requireNonNull(reason);
    values = values.clone();
    if (reason.isEmpty() == (values.length == 0)) {
      throw new IllegalArgumentException("Cannot hold log odds: either values or a reason why there are none");
    }
  }

  /** Those of a basis. */
  static LogOdds of(Basis basis) {
    var reason = basis.reason(Level.DOCUMENTS);
    if (!reason.isEmpty()) {
      return new LogOdds(reason, new float[0]);
    }
    double[][] masses = basis.at(Level.DOCUMENTS);
    var values = new float[masses.length];
    for (int r = 0; r < values.length; r++) {
      values[r] = (float) StrictMath.log(masses[r][Ratios.DOOM] / masses[r][Ratios.TRACTABLE]);
    }
    return new LogOdds("", values);
  }

  @Override
  public float[] values() {
    return values.clone();
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof LogOdds other && reason.equals(other.reason) && Arrays.equals(values, other.values);
  }

  @Override
  public int hashCode() {
    return 31 * reason.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return reason.isEmpty() ? "log odds " + values[0] + " with " + (values.length - 1) + " replicates" : reason;
  }
}
