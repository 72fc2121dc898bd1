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

/** The solution before rounding, held against the conditions of an optimum. */
@Domain(PlanDomain.class)
@Domain(DomainContext.Global.class)
class SolverLawsTest {

  private static final double REST = 20_000;

  static Problem problem(List<Candidate> documents, PlanSettings settings) {
    Candidates candidates = Candidates.of(documents);
    Ground ground = Ground.alone(candidates, settings, REST);
    Goal goal = Goal.of(settings, ground.atBase(), REST, Corpora.viral());
    Assume.that(goal.stay() == null);
    return new Problem(ground, settings, goal, 1);
  }

  static double[] weights(Problem problem, Tilt tilt) {
    double[] weights = new double[problem.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = problem.weight(i, tilt.exponent(i)) / 1e6;
    }
    return weights;
  }

  static double objective(Problem problem, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double base = problem.base[i] / 1e6;
      double log = weights[i] == 0 ? 0 : weights[i] * Math.log(weights[i] / base);
      sum += problem.columns.words[i] * (log - weights[i] + base);
    }
    return sum;
  }

  @Property(seed = "1", tries = 300)
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

  @Property(seed = "1", tries = 150)
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
  @Property(seed = "1", tries = 200)
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
    // Among values so small that slopes near zero leave a weight just short of its bound.
    assertThat(plan.outcome().achievedExpected()).isCloseTo(best, within(1e-4 * best));
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

  @Property(seed = "1", tries = 300)
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
