package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every experiment. */
class ProgrammeLawsTest {
  private static final long REST = 2_000_000;
  private static final List<Double> DOSES = List.of(0.001, 0.003, 0.01, 0.03);
  private static final List<Arm> ALL = List.of(Arm.TREATMENT, Arm.SALIENCE, Arm.PLACEBO);

  @Provide
  Arbitrary<List<Candidate>> corpora() {
    return Combinators.combine(Arbitraries.integers().between(1, 400), Arbitraries.longs().between(0, 1000))
        .as(Corpora::many);
  }

  @Provide
  Arbitrary<PlanSettings> settings() {
    return Corpora.settings().map(s -> s.withFloor(1)).flatMap(
        plain ->
            Arbitraries.of(
                plain, plain, Corpora.capped(plain, 0.5, 0), Corpora.capped(plain, 0, 0.1),
                Corpora.capped(plain, 0.4, 0.2)));
  }

  @Provide
  Arbitrary<List<Stage>> stages() {
    Arbitrary<StageSize> size =
        Arbitraries.of(
            new StageSize.Epochs(0.5), new StageSize.Words(1_000_000), StageSize.WHOLE, new StageSize.Tokens(500_000));
    return Combinators.combine(size, size, Arbitraries.of(OptionalDouble.empty(), OptionalDouble.of(1)))
        .as(
            (one, two, epochs) ->
                List.of(
                    new Stage("early", one, Optional.empty(), epochs),
                    new Stage("late", two, Optional.of(new Target.Odds(0.7)), OptionalDouble.empty())));
  }

  private static List<Planned> run(
      List<Candidate> documents, PlanSettings settings, Experiment experiment, List<Control> others) {
    Programme programme =
        new Programme(
            settings, experiment, Candidates.of(documents), Rest.of(REST), Corpora.viral(), 1.5);
    Controls controls = new Controls(settings.seed(), programme.needed());
    others.forEach(controls::add);
    return programme.with(controls);
  }

  /** On a corpus of some size all of this must be possible, or the laws above would hold of nothing. */
  @Example
  void armsOfALargeCorpusAreFeasible() {
    Experiment doses = oneStage(List.of(.01, .03, .1));
    List<Planned> all = run(Corpora.many(3000, 4), Corpora.to(new Target.Odds(1)), doses, others(20_000, 5));
    for (int i = 0; i < all.size(); i++) {
      PlanOutcome outcome = all.get(i).plan().outcome();
      assertThat(outcome.feasible()).as(all.get(i).variant().name() + ": " + outcome.reason()).isTrue();
      assertThat((double) outcome.extraWords())
          .isCloseTo(outcome.dose() * outcome.wordsBefore(), within(0.005 * outcome.dose() * outcome.wordsBefore()));
    }
    double base = all.get(8).plan().outcome().achievedExpected();
    assertThat(all.get(0).plan().outcome().achievedExpected()).isLessThan(base);
    assertThat(all.get(2).plan().outcome().achievedExpected())
        .isLessThan(all.get(0).plan().outcome().achievedExpected());
    for (int salience = 3; salience < 6; salience++) {
      assertThat(all.get(salience).plan().outcome().achievedExpected()).isCloseTo(base, within(1e-4 * base));
    }
  }

  private static Experiment oneStage(List<Double> doses) {
    return new Experiment(List.of(Stage.only()), ALL, doses, 1);
  }

  static List<Control> others(int count, long seed) {
    Random random = new Random(seed);
    List<Control> others = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String source = "source" + random.nextInt(6);
      int text = random.nextInt(count * 9 / 10);
      others.add(new Control(i % 3, i, "o" + i, source, "text" + text, 50 + text * 7919 % 1500));
    }
    return others;
  }

  private static Map<String, Integer> repeats(Planned planned, List<Candidate> documents) {
    Map<String, Integer> repeats = new HashMap<>();
    for (int i = 0; i < documents.size(); i++) {
      repeats.put("ai " + i, planned.plan().repeats(i));
    }
    planned.placebo().forEach(placed -> repeats.put(placed.control().key(), placed.repeats()));
    return repeats;
  }

  @Property(seed = "1", tries = 60)
  void repeatsOfASmallerDoseNeverExceedThoseOfALarger(
      @ForAll("corpora") List<Candidate> documents, @ForAll("settings") PlanSettings settings) {
    List<Planned> all = run(documents, settings, oneStage(DOSES), others(900, 3));
    for (int arm = 0; arm < ALL.size(); arm++) {
      for (int dose = 1; dose < DOSES.size(); dose++) {
        Map<String, Integer> larger = repeats(all.get(arm * DOSES.size() + dose), documents);
        repeats(all.get(arm * DOSES.size() + dose - 1), documents)
            .forEach((key, times) -> assertThat(larger.getOrDefault(key, 0)).isGreaterThanOrEqualTo(times));
      }
    }
  }

  @Property(seed = "1", tries = 60)
  void aFeasibleDoseIsMetToAPercentOrTheShortestDocument(
      @ForAll("corpora") List<Candidate> documents, @ForAll("settings") PlanSettings settings) {
    int longest = documents.stream().mapToInt(Candidate::words).max().orElse(0);
    for (Planned planned : run(documents, settings, oneStage(DOSES), List.of())) {
      PlanOutcome outcome = planned.plan().outcome();
      if (planned.variant().arm() == Arm.TREATMENT && outcome.feasible() && outcome.reason().isEmpty()) {
        int least = IntStream.range(0, documents.size()).filter(i -> gains(planned.plan(), i))
            .map(i -> documents.get(i).words()).filter(words -> words > 0).min().orElse(longest);
        double wanted = planned.variant().dose() * outcome.wordsBefore();
        assertThat((double) outcome.extraWords()).isCloseTo(wanted, within(Math.max(0.01 * wanted, least) + 0.5));
      }
      for (int i = 0; i < documents.size(); i++) {
        double base = settings.base().getOrDefault(documents.get(i).source(), 1.0);
        assertThat(planned.plan().weightMicro(i) / 1e6).isGreaterThanOrEqualTo(base - 1e-9);
      }
    }
  }

  private static boolean gains(Plan plan, int i) {
    return plan.reason(i) == WeightReason.GAINED || plan.reason(i) == WeightReason.GAIN_CAPPED;
  }

  @Property(seed = "1", tries = 60)
  void controlsAddTheTreatmentsWordsOrSayWhyNot(
      @ForAll("corpora") List<Candidate> documents, @ForAll("settings") PlanSettings settings) {
    List<Planned> all = run(documents, settings, oneStage(DOSES), others(4000, 5));
    for (int i = DOSES.size(); i < all.size(); i++) {
      PlanOutcome treatment = all.get(i % DOSES.size()).plan().outcome();
      PlanOutcome control = all.get(i).plan().outcome();
      if (control.feasible()) {
        assertThat((double) control.extraWords())
            .isCloseTo(treatment.extraWords(), within(0.01 * treatment.extraWords()));
      } else {
        assertThat(control.reason()).startsWith("Cannot");
      }
    }
  }

  @Property(seed = "1", tries = 60)
  void salienceAndPlaceboLeaveTheExpectedOdds(
      @ForAll("corpora") List<Candidate> documents, @ForAll("settings") PlanSettings settings) {
    double longest = documents.stream().mapToInt(Candidate::words).max().orElse(0);
    double rarer = Math.min(
        documents.stream().mapToDouble(Candidate::doomMicro).sum(),
        documents.stream().mapToDouble(Candidate::tractableMicro).sum());
    double oneDocument = longest * 1e6 / rarer; // what rounding to whole repeats may move
    for (Planned planned : run(documents, settings, oneStage(DOSES), others(900, 3))) {
      PlanOutcome outcome = planned.plan().outcome();
      if (planned.variant().arm() != Arm.TREATMENT && outcome.feasible() && outcome.requested() > 0
          && outcome.requested() < 1e9) {
        double rounding = (1e-4 + oneDocument) * outcome.requested();
        assertThat(outcome.achievedExpected()).isCloseTo(outcome.requested(), within(rounding));
      }
    }
  }

  @Property(seed = "1", tries = 60)
  void orderOfArrivalDoesNotMatter(
      @ForAll("corpora") List<Candidate> documents, @ForAll("settings") PlanSettings settings, @ForAll long shuffle) {
    List<Candidate> shuffled = new ArrayList<>(documents);
    Collections.shuffle(shuffled, new Random(shuffle));
    List<Control> others = others(900, 3);
    List<Control> moved = new ArrayList<>(others);
    Collections.shuffle(moved, new Random(shuffle));
    List<Planned> left = run(documents, settings, oneStage(DOSES), others);
    List<Planned> right = run(shuffled, settings, oneStage(DOSES), moved);
    for (int i = 0; i < left.size(); i++) {
      assertThat(right.get(i).plan().outcome()).isEqualTo(left.get(i).plan().outcome());
      assertThat(right.get(i).placebo()).isEqualTo(left.get(i).placebo());
    }
  }

  @Property(seed = "1", tries = 60)
  void capsOfWorksHoldOverTheSumOfStages(
      @ForAll("corpora") List<Candidate> documents,
      @ForAll("settings") PlanSettings settings,
      @ForAll("stages") List<Stage> stages) {
    Experiment experiment = new Experiment(stages, ALL, DOSES, 1);
    List<Planned> all = run(documents, settings, experiment, others(900, 3));
    for (Planned early : all.subList(0, all.size() / 2)) {
      for (Planned late : all.subList(all.size() / 2, all.size())) {
        if (late.variant().arm() == early.variant().arm() && late.variant().dose() == early.variant().dose()) {
          holds(early, late, documents, settings);
        }
      }
    }
  }

  private static void holds(Planned early, Planned late, List<Candidate> documents, PlanSettings settings) {
    for (int i = 0; i < documents.size(); i++) {
      double sum = (early.plan().weightMicro(i) + late.plan().weightMicro(i)) / 1e6;
      double base = settings.base().getOrDefault(documents.get(i).source(), 1.0);
      double atBase = base * (early.plan().defaultWeightMicro() + late.plan().defaultWeightMicro()) / 1e6;
      assertThat(sum).isLessThanOrEqualTo(Math.max(settings.maxEpochs(), atBase) + 3e-6);
    }
    Map<String, Double> placed = new HashMap<>();
    for (Planned stage : List.of(early, late)) {
      stage.placebo().forEach(p -> placed.merge(p.control().key(), p.weightMicro() / 1e6, Double::sum));
    }
    assertThat(placed.values()).allSatisfy(sum -> assertThat(sum).isLessThanOrEqualTo(settings.maxEpochs() + 2e-6));
  }
}
