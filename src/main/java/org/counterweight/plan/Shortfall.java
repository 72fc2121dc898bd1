package org.counterweight.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * Explains which single cap, moved how far, would bring within reach what is out of it.
 *
 * @param under the same problem under other settings
 */
record Shortfall(PlanSettings settings, Function<PlanSettings, Problem> under) {

  private static final Map<WeightReason, String> NOT_GAINING =
      Map.of(
          WeightReason.BELOW_THRESHOLD, "lie below the operating threshold",
          WeightReason.EVALUATION_OVERLAP, "overlap with evaluation texts",
          WeightReason.SYNTHETIC, "are synthetic");

  /** What lifts a bar; in the order in which they are named. */
  private static final Map<WeightReason, String> LIFTING =
      new EnumMap<>(
          Map.of(
              WeightReason.BELOW_THRESHOLD, "a lower stance.gain-threshold",
              WeightReason.EVALUATION_OVERLAP, "an empty plan.exclude",
              WeightReason.SYNTHETIC, "plan.synthetic allow"));

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
    Problem problem = under.apply(settings);
    LIFTING.forEach(
        (bar, way) -> {
          if (new Solver(problem.without(bar)).reachable()) {
            ways.add(way + suffix);
          }
        });
  }

  private void gainWays(List<String> ways) {
    Solver solver = new Solver(under.apply(settings));
    Solver.Solution free = solver.free();
    double extra = free.problem().extraWords(free.tilt());
    GainLimits now = GainLimits.of(settings, extra);
    UnderShare ofSource = share -> solver.capped(new GainLimits(share * extra, now.host(), now.synthetic()), free);
    UnderShare ofHost = share -> solver.capped(new GainLimits(now.source(), share * extra, now.synthetic()), free);
    UnderShare ofMarked = share -> solver.capped(new GainLimits(now.source(), now.host(), share * extra), free);
    gainWay(ways, "plan.max-gain.source", settings.maxGainSource(), ofSource);
    gainWay(ways, "plan.max-gain.host", settings.maxGainHost(), ofHost);
    if (settings.guards().capsSynthetic()) {
      gainWay(ways, "plan.synthetic", settings.guards().synthetic(), ofMarked);
    }
    if (ways.isEmpty()) {
      ways.add(
          settings.guards().capsSynthetic()
              ? "lifting all of plan.max-gain.* and plan.synthetic"
              : "lifting both plan.max-gain.source and plan.max-gain.host");
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
    Map<WeightReason, Long> held = new EnumMap<>(WeightReason.class);
    for (int i = 0; i < problem.size(); i++) {
      if (best.tilt().pull(i) > 0) {
        helpful++;
        if (problem.bar(i) != null) {
          held.merge(problem.bar(i), 1L, Long::sum);
        }
      }
    }
    if (helpful == 0) {
      return "no document about AI would help if it were met more often";
    }
    List<String> bars = new ArrayList<>();
    held.forEach((bar, count) -> bars.add(count + " of the documents that help " + NOT_GAINING.get(bar)));
    return "no single cap would reach it" + (bars.isEmpty() ? "" : " (" + String.join(", ", bars) + ")");
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
