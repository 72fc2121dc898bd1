package org.counterweight.plan;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.counterweight.virality.Figure;

/**
 * Accounts for a plan: what each document gets and why, and what that reaches.
 *
 * @param base base weights in millionths
 * @param before the candidates at base
 * @param restWords words of all other documents at base
 */
record Account(
    Candidates candidates, PlanSettings settings, Goal goal, int[] base, Totals before, double restWords) {
  private static final long ONE = 1_000_000;

  /** The plan that leaves everything at base. */
  Plan untouched() {
    WeightReason[] reasons = new WeightReason[base.length];
    Arrays.fill(reasons, WeightReason.BASE);
    return plan(base, reasons, ONE, goal.feasible(), goal.stay(), List.of());
  }

  /** The plan of a solution. */
  Plan planned(Planner.Draft draft, int[] weights) {
    WeightReason[] reasons = new WeightReason[weights.length];
    Set<WeightReason> seen = EnumSet.noneOf(WeightReason.class);
    for (int i = 0; i < weights.length; i++) {
      reasons[i] = reason(draft, i, weights[i]);
      seen.add(reasons[i]);
    }
    boolean feasible = draft.solution().feasible();
    double scale = draft.scaleMicro() / 1e6;
    double reached = goal.value(Totals.weighted(candidates.columns(), weights), restWords * scale);
    String why = feasible ? "" : new Shortfall(candidates, settings, goal, scale).explain(draft.solution(), reached);
    return plan(weights, reasons, draft.scaleMicro(), feasible, why, binding(draft, seen));
  }

  private static WeightReason reason(Planner.Draft draft, int i, int weight) {
    Problem problem = draft.solution().problem();
    double pull = draft.solution().tilt().pull(i);
    int unmoved = Rounding.scaled(problem.base[i], draft.scaleMicro());
    if (pull < 0) {
      boolean floored = weight == Rounding.scaled(problem.low[i], draft.scaleMicro());
      return floored ? WeightReason.AT_FLOOR : weight < unmoved ? WeightReason.LOST : WeightReason.BASE;
    }
    if (pull == 0) {
      return WeightReason.BASE;
    }
    if (!problem.columns.mayGain[i]) {
      return WeightReason.BELOW_THRESHOLD;
    }
    if (weight == Rounding.scaled(problem.high[i], draft.scaleMicro())) {
      return WeightReason.AT_CAP;
    }
    if (draft.solution().tilt().brake(i) > 0) {
      return WeightReason.GAIN_CAPPED;
    }
    return weight > unmoved ? WeightReason.GAINED : WeightReason.BASE;
  }

  private static List<String> binding(Planner.Draft draft, Set<WeightReason> seen) {
    Set<String> binding = new TreeSet<>(draft.solution().tilt().bindingGains());
    if (seen.contains(WeightReason.AT_CAP)) {
      binding.add("max-epochs");
    }
    if (seen.contains(WeightReason.AT_FLOOR)) {
      binding.add("floor");
    }
    if (seen.contains(WeightReason.BELOW_THRESHOLD)) {
      binding.add("operating-threshold");
    }
    if (draft.solution().problem().baseOverCap) {
      binding.add("base");
    }
    return List.copyOf(binding);
  }

  private Plan plan(
      int[] weights, WeightReason[] reasons, long scaleMicro, boolean feasible, String why, List<String> binding) {
    int[] repeats = new int[weights.length];
    for (int i = 0; i < repeats.length; i++) {
      repeats[i] = Draw.repeats(weights[i], Draw.unit(settings.seed(), candidates.columns().key[i]));
    }
    double rest = restWords * scaleMicro / ONE;
    Totals expected = Totals.weighted(candidates.columns(), weights);
    Totals rounded = Totals.repeated(candidates.columns(), repeats);
    PlanOutcome outcome =
        new PlanOutcome(
            settings.target().describe(),
            goal.requested(),
            goal.value(expected, rest),
            goal.value(rounded, rest),
            Figure.notIdentifiable("not estimated yet"),
            feasible,
            why,
            binding,
            "treatment",
            Double.NaN,
            divergence(weights, expected, scaleMicro / 1e6),
            Math.round(before.words() + restWords),
            Math.round(rounded.words() + rest));
    return new Plan(candidates, new Plan.Weights(weights, repeats, reasons, scaleMicro), outcome);
  }

  /** Kullback-Leibler divergence of the planned from the base mixture over words, in nats. */
  private double divergence(int[] weights, Totals expected, double scale) {
    double planned = expected.words() + restWords * scale;
    if (planned == 0) {
      return 0;
    }
    double sum = restWords * scale * StrictMath.log(scale);
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] != 0 && weights[i] != base[i]) {
        sum += candidates.columns().words[i] * (weights[i] / 1e6) * StrictMath.log((double) weights[i] / base[i]);
      }
    }
    return Math.max(0, sum / planned - StrictMath.log(planned / (before.words() + restWords)));
  }
}
