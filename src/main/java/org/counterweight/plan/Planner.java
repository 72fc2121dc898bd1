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
    Draft draft = draft(new Search(candidates, settings, goal, before, restWords));
    Tilt tilt = draft.solution.tilt();
    Rounding rounding = new Rounding(draft.solution.problem(), goal, tilt, draft.scaleMicro, settings.seed());
    return account.planned(draft, draft.solution.feasible() ? rounding.weights() : rounding.weights(tilt));
  }

  /**
   * A plan before its weights are rounded.
   *
   * @param solution weights in expectation
   * @param scaleMicro factor on all weights, in millionths
   */
  record Draft(Solver.Solution solution, long scaleMicro) {}

  /** A factor above one takes room that the caps must leave: the caps and the factor are settled in turns. */
  private Draft draft(Search search) {
    Solver.Solution solution = search.solve(1);
    if (settings.budget() == Budget.ADDITIVE) {
      return new Draft(solution, 1_000_000);
    }
    double scale = scale(search, solution);
    double last = 1;
    for (int round = 0; scale > 1 && Math.abs(scale - last) > 1e-7 && round < MOST_ROUNDS; round++) {
      last = scale;
      solution = search.solve(scale);
      scale = scale(search, solution);
    }
    return new Draft(solution, Math.round(scale * 1e6));
  }

  private static double scale(Search search, Solver.Solution solution) {
    Totals after = new Totals();
    int most = 1_000_000;
    for (int i = 0; i < search.candidates().size(); i++) {
      int weight = solution.tilt().weightMicro(i);
      after.addWeight(search.candidates().columns(), i, weight);
      most = Math.max(most, weight);
    }
    double total = after.words() + search.restWords();
    double scale = total > 0 ? (search.before().words() + search.restWords()) / total : 1;
    return Math.min(scale, MOST_WEIGHT * 1e6 / most);
  }
}
