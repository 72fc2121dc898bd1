package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** The solution before rounding, held against the conditions of an optimum and against another method. */
@Domain(PlanDomain.class)
@Domain(DomainContext.Global.class)
class SolverLawsTest {
  private static final double REST = 20_000;

  private static Problem problem(List<Candidate> documents, PlanSettings settings) {
    Candidates candidates = Candidates.of(documents);
    Ground ground = Ground.alone(candidates, settings, REST);
    Goal goal = Goal.of(settings, ground.atBase(), REST, Corpora.viral());
    Assume.that(goal.stay() == null);
    return new Problem(ground, settings, goal, 1);
  }

  private static double[] weights(Problem problem, Tilt tilt) {
    double[] weights = new double[problem.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = problem.weight(i, tilt.exponent(i)) / 1e6;
    }
    return weights;
  }

  private static double objective(Problem problem, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double base = problem.base[i] / 1e6;
      double log = weights[i] == 0 ? 0 : weights[i] * Math.log(weights[i] / base);
      sum += problem.columns.words[i] * (log - weights[i] + base);
    }
    return sum;
  }

  @Property(tries = 300)
  void aFeasibleSolutionMeetsTheTarget(
      @ForAll List<Candidate> documents, @ForAll PlanSettings settings) {
    Problem problem = problem(documents, settings);
    Solver solver = new Solver(problem);
    Solver.Solution solution = solver.free();
    assertThat(solution.feasible()).isEqualTo(solver.reachable());
    double miss = problem.miss(solution.tilt());
    if (solution.feasible()) {
      double allowed = Math.abs(solution.tilt().lambda) == 0x1p40 ? 1e-6 : 1e-9;
      assertThat(miss).isCloseTo(0, within(allowed * problem.magnitude()));
    } else {
      assertThat(Math.abs(miss)).isGreaterThan(1e-7 * problem.magnitude());
    }
  }

  /**
   * Descends by exchanging weight between two documents at a time, along the target; for a separable convex function
   * under one equation this finds the optimum from any feasible start.
   */
  @Property(tries = 120, maxDiscardRatio = 100)
  void noExchangeBetweenTwoDocumentsIsBetter(
      @ForAll List<Candidate> documents, @ForAll PlanSettings settings) {
    Problem problem = problem(documents, settings);
    Solver.Solution solution = new Solver(problem).free();
    Assume.that(solution.feasible());
    double[] ours = weights(problem, solution.tilt());
    double[] theirs = exchanged(problem, start(problem, Math.signum(solution.tilt().lambda)));
    double best = objective(problem, theirs);
    assertThat(objective(problem, ours)).isLessThanOrEqualTo(best + 1e-6 * (1 + best));
    for (int i = 0; i < ours.length; i++) {
      if (problem.slope[i] != 0) {
        assertThat(ours[i]).isCloseTo(theirs[i], within(0.02 * (1 + ours[i])));
      }
    }
  }

  /** Between base and the bounds that help most lies a point on the target. */
  private static double[] start(Problem problem, double sign) {
    Tilt limit = new Tilt(problem, sign * 0x1p40, null);
    double atBase = problem.miss(new Tilt(problem, 0, null));
    double atLimit = problem.miss(limit);
    double part = atBase == atLimit ? 0 : Math.min(1, atBase / (atBase - atLimit));
    double[] weights = weights(problem, limit);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = problem.base[i] / 1e6 * (1 - part) + weights[i] * part;
    }
    return weights;
  }

  private static double[] exchanged(Problem problem, double[] weights) {
    double moved = 1;
    for (int sweep = 0; sweep < 100 && moved > 1e-10; sweep++) {
      moved = 0;
      for (int i = 0; i < weights.length; i++) {
        for (int j = i + 1; j < weights.length; j++) {
          if (problem.slope[i] != 0 && problem.slope[j] != 0) {
            moved = Math.max(moved, exchange(problem, weights, i, j));
          }
        }
      }
    }
    return weights;
  }

  /** Moves w_i by d / a_i and w_j by - d / a_j, with the best d by ternary search. */
  private static double exchange(Problem problem, double[] weights, int i, int j) {
    double a = problem.slope[i] * problem.columns.words[i];
    double b = problem.slope[j] * problem.columns.words[j];
    double[] first = range((problem.low[i] / 1e6 - weights[i]) * a, (problem.most(i) / 1e6 - weights[i]) * a);
    double[] second = range((weights[j] - problem.low[j] / 1e6) * b, (weights[j] - problem.most(j) / 1e6) * b);
    double low = Math.max(first[0], second[0]);
    double high = Math.min(first[1], second[1]);
    for (int step = 0; step < 60 && low < high; step++) {
      double left = low + (high - low) / 3;
      double right = high - (high - low) / 3;
      double onLeft = costAfter(problem, weights, i, j, left / a, -left / b);
      if (onLeft <= costAfter(problem, weights, i, j, right / a, -right / b)) {
        high = right;
      } else {
        low = left;
      }
    }
    double d = low >= high ? 0 : (low + high) / 2;
    weights[i] = Math.max(0, weights[i] + d / a);
    weights[j] = Math.max(0, weights[j] - d / b);
    return Math.max(Math.abs(d / a), Math.abs(d / b));
  }

  private static double costAfter(
      Problem problem, double[] weights, int i, int j, double moveI, double moveJ) {
    return cost(problem, i, weights[i] + moveI) + cost(problem, j, weights[j] + moveJ);
  }

  private static double cost(Problem problem, int i, double weight) {
    double log = weight <= 0 ? 0 : weight * Math.log(weight * 1e6 / problem.base[i]);
    return problem.columns.words[i] * (log - weight);
  }

  private static double[] range(double one, double other) {
    return new double[] {Math.min(one, other), Math.max(one, other)};
  }

  @Property(tries = 150)
  void aStricterTargetCostsAtLeastAsMuch(
      @ForAll List<Candidate> documents, @ForAll @DoubleRange(min = 0.3, max = 0.95) double part) {
    double odds = odds(documents) * part;
    Assume.that(odds > 0 && odds < 1e6);
    Problem loose = problem(documents, Corpora.to(new Target.Odds(odds)).withMaxEpochs(50));
    Problem strict = problem(documents, Corpora.to(new Target.Odds(odds * 0.9)).withMaxEpochs(50));
    Solver.Solution first = new Solver(loose).free();
    Solver.Solution second = new Solver(strict).free();
    assertThat(first.feasible() || !second.feasible()).isTrue();
    Assume.that(second.feasible());
    double cost = objective(loose, weights(loose, first.tilt()));
    assertThat(objective(strict, weights(strict, second.tilt()))).isGreaterThanOrEqualTo(cost - 1e-6);
  }

  /** The best odds or share lies at a threshold: one side of some document's own value at most, the other at least. */
  @Property(tries = 200)
  void theNearestPlanIsTheBestOfAllThresholds(
      @ForAll List<Candidate> documents, @ForAll PlanSettings settings) {
    Problem problem = problem(documents, settings);
    Assume.that(!new Solver(problem).reachable());
    Plan plan = Corpora.plan(settings, documents, (long) REST);
    boolean share = settings.target() instanceof Target.Share;
    double sign = new Solver(problem).towards();
    double best = sign > 0 == share ? 0 : Double.POSITIVE_INFINITY;
    for (int at = 0; at < problem.size(); at++) {
      for (boolean inclusive : new boolean[] {true, false}) {
        double value = atThreshold(problem, share, sign, own(problem, share, at), inclusive);
        best = Double.isNaN(value) ? best : sign > 0 == share ? Math.max(best, value) : Math.min(best, value);
      }
    }
    assertThat(plan.outcome().feasible()).isFalse();
    assertThat(plan.outcome().achievedExpected()).isCloseTo(best, within(1e-5 * best));
  }

  /** Tractable words for each doom word, or for each word. */
  private static double own(Problem problem, boolean share, int i) {
    return problem.columns.tractable[i] / (share ? problem.columns.words[i] * 1e6 : problem.columns.doom[i]);
  }

  private static double atThreshold(Problem problem, boolean share, double sign, double threshold, boolean inclusive) {
    double tractable = 0;
    double against = share ? REST : 0;
    for (int i = 0; i < problem.size(); i++) {
      double above = (own(problem, share, i) - threshold) * sign;
      boolean most = inclusive ? above >= 0 : above > 0;
      boolean movable = problem.columns.words[i] > 0;
      double weight = (!movable ? problem.base[i] : most ? problem.most(i) : problem.low[i]) / 1e6;
      tractable += weight * problem.columns.tractable[i] / 1e6;
      against += weight * (share ? problem.columns.words[i] : problem.columns.doom[i] / 1e6);
    }
    return share ? tractable / against : against / tractable;
  }

  private static double odds(List<Candidate> documents) {
    double doom = documents.stream().mapToDouble(Candidate::doomMicro).sum();
    return doom / documents.stream().mapToDouble(Candidate::tractableMicro).sum();
  }

  @Property(tries = 300)
  void gainCapsHoldAndEveryBrakeBelongsToACapThatBinds(
      @ForAll List<Candidate> documents,
      @ForAll PlanSettings settings,
      @ForAll @DoubleRange(min = 0.1, max = 0.9) double source,
      @ForAll @DoubleRange(min = 0.1, max = 0.9) double host) {
    Problem problem = problem(documents, settings);
    Solver solver = new Solver(problem);
    Solver.Solution free = solver.free();
    double extra = problem.extraWords(free.tilt());
    Solver.Solution capped = solver.capped(new GainLimits(source * extra, host * extra), free);
    Map<String, Double> gains = gains(problem, capped.tilt());
    gains.forEach(
        (name, words) -> {
          double limit = extra * (name.startsWith("max-gain.source:") ? source : host);
          assertThat(words).as(name).isLessThanOrEqualTo(limit * (1 + 1e-5));
          if (capped.feasible() && capped.tilt().bindingGains().contains(name)) {
            assertThat(words).as(name).isCloseTo(limit, within(1e-5 * limit + 1e-3));
          }
        });
    if (capped.feasible()) {
      assertThat(problem.miss(capped.tilt())).isCloseTo(0, within(1e-6 * problem.magnitude()));
      assertThat(free.feasible()).isTrue();
    }
  }

  private static Map<String, Double> gains(Problem problem, Tilt tilt) {
    Map<String, Double> gains = new TreeMap<>();
    double[] weights = weights(problem, tilt);
    for (int i = 0; i < weights.length; i++) {
      double words = problem.columns.words[i] * Math.max(0, weights[i] - problem.base[i] / 1e6);
      gains.merge("max-gain.source:" + problem.candidates.sources()[problem.columns.source[i]], words, Double::sum);
      String host = problem.candidates.hosts()[problem.columns.host[i]];
      if (!host.isEmpty()) {
        gains.merge("max-gain.host:" + host, words, Double::sum);
      }
    }
    return gains;
  }
}
