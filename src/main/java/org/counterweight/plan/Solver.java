package org.counterweight.plan;

/**
 * Finds lambda, first without and then with gain caps.
 *
 * @param problem what to minimise
 */
record Solver(Problem problem) {
  /** Where every weight stands at a bound, for any slope that is not zero. */
  private static final double LIMIT = 0x1p100;

  /**
   * The limit under gain caps. Slopes that differ by less than 1e-6 share a cap there in place of the steeper one taking
   * it all: beyond, brakes would lose their digits.
   */
  private static final double LIMIT_BRAKED = 0x1p24;

  private static final double TOLERANCE = 1e-11;

  /**
   * A solution, or the best reachable one.
   *
   * @param tilt its multipliers
   * @param feasible whether it meets the target in expectation
   */
  record Solution(Tilt tilt, boolean feasible) {}

  /** The solution without gain caps. */
  Solution free() {
    return reachable() ? search(null, LIMIT, 1) : new Solution(at(towards() * LIMIT, null), false);
  }

  /** Whether any lambda meets the target without gain caps. */
  boolean reachable() {
    return miss(towards(), LIMIT, null) >= -TOLERANCE * problem.magnitude();
  }

  /** The solution under gain caps, each at a share of the extra words of the free one. */
  Solution capped(PlanSettings settings, Solution free) {
    double extra = problem.extraWords(free.tilt());
    double source = settings.maxGainSource().orElse(Double.POSITIVE_INFINITY);
    double host = settings.maxGainHost().orElse(Double.POSITIVE_INFINITY);
    return capped(source * extra, host * extra, free);
  }

  /** The same with the caps in words. */
  Solution capped(double sourceWords, double hostWords, Solution free) {
    Gains gains = new Gains(problem, sourceWords, hostWords);
    if (gains.sources().none() && gains.hosts().none()) {
      return free;
    }
    return search(gains, LIMIT_BRAKED, Math.min(LIMIT_BRAKED, Math.abs(free.tilt().lambda)));
  }

  /** At lambda zero the weights stand at base; lambda moves away from there, and the miss with it. */
  private Solution search(Gains gains, double limit, double guess) {
    double tolerance = TOLERANCE * problem.magnitude();
    double start = problem.miss(at(0, gains));
    if (Math.abs(start) <= tolerance) {
      return new Solution(at(0, gains), true);
    }
    double sign = towards();
    double low = 0;
    double high = guess;
    double value = miss(sign, high, gains);
    while (value < 0 && high < limit) {
      low = high;
      high = Math.min(limit, high * 4);
      value = miss(sign, high, gains);
    }
    if (value < -tolerance) {
      return new Solution(at(sign * high, gains), false);
    }
    if (value >= 0) {
      high = Root.between(lambda -> miss(sign, lambda, gains), low, high, tolerance);
    }
    return new Solution(at(sign * high, gains), true);
  }

  /** The sign of lambda: up where base holds too few tractable words, down where it holds too many. */
  private double towards() {
    return problem.miss(at(0, null)) < 0 ? 1 : -1;
  }

  private double miss(double sign, double lambda, Gains gains) {
    return sign * problem.miss(at(sign * lambda, gains));
  }

  private Tilt at(double lambda, Gains gains) {
    return gains == null ? new Tilt(problem, lambda, null) : gains.settle(lambda);
  }
}
