package org.counterweight.plan;

import java.util.function.DoubleUnaryOperator;

/**
 * Finds where a function that never falls crosses zero: regula falsi after Illinois, with a bisection each third step
 * so that it always ends.
 */
final class Root {
  private static final int MOST_STEPS = 400;

  private Root() {}

  /**
   * The least place found at which the function is not below zero, and at most {@code tolerance} above it unless it
   * jumps there.
   *
   * @param low where the function is below zero
   * @param high where it is not
   */
  static double between(DoubleUnaryOperator function, double low, double high, double tolerance) {
    double lowValue = function.applyAsDouble(low);
    double highValue = function.applyAsDouble(high);
    double lowPull = lowValue;
    double highPull = highValue;
    for (int step = 1; step < MOST_STEPS && highValue > tolerance; step++) {
      double at = step % 3 == 0 ? low + (high - low) / 2 : high - highPull / (highPull - lowPull) * (high - low);
      if (!(at > low && at < high)) {
        at = low + (high - low) / 2;
        if (!(at > low && at < high)) {
          break;
        }
      }
      double value = function.applyAsDouble(at);
      if (value < 0) {
        low = at;
        lowPull = value;
        highPull /= 2;
      } else {
        high = at;
        highValue = value;
        highPull = value;
        lowPull /= 2;
      }
    }
    return high;
  }
}
