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
 * @param goal in whose terms the reached value is given
 * @param before the candidates at base
 */
record Account(Ground ground, PlanSettings settings, Variant variant, Goal goal, Totals before) {
  private static final long ONE = 1_000_000;

  /** The plan that leaves everything about AI at base. */
  Plan untouched(boolean feasible, String why) {
    return withPlacebo(List.of(), feasible, why);
  }

  /** The plan that leaves everything about AI at base, and meets other documents more often. */
  Plan withPlacebo(List<Placed> placebo, boolean feasible, String why) {
    WeightReason[] reasons = new WeightReason[ground.base().length];
    Arrays.fill(reasons, WeightReason.BASE);
    Plan.Weights same = new Plan.Weights(ground.base(), repeats(ground.base()), reasons, ONE);
    return plan(same, placebo, feasible, why, List.of());
  }

  /** The plan of a solution. */
  Plan planned(Planner.Draft draft, int[] weights, boolean feasible, String why) {
    WeightReason[] reasons = new WeightReason[weights.length];
    Set<WeightReason> seen = EnumSet.noneOf(WeightReason.class);
    for (int i = 0; i < weights.length; i++) {
      reasons[i] = reason(draft, i, weights[i]);
      seen.add(reasons[i]);
    }
    Plan.Weights all = new Plan.Weights(weights, repeats(weights), reasons, draft.scaleMicro());
    return plan(all, List.of(), feasible, why, binding(draft, seen));
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
      return weight > unmoved ? WeightReason.GAINED : WeightReason.BASE;
    }
    if (problem.bar(i) != null) {
      return problem.bar(i);
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
    if (seen.contains(WeightReason.EVALUATION_OVERLAP)) {
      binding.add("evaluation-overlap");
    }
    if (seen.contains(WeightReason.SYNTHETIC)) {
      binding.add("synthetic");
    }
    if (draft.solution().problem().baseOverCap) {
      binding.add("base");
    }
    return List.copyOf(binding);
  }

  private int[] repeats(int[] weights) {
    Columns columns = ground.candidates().columns();
    int[] repeats = new int[weights.length];
    for (int i = 0; i < repeats.length; i++) {
      repeats[i] = Draw.repeats(weights[i], Draw.unit(settings.seed(), columns.key[i]));
    }
    return repeats;
  }

  private Plan plan(Plan.Weights given, List<Placed> placebo, boolean feasible, String why, List<String> binding) {
    Columns columns = ground.candidates().columns();
    double scale = given.defaultMicro() / 1e6;
    double rest = ground.restWords() * scale;
    double placed = placebo.stream().mapToLong(Placed::extraWords).sum();
    Totals expected = Totals.weighted(columns, given.micro());
    Totals rounded = Totals.repeated(columns, given.repeats());
    Totals start = Totals.repeated(columns, repeats(ground.base()));
    CostAccount cost = new CostAccount(ground, given.micro(), placebo);
    List<PlanCosts.Shift> shifts = cost.shifts();
    PlanOutcome outcome =
        new PlanOutcome(
            variant.arm() == Arm.TREATMENT ? settings.target().describe() : "odds: unchanged",
            goal.requested(),
            goal.value(expected, rest),
            goal.value(rounded, rest),
            Figure.notIdentifiable("not estimated yet"),
            feasible,
            why,
            binding,
            variant.arm().label(),
            variant.dose(),
            variant.stage(),
            divergence(given.micro(), expected, scale, placebo),
            Math.round(before.words() + ground.restWords()),
            Math.round(rounded.words() + rest + placed),
            Math.round(rounded.words() - start.words() + rest - ground.restWords() + placed),
            cost.costs(shifts),
            new Warnings(ground, settings, given.micro(), scale).sentences());
    long defaultMicro = Ground.inStage((int) given.defaultMicro(), ground.epochsMicro());
    return new Plan(
        ground.candidates(),
        new Plan.Weights(given.micro(), given.repeats(), given.reasons(), defaultMicro),
        outcome,
        shifts);
  }

  /** Kullback-Leibler divergence of the planned from the base mixture over words, in nats. */
  private double divergence(int[] weights, Totals expected, double scale, List<Placed> placebo) {
    double planned = expected.words() + ground.restWords() * scale;
    double sum = ground.restWords() * scale * StrictMath.log(scale);
    int[] base = ground.base();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] != 0 && weights[i] != base[i]) {
        sum += ground.candidates().columns().words[i] * (weights[i] / 1e6)
            * StrictMath.log((double) weights[i] / base[i]);
      }
    }
    for (Placed placed : placebo) {
      planned += placed.extraWords();
      sum += placed.control().words() * (placed.weightMicro() / 1e6)
          * StrictMath.log((double) placed.weightMicro() / placed.baseMicro());
    }
    double wordsBefore = before.words() + ground.restWords();
    return planned == 0 ? 0 : Math.max(0, sum / planned - StrictMath.log(planned / wordsBefore));
  }
}
