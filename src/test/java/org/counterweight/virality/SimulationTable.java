package org.counterweight.virality;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints how the intervals do in worlds of known truth: {@code scripts/simulate [draws [SCENARIO...]]}, 400 draws of
 * all unless told otherwise.
 */
public final class SimulationTable {

  private SimulationTable() {}

  /** Prints the table, a world after the other. */
  public static void main(String[] arguments) {
    int draws = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400;
    List<Scenario> scenarios =
        arguments.length > 1
            ? Arrays.stream(arguments).skip(1).map(Scenario::valueOf).toList()
            : List.of(Scenario.values());
    System.out.printf(
        Locale.ROOT, "%d draws, %d replicates, %d held-out passages of each class%n%n", draws,
        Scenario.PLAIN.world().replicates(), Scenario.PLAIN.world().validation());
    System.out.printf(
        "%-11s %-13s %7s %9s %9s %8s %9s%n", "world", "figure", "truth", "coverage", "refused", "bias", "high:low");
    for (var scenario : scenarios) {
      print(scenario, scenario.draws(draws));
    }
  }

  private static void print(Scenario scenario, List<World.Answer> answers) {
    for (var asked : scenario.asked()) {
      var record = Scenario.Record.of(answers, asked.truth(), asked.figures());
      System.out.printf(
          Locale.ROOT, "%-11s %-13s %7.3f %8.1f%% %8.1f%% %+7.1f%% %9.2f%n", scenario, asked.name(), record.truth(),
          100 * record.coverage(), 100 * record.refused(), 100 * record.bias(), StrictMath.exp(record.length()));
    }
    double pooled = answers.stream().mapToDouble(World.Answer::pooledRatio).average().orElse(Double.NaN);
    System.out.printf(Locale.ROOT, "%-11s %-13s %7.3f%n", scenario, "raw, pooled", pooled);
    System.out.flush();
  }
}
