package org.counterweight.virality;

import java.io.Serializable;
import java.util.Locale;

/**
 * What a user assumes of a ratio before looking: its logarithm is normal. It is never used unless asked for.
 *
 * @param logRatio the mean of the logarithm
 * @param sd its standard deviation, above 0
 */
public record Prior(double logRatio, double sd) implements Serializable {

  private static final double NORMAL = 1.959963984540054;

  public Prior {
    if (!Double.isFinite(logRatio) || !(sd > 0 && sd < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("Cannot assume log ratio " + logRatio + " with sd " + sd + ": sd not above 0");
    }
  }

  /**
   * A figure and the assumption together, weighted by their precision on the scale of the logarithm; the assumption
   * alone where the data cannot say or are bounded on one side only. Either way the reason says so.
   */
  public Figure with(Figure figure) {
    String assumed = String.format(Locale.ROOT, "assumed: log ratio %.3g, sd %.3g", logRatio, sd);
    double error = (StrictMath.log(figure.high()) - StrictMath.log(figure.low())) / (2 * NORMAL);
    if (!figure.identifiable() || !(error > 0 && error < Double.POSITIVE_INFINITY)) {
      return interval(logRatio, sd, assumed + "; the assumption alone, since the data cannot say: " + figure.reason());
    }
    double data = 1 / (error * error);
    double prior = 1 / (sd * sd);
    double center = (data * StrictMath.log(figure.value()) + prior * logRatio) / (data + prior);
    String alone =
        assumed + "; by the data alone " + Interval.shown(figure.value()) + " [" + Interval.shown(figure.low()) + ", "
            + Interval.shown(figure.high()) + "]" + (figure.reason().isEmpty() ? "" : "; " + figure.reason());
    return interval(center, Math.sqrt(1 / (data + prior)), alone);
  }

  private static Figure interval(double center, double error, String reason) {
    double value = StrictMath.exp(center);
    double low = StrictMath.exp(center - NORMAL * error);
    return new Figure(value, low, StrictMath.exp(center + NORMAL * error), true, reason);
  }

  /** As configuration files write it. */
  @Override
  public String toString() {
    return "{log-ratio: " + logRatio + ", sd: " + sd + "}";
  }
}
