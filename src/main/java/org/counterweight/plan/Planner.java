package org.counterweight.plan;

/**
 * Plans a corpus: the one way from settings to weights.
 *
 * @param settings how to plan
 */
public record Planner(PlanSettings settings) {
  private static final int MOST_ROUNDS = 12;

  /** Factors on all weights stay below this over base, so that weights in millionths fit an int. */
  private static final double MOST_WEIGHT = 2000;

  /**
   * Gives every candidate a weight.
   *
   * @param candidates the documents about AI
   * @param rest all other documents
   * @param now what virality has shown; only {@code debias} looks at it
   */
  public Plan plan(Candidates candidates, Rest rest, Circumstances now) {
    double restWords = rest.baseWords(settings);
    int[] base = Problem.baseWeights(candidates, settings);
    Totals before = Totals.weighted(candidates.columns(), base);
    Goal goal = Goal.of(settings, before, restWords, now);
    Account account = new Account(candidates, settings, goal, base, before, restWords);
    if (goal.stay() != null) {
      return account.untouched();
    }
    Draft draft = draft(candidates, goal, before, restWords);
    Rounding rounding = new Rounding(draft.problem, goal, draft.solution.tilt(), draft.scaleMicro, settings.seed());
    int[] weights = draft.solution.feasible() ? rounding.weights() : rounding.weights(draft.solution.tilt());
    return account.planned(draft, weights);
  }

  /**
   * A plan before its weights are rounded.
   *
   * @param problem what was minimised
   * @param solution how
   * @param scaleMicro factor on all weights, in millionths
   */
  record Draft(Problem problem, Solver.Solution solution, long scaleMicro) {}

  private Draft draft(Candidates candidates, Goal goal, Totals before, double restWords) {
    Problem problem = new Problem(candidates, settings, goal, 1);
    Solver.Solution solution = solve(problem);
    if (settings.budget() == Budget.ADDITIVE) {
      return new Draft(problem, solution, 1_000_000);
    }
    double scale = scale(problem, solution, before, restWords);
    double last = 1;
    for (int round = 0; scale > 1 && Math.abs(scale - last) > 1e-7 && round < MOST_ROUNDS; round++) {
      last = scale;
      problem = new Problem(candidates, settings, goal, scale);
      solution = solve(problem);
      scale = scale(problem, solution, before, restWords);
    }
    return new Draft(problem, solution, Math.round(scale * 1e6));
  }

  private Solver.Solution solve(Problem problem) {
    Solver solver = new Solver(problem);
    Solver.Solution free = solver.free();
    return settings.capsGains() ? solver.capped(settings, free) : free;
  }

  private double scale(Problem problem, Solver.Solution solution, Totals before, double restWords) {
    Totals after = new Totals();
    int most = 1_000_000;
    for (int i = 0; i < problem.size(); i++) {
      int weight = solution.tilt().weightMicro(i);
      after.addWeight(problem.columns, i, weight);
      most = Math.max(most, weight);
    }
    double total = after.words() + restWords;
    double scale = total > 0 ? (before.words() + restWords) / total : 1;
    return Math.min(scale, MOST_WEIGHT * 1e6 / most);
  }
}
