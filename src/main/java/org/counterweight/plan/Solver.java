package org.counterweight.plan;

/**
 * Finds lambda, first without and then with gain caps.
 *
 * @param problem what to minimise
 */
record Solver(Problem problem) {
  /** Where every weight stands at a bound, unless its slope is zero but for the last digits. */
  private static final double LIMIT = 0x1p40;

  /**
   * The limit under gain caps. Slopes that differ by less than 1e-5 share a cap there where the steeper one should take
   * it all: beyond, brakes would lose their digits.
   */
  private static final double LIMIT_BRAKED = 0x1p21;

  private static final double TOLERANCE = 1e-11;

  /** The same under gain caps, whose brakes are found to a part of 1e-7. */
  private static final double TOLERANCE_BRAKED = 1e-7;

  /** A target missed by less than this part counts as reached: caps are whole millionths. */
  private static final double REACHED = 1e-6;

  /**
   * A solution, or the best reachable one.
   *
   * @param problem what it minimises
   * @param tilt its multipliers
   * @param feasible whether it meets the target in expectation
   */
  record Solution(Problem problem, Tilt tilt, boolean feasible) {}

  /** Whether any lambda meets the target without gain caps. */
  boolean reachable() {
    return miss(towards(), LIMIT, null) >= -REACHED * problem.magnitude();
  }

  /** The solution without gain caps, where it is reachable. */
  Solution free() {
    return search(null, LIMIT, 1);
  }

  /**
   * The solution under gain caps, or the weights nearest to the target of this problem.
   *
   * @param caps most extra words
   * @param free the solution without
   */
  Solution capped(GainLimits caps, Solution free) {
    Gains gains = new Gains(problem, caps);
    return gains.none() ? free : search(gains, LIMIT_BRAKED, Math.min(LIMIT_BRAKED, Math.abs(free.tilt().lambda)));
  }

  /** Where the weights go as lambda grows without end to the side of {@code sign}. */
  Tilt limit(double sign, GainLimits caps) {
    Gains gains = new Gains(problem, caps);
    if (gains.none()) {
      return at(sign * LIMIT, null);
    }
    for (double lambda = LIMIT_BRAKED * 0x1p-14; lambda < LIMIT_BRAKED; lambda *= 0x1p7) {
      gains.settle(sign * lambda, Gains.FEW);
    }
    return gains.settle(sign * LIMIT_BRAKED, Gains.FEW);
  }

  /** The sign of lambda: up where base holds too few tractable words, down where it holds too many. */
  double towards() {
    return problem.miss(at(0, null)) < 0 ? 1 : -1;
  }

  /** At lambda zero the weights stand at base; lambda moves away from there, and the miss with it. */
  private Solution search(Gains gains, double limit, double guess) {
    double tolerance = (gains == null ? TOLERANCE : TOLERANCE_BRAKED) * problem.magnitude();
    double sign = towards();
    double low = 0;
    double high = guess;
    double value = miss(sign, high, gains);
    while (value < 0 && high < limit) {
      low = high;
      high = Math.min(limit, high * 4);
      value = miss(sign, high, gains);
    }
    if (value >= 0) {
      high = Root.between(lambda -> miss(sign, lambda, gains), low, high, tolerance);
    }
    return new Solution(problem, at(sign * high, gains), value >= -REACHED * problem.magnitude());
  }

  private double miss(double sign, double lambda, Gains gains) {
    return sign * problem.miss(at(sign * lambda, gains));
  }

  private Tilt at(double lambda, Gains gains) {
    return gains == null ? new Tilt(problem, lambda, null) : gains.settle(lambda, Gains.MANY);
  }
}
