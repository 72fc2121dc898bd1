package org.counterweight.plan;

/**
 * Plans one stage: the one way from settings to weights.
 *
 * @param settings how to plan
 */
public record Planner(PlanSettings settings) {
  private static final int MOST_ROUNDS = 12;
  private static final long ONE = 1_000_000;

  /** Factors on all weights stay below this over base, so that weights in millionths fit an int. */
  private static final double MOST_WEIGHT = 2000;

  /**
   * Gives every candidate a weight, in one stage over the whole corpus.
   *
   * @param candidates the documents about AI
   * @param rest all other documents
   * @param now what virality has shown; only {@code debias} looks at it
   */
  public Plan plan(Candidates candidates, Rest rest, Circumstances now) {
    return toTarget(Ground.alone(candidates, settings, rest.baseWords(settings)), Variant.ONLY, now);
  }

  /** The treatment as far as the target asks. */
  Plan toTarget(Ground ground, Variant variant, Circumstances now) {
    Totals before = ground.atBase();
    Goal goal = Goal.of(settings, before, ground.restWords(), now);
    Account account = new Account(ground, settings, variant, goal, before);
    if (goal.stay() != null) {
      return account.untouched(goal.feasible(), goal.stay());
    }
    Draft draft = draft(new Search(ground, settings, goal, before));
    Solver.Solution solution = draft.solution;
    Rounding rounding =
        new Rounding(solution.problem(), goal::miss, solution.tilt(), draft.scaleMicro, settings.seed());
    if (solution.feasible()) {
      return account.planned(draft, rounding.weights(), true, "");
    }
    int[] weights = rounding.weights(solution.tilt());
    double scale = draft.scaleMicro / 1e6;
    double reached = goal.value(Totals.weighted(ground.candidates().columns(), weights), ground.restWords() * scale);
    String why =
        "Cannot reach %s within the caps: the best reachable is %s"
            .formatted(settings.target().describe(), Goal.plain(reached));
    Shortfall shortfall = new Shortfall(settings, other -> new Problem(ground, other, goal, scale));
    return account.planned(draft, weights, false, why + "; " + shortfall.ways(solution));
  }

  /** The treatment with so many extra words, along the way to the target and on beyond it. */
  Plan dose(Ground ground, Variant variant, Circumstances now) {
    Totals before = ground.atBase();
    Goal goal = Goal.of(settings, before, ground.restWords(), now);
    Account account = new Account(ground, settings, variant, goal.asDirection(), before);
    boolean debias = settings.target() instanceof Target.Debias;
    double words = variant.dose() * ground.words();
    if (words == 0 || (debias && goal.stay() != null)) {
      return account.untouched(goal.feasible(), words == 0 ? "The stage holds no words" : goal.stay());
    }
    boolean down = debias && goal.miss(before, 1) > 0;
    return adding(account, Amount.dose(ground.candidates().columns(), goal, down, words));
  }

  /**
   * The documents about AI alike, with the same odds at base and after.
   *
   * @param words extra words: the treatment's
   */
  Plan salience(Ground ground, Variant variant, long words) {
    Totals before = ground.atBase();
    Account account = new Account(ground, settings, variant, Goal.unchanged(before), before);
    return words > 0 ? new Salience(this, account).plan(words) : account.untouched(words == 0, unmatched(words));
  }

  /** What a control arm says where the treatment adds nothing. */
  static String unmatched(long words) {
    return words == 0
        ? "The treatment adds no words, so there are none to match"
        : "Cannot match a treatment that takes words away: plan.floor below 1 lets it; use plan.doses or plan.floor 1";
  }

  /** The weights that add so many words, or as many as the caps allow. */
  Plan adding(Account account, Amount amount) {
    return adding(account, amount, added(account.ground(), amount));
  }

  Plan adding(Account account, Amount amount, Solver.Solution solution) {
    Ground ground = account.ground();
    Columns columns = ground.candidates().columns();
    double start = startWords(ground);
    Rounding.Form form = (totals, scale) -> totals.words() - start - amount.words();
    Rounding rounding = new Rounding(solution.problem(), form, solution.tilt(), ONE, settings.seed());
    Draft draft = new Draft(solution, ONE);
    if (solution.feasible() && solution.tilt().lambda > 0) {
      int[] rounded = rounding.weights();
      int[] weights = new Trim(rounding, rounding.settled()).nearest(rounded, Arm.MATCHED / 2 * amount.words());
      return inWholeRepeats(account.planned(draft, weights, true, ""), solution.problem(), amount);
    }
    int[] weights = rounding.weights(solution.tilt());
    if (solution.feasible()) {
      return inWholeRepeats(account.planned(draft, weights, true, ""), solution.problem(), amount);
    }
    String why =
        "Cannot add %s words within the caps: the most is %s"
            .formatted(
                Goal.plain(amount.words()),
                Goal.plain(Totals.weighted(columns, weights).words() - account.before().words()));
    Shortfall shortfall = new Shortfall(settings, other -> new Problem(ground, other, amount));
    return account.planned(draft, weights, false, why + "; " + shortfall.ways(solution));
  }

  /** The plan, infeasible where its whole repeats miss the words by more than the package's description allows. */
  private static Plan inWholeRepeats(Plan plan, Problem problem, Amount amount) {
    long reached = plan.outcome().extraWords();
    double allowed = Math.max(Arm.MATCHED * amount.words(), problem.shortestThatMayGain());
    return Math.abs(reached - amount.words()) <= allowed + 0.5 // half a word: what is asked for is not a whole number
        ? plan
        : plan.infeasible(
            ("Cannot add %s words in whole repeats within the caps: they come to %d; a larger dose has more"
                    + " documents, and a whole number for plan.max-epochs rounds less")
                .formatted(Goal.plain(amount.words()), reached));
  }

  /** The solution in expectation. */
  Solver.Solution added(Ground ground, Amount amount) {
    Solver solver = new Solver(new Problem(ground, settings, amount));
    Tilt still = new Tilt(solver.problem(), 0, null);
    if (solver.problem().miss(still) >= 0) {
      return new Solver.Solution(solver.problem(), still, true);
    }
    Solver.Solution free =
        solver.reachable()
            ? solver.free()
            : new Solver.Solution(solver.problem(), solver.limit(1, GainLimits.NONE), false);
    if (!settings.capsGains()) {
      return free;
    }
    GainLimits caps = GainLimits.of(settings, solver.problem().extraWords(free.tilt()));
    Solver.Solution capped = solver.capped(caps, free);
    return capped.feasible() ? capped : new Solver.Solution(solver.problem(), solver.limit(1, caps), false);
  }

  private double startWords(Ground ground) {
    Columns columns = ground.candidates().columns();
    Totals totals = new Totals();
    for (int i = 0; i < columns.size; i++) {
      totals.addRepeats(columns, i, Draw.repeats(ground.base()[i], Draw.unit(settings.seed(), columns.key[i])));
    }
    return totals.words();
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
      return new Draft(solution, ONE);
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
    Ground ground = search.ground();
    Totals after = new Totals();
    int most = 1_000_000;
    for (int i = 0; i < ground.base().length; i++) {
      int weight = solution.tilt().weightMicro(i);
      after.addWeight(ground.candidates().columns(), i, weight);
      most = Math.max(most, weight);
    }
    double total = after.words() + ground.restWords();
    double scale = total > 0 ? (search.before().words() + ground.restWords()) / total : 1;
    return Math.min(scale, MOST_WEIGHT * 1e6 / most);
  }
}
