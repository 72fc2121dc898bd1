package org.counterweight.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * Explains which single cap, moved how far, would bring within reach what is out of it.
 *
 * @param under the same problem under other settings
 */
record Shortfall(PlanSettings settings, Function<PlanSettings, Problem> under) {

  /** A sentence without its first capital and full stop. */
  String ways(Solver.Solution best) {
    List<String> ways = new ArrayList<>();
    if (settings.capsGains() && !reaches(settings)) {
      ways(ways, " without plan.max-gain.*");
    } else if (settings.capsGains()) {
      gainWays(ways);
    } else {
      ways(ways, "");
    }
    return ways.isEmpty() ? none(best) : String.join(", or ", ways) + " would reach it";
  }

  private void ways(List<String> ways, String suffix) {
    int most = (int) PlanSettings.MOST_EPOCHS * 10;
    int least = (int) Math.ceil(settings.maxEpochs() * 10);
    int epochs = least(least, most, k -> reaches(settings.withMaxEpochs(k / 10.0)));
    if (epochs <= most) {
      ways.add("plan.max-epochs " + Goal.plain(epochs / 10.0) + suffix);
    }
    int drop = least(1, 100, k -> k >= 100 * (1 - settings.floor()) && reaches(settings.withFloor((100 - k) / 100.0)));
    if (drop <= 100) {
      ways.add("plan.floor " + Goal.plain((100 - drop) / 100.0) + suffix);
    }
  }

  private void gainWays(List<String> ways) {
    Solver solver = new Solver(under.apply(settings));
    Solver.Solution free = solver.free();
    double extra = free.problem().extraWords(free.tilt());
    GainLimits now = GainLimits.of(settings, extra);
    UnderShare ofSource = share -> solver.capped(new GainLimits(share * extra, now.host()), free);
    UnderShare ofHost = share -> solver.capped(new GainLimits(now.source(), share * extra), free);
    gainWay(ways, "plan.max-gain.source", settings.maxGainSource(), ofSource);
    gainWay(ways, "plan.max-gain.host", settings.maxGainHost(), ofHost);
    if (ways.isEmpty()) {
      ways.add("lifting both plan.max-gain.source and plan.max-gain.host");
    }
  }

  private interface UnderShare {
    Solver.Solution solve(double share);
  }

  private static void gainWay(List<String> ways, String key, OptionalDouble now, UnderShare capped) {
    if (now.isEmpty()) {
      return;
    }
    int share = least((int) Math.ceil(now.getAsDouble() * 100), 100, k -> capped.solve(k / 100.0).feasible());
    if (share <= 100) {
      ways.add(key + " " + Goal.plain(share / 100.0));
    } else if (capped.solve(Double.POSITIVE_INFINITY).feasible()) {
      ways.add("lifting " + key);
    }
  }

  private String none(Solver.Solution best) {
    Problem problem = best.problem();
    long helpful = 0;
    long held = 0;
    for (int i = 0; i < problem.size(); i++) {
      boolean helps = best.tilt().pull(i) > 0;
      helpful += helps ? 1 : 0;
      held += helps && !problem.mayGain[i] ? 1 : 0;
    }
    if (helpful == 0) {
      return "no document about AI would help if it were met more often";
    }
    return "no single cap would reach it"
        + (held == 0 ? "" : " (%d of the documents that help lie below the operating threshold)".formatted(held));
  }

  private boolean reaches(PlanSettings other) {
    return new Solver(under.apply(other)).reachable();
  }

  /** The least number that passes, where all above it do; one more than {@code high} where none does. */
  private static int least(int low, int high, IntPredicate passes) {
    int from = low;
    int to = high + 1;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (passes.test(middle)) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }
}
