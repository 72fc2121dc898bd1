package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The solver against scipy's, which scripts/reference-plan runs over the same instances with nothing but the definition
 * of the problem: weights agree to 1e-4 and the cost to 1e-7 of itself.
 */
class ReferenceTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode read(String name) throws IOException {
    try (var in = ReferenceTest.class.getResourceAsStream(name)) {
      return JSON.readTree(in);
    }
  }

  static Stream<Integer> instances() throws IOException {
    return Stream.iterate(0, i -> i + 1).limit(read("instances.json").size());
  }

  private static Target target(JsonNode target) {
    return target.has("odds")
        ? new Target.Odds(target.get("odds").asDouble())
        : new Target.Share(target.get("share").asDouble());
  }

  private static OptionalDouble optional(JsonNode value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.asDouble());
  }

  private static PlanSettings settings(JsonNode given) {
    Map<String, Double> base = new HashMap<>();
    given.get("base").fields().forEachRemaining(entry -> base.put(entry.getKey(), entry.getValue().asDouble()));
    JsonNode synthetic = given.get("synthetic");
    OptionalDouble share =
        switch (synthetic.asText()) {
          case "allow" -> OptionalDouble.empty();
          case "exclude" -> OptionalDouble.of(0);
          default -> OptionalDouble.of(synthetic.asDouble());
        };
    return MadePlan.settings(
            target(given.get("target")),
            given.get("max_epochs").asDouble(),
            given.get("floor").asDouble(),
            base,
            optional(given.at("/max_gain").get("source")),
            optional(given.at("/max_gain").get("host")),
            Budget.ADDITIVE,
            false,
            OptionalDouble.empty(),
            0)
        .withGuards(new Guards(share, OptionalDouble.empty()));
  }

  private static List<Candidate> documents(JsonNode given) {
    Map<String, Integer> copies = new HashMap<>();
    given.get("documents").forEach(one -> copies.merge(one.get("work").asText(), 1, Integer::sum));
    List<Candidate> documents = new ArrayList<>();
    for (JsonNode one : given.get("documents")) {
      int words = one.get("words").asInt();
      String work = one.get("work").asText();
      documents.add(
          new Candidate(
              one.get("source").asText() + "\n" + documents.size() + "\n" + work,
              work,
              words,
              Math.round(one.get("doom").asDouble() * words * 1e6),
              Math.round(one.get("tractable").asDouble() * words * 1e6),
              copies.get(work),
              one.get("may_gain").asBoolean(),
              one.get("source").asText(),
              one.get("host").asText(),
              "",
              one.get("synthetic").asBoolean(),
              one.get("overlaps").asBoolean()));
    }
    return documents;
  }

  @ParameterizedTest
  @MethodSource("instances")
  void theSolutionIsThatOfAnotherSolver(int number) throws IOException {
    JsonNode given = read("instances.json").get(number);
    JsonNode golden = read("reference.json").get(number);
    assertThat(golden.get("name")).isEqualTo(given.get("name"));
    PlanSettings settings = settings(given);
    List<Candidate> documents = documents(given);
    Candidates candidates = Candidates.of(documents);
    double rest = given.get("rest_words").asDouble();
    Ground ground = Ground.alone(candidates, settings, rest);
    Totals base = ground.atBase();
    Goal goal = Goal.of(settings, base, rest, Circumstances.unknown());
    Solver.Solution ours = new Search(ground, settings, goal, base).solve(1);
    assertThat(ours.feasible()).isTrue();
    double cost = 0;
    for (int i = 0; i < documents.size(); i++) {
      int at = candidates.canonical(i);
      double weight = ours.problem().weight(at, ours.tilt().exponent(at)) / 1e6;
      assertThat(weight).as("%s, document %s", given.get("name"), i)
          .isCloseTo(golden.get("weights").get(i).asDouble(), within(1e-4));
      double before = ours.problem().base[at] / 1e6;
      cost += documents.get(i).words() * (weight * Math.log(weight / before) - weight + before);
    }
    double theirs = golden.get("cost").asDouble();
    assertThat(cost).isCloseTo(theirs, within(1e-6 * theirs + 1e-5));
    List<String> binding = new ArrayList<>();
    golden.get("binding").forEach(name -> binding.add(name.asText()));
    assertThat(ours.tilt().bindingGains()).containsExactlyInAnyOrderElementsOf(binding);
  }

  @Test
  void theInstancesHoldEveryKindOfConstraintAtItsBound() throws IOException {
    int epochs = 0;
    int floor = 0;
    JsonNode instances = read("instances.json");
    JsonNode golden = read("reference.json");
    List<String> binding = new ArrayList<>();
    for (int k = 0; k < instances.size(); k++) {
      golden.get(k).get("binding").forEach(name -> binding.add(name.asText().replaceAll(":.*", "")));
      double least = instances.get(k).get("floor").asDouble();
      for (JsonNode weight : golden.get(k).get("weights")) {
        epochs += Math.abs(weight.asDouble() - instances.get(k).get("max_epochs").asDouble()) < 1e-6 ? 1 : 0;
        floor += least < 1 && Math.abs(weight.asDouble() - least) < 1e-6 ? 1 : 0;
      }
    }
    assertThat(epochs).isGreaterThanOrEqualTo(3);
    assertThat(floor).isGreaterThanOrEqualTo(3);
    assertThat(binding).contains("max-gain.source", "max-gain.host", "synthetic");
  }
}
