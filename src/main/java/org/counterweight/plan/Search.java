package org.counterweight.plan;

/**
 * Searches the best weights in expectation: those that meet the target at the least divergence, or come nearest to it.
 *
 * <p>Where the target is out of reach, the best reachable odds or share is the last value v that some weights reach. It
 * is found after Dinkelbach (1967, "On nonlinear fractional programming"): ask for v, let lambda grow without end, and
 * take the value that this reaches as the next v, until it no longer moves.
 *
 * @param before the candidates at base
 */
record Search(Ground ground, PlanSettings settings, Goal goal, Totals before) {
  private static final int MOST_ROUNDS = 40;

  /**
   * The solution for weights that will be scaled by one factor.
   *
   * @param scale the factor
   */
  Solver.Solution solve(double scale) {
    Solver solver = new Solver(new Problem(ground, settings, goal, scale));
    double sign = solver.towards();
    double base = goal.value(before, ground.restWords());
    Solver.Solution free = solver.reachable() ? solver.free() : nearest(scale, sign, GainLimits.NONE, base);
    if (!settings.capsGains()) {
      return free;
    }
    GainLimits caps = GainLimits.of(settings, free.problem().extraWords(free.tilt()));
    if (free.feasible()) {
      Solver.Solution capped = solver.capped(caps, free);
      if (capped.feasible()) {
        return capped;
      }
    }
    double value = goal.value(totals(free.tilt()), ground.restWords());
    return nearest(scale, sign, caps, value > 0 && value < Double.POSITIVE_INFINITY ? value : base);
  }

  private Solver.Solution nearest(double scale, double sign, GainLimits caps, double start) {
    double value = start;
    for (int round = 1; ; round++) {
      Problem problem = new Problem(ground, settings, goal.towards(value), scale);
      Tilt tilt = new Solver(problem).limit(sign, caps);
      double next = goal.value(totals(tilt), ground.restWords());
      if (!(Math.abs(next - value) > 1e-8 * Math.abs(value)) || round == MOST_ROUNDS) {
        return new Solver.Solution(problem, tilt, false);
      }
      value = next;
    }
  }

  private Totals totals(Tilt tilt) {
    Totals totals = new Totals();
    for (int i = 0; i < ground.base().length; i++) {
      totals.addWeight(ground.candidates().columns(), i, tilt.weightMicro(i));
    }
    return totals;
  }
}
