package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.counterweight.plan.SolverLawsTest.objective;
import static org.counterweight.plan.SolverLawsTest.problem;
import static org.counterweight.plan.SolverLawsTest.weights;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** The solution before rounding against another method: weight exchanged between two documents at a time. */
@Domain(PlanDomain.class)
@Domain(DomainContext.Global.class)
class SolverAgainstExchangeTest {

  /**
   * Descends by exchanging weight between two documents at a time, along the target; for a separable convex function
   * under one equation this finds the optimum from any feasible start.
   */
  @Property(seed = "1", tries = 120, maxDiscardRatio = 100)
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
}
