package org.counterweight.plan;

/**
 * The salience arm: all documents about AI gain alike. Where caps hold some back, the others lean against it, so that
 * expected doom and tractable words keep their odds: a second multiplier, on what each document adds to the odds.
 */
record Salience(Planner planner, Account account) {
  /** Odds that move by less than this part count as unchanged. */
  private static final double STILL = 1e-9;

  private static final double MOST_LEAN = 1 << 12;

  /** The plan that adds so many words, above zero. */
  Plan plan(long words) {
    double[] odds = odds();
    Amount alike = amount(odds, 0, words);
    Solver.Solution plain = planner.added(account.ground(), alike);
    double drift = drift(plain, odds);
    if (!plain.feasible() || Math.abs(drift) <= STILL * magnitude(odds)) {
      return matched(planner.adding(account, alike, plain), words);
    }
    double side = drift > 0 ? -1 : 1;
    double lean = 0.25;
    while (lean < MOST_LEAN && beyond(side, lean, odds, words) < 0) {
      lean *= 4;
    }
    if (beyond(side, lean, odds, words) < 0) {
      return moved(planner.adding(account, alike, plain), words);
    }
    double found =
        Root.between(x -> beyond(side, x, odds, words), lean == 0.25 ? 0 : lean / 4, lean, STILL * magnitude(odds));
    Amount leaning = amount(odds, side * found, words);
    Solver.Solution solution = planner.added(account.ground(), leaning);
    return solution.feasible()
        ? matched(planner.adding(account, leaning, solution), words)
        : moved(planner.adding(account, alike, plain), words);
  }

  /** The plan, infeasible where whole repeats cannot come near enough to so many words. */
  private static Plan matched(Plan plan, long words) {
    long reached = plan.outcome().extraWords();
    return !plan.outcome().feasible() || Math.abs(reached - words) <= Arm.MATCHED * words
        ? plan
        : plan.infeasible(
            "Cannot match the treatment's %d extra words: whole repeats of the documents about AI come to %d"
                .formatted(words, reached));
  }

  private Plan moved(Plan plan, long words) {
    PlanOutcome outcome = plan.outcome();
    return plan.infeasible(
        "Cannot add %d words to text about AI without moving their odds within the caps: they move from %s to %s"
            .formatted(words, Goal.plain(outcome.requested()), Goal.plain(outcome.achievedExpected())));
  }

  private Amount amount(double[] odds, double lean, long words) {
    return Amount.alike(account.ground().candidates().columns(), odds, lean, words);
  }

  /** Tractable words beyond the odds at base, for each word of a document; zero where there are no odds. */
  private double[] odds() {
    Columns columns = account.ground().candidates().columns();
    double[] odds = new double[columns.size];
    double perDoom = account.before().tractable() / account.before().doom();
    if (perDoom > 0 && perDoom < Double.POSITIVE_INFINITY) {
      Goal same = new Goal(1 / perDoom, false, perDoom, 0, 0, null, true);
      for (int i = 0; i < odds.length; i++) {
        odds[i] = columns.words[i] > 0 ? same.slope(columns, i) : 0;
      }
    }
    return odds;
  }

  /** How far leaning so much carries past unchanged odds; below zero where it does not get there. */
  private double beyond(double side, double lean, double[] odds, long words) {
    return side * drift(planner.added(account.ground(), amount(odds, side * lean, words)), odds);
  }

  /** Tractable words beyond the odds at base. */
  private double drift(Solver.Solution solution, double[] odds) {
    Problem problem = solution.problem();
    double sum = 0;
    for (int i = 0; i < odds.length; i++) {
      if (odds[i] != 0) {
        sum += (problem.weight(i, solution.tilt().exponent(i)) - problem.base[i]) * odds[i] * problem.columns.words[i];
      }
    }
    return sum / 1e6;
  }

  private double magnitude(double[] odds) {
    Ground ground = account.ground();
    double sum = 0;
    for (int i = 0; i < odds.length; i++) {
      sum += ground.base()[i] * Math.abs(odds[i]) * ground.candidates().columns().words[i];
    }
    return sum / 1e6;
  }
}
