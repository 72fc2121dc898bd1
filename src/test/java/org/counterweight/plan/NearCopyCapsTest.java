package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The cap of a work whose copies differ: in length, in stance, in source, and in whether they may gain. */
class NearCopyCapsTest {

  /** A copy: its words, its shares of doom and tractable words in percent, whether it may gain, its source. */
  record Copy(int words, int doom, int tractable, boolean mayGain, String source) {
    Candidate of(int work, int number, int copies) {
      long micro = words * 10_000L;
      return MadePlan.candidate(
          source + "\n" + number + "\nsha" + work + "-" + number,
          "work" + work,
          words,
          micro * doom,
          micro * Math.min(tractable, 100 - doom),
          copies,
          mayGain,
          source,
          "host" + number);
    }
  }

  @Provide
  Arbitrary<List<Candidate>> corpora() {
    var copy =
        Combinators.combine(
                Arbitraries.integers().between(0, 2000),
                Arbitraries.integers().between(0, 100),
                Arbitraries.integers().between(0, 100),
                Arbitraries.of(true, true, false),
                Arbitraries.of("a", "b", "c"))
            .as(Copy::new);
    return copy.list().ofMinSize(1).ofMaxSize(7).list().ofMaxSize(12).flatMap(
        works -> Arbitraries.of(0, 0, 2).map(unlisted -> candidates(works, unlisted)));
  }

  private static List<Candidate> candidates(List<List<Copy>> works, int unlisted) {
    var all = new ArrayList<Candidate>();
    for (int work = 0; work < works.size(); work++) {
      for (int number = 0; number < works.get(work).size(); number++) {
        all.add(works.get(work).get(number).of(work, number, works.get(work).size() + unlisted));
      }
    }
    return all;
  }

  @Provide
  Arbitrary<PlanSettings> settings() {
    return Corpora.settings();
  }

  @Property(seed = "1", tries = 400)
  void aWorkStaysWithinItsCapWhateverItsCopies(
      @ForAll("corpora") List<Candidate> documents, @ForAll("settings") PlanSettings settings) {
    assertWithin(documents, settings, Corpora.plan(settings, documents, 20_000), 1);
  }

  @Property(seed = "1", tries = 150)
  void alsoUnderGainCaps(
      @ForAll("corpora") List<Candidate> documents, @ForAll("settings") PlanSettings settings) {
    var capped = Corpora.capped(settings, 0.5, 0.4);
    assertWithin(documents, capped, Corpora.plan(capped, documents, 20_000), 1);
  }

  @Property(seed = "1", tries = 150)
  void alsoWhereAFixedBudgetScalesAllWeights(
      @ForAll("corpora") List<Candidate> documents, @ForAll("settings") PlanSettings settings) {
    var fixed = Corpora.fixed(settings);
    var plan = Corpora.plan(fixed, documents, 100_000);
    assertWithin(documents, fixed, plan, Math.max(1, plan.defaultWeightMicro() / 1e6));
  }

  /** Weights, caps and the scale of all are whole millionths; a scale above one carries the rounding of caps along. */
  private static void assertWithin(List<Candidate> documents, PlanSettings settings, Plan plan, double scale) {
    Map<String, Double> weights = new HashMap<>();
    Map<String, Double> bases = new HashMap<>();
    Map<String, Integer> listed = new HashMap<>();
    for (int i = 0; i < documents.size(); i++) {
      var document = documents.get(i);
      weights.merge(document.work(), plan.weightMicro(i) / 1e6, Double::sum);
      bases.merge(document.work(), settings.base().getOrDefault(document.source(), 1.0), Double::sum);
      listed.merge(document.work(), 1, Integer::sum);
    }
    for (var document : documents) {
      double most = Math.max(settings.maxEpochs(), document.copiesPresent());
      double base = bases.get(document.work());
      assertThat(weights.get(document.work()))
          .isLessThanOrEqualTo(Math.max(most, base * scale) * (1 + 1e-6) + 1e-6 * listed.get(document.work()) * scale);
    }
  }

  /** A copy that scores higher than its near-copies gets no more than its share: its lead is the classifier's noise. */
  @Test
  void eachCopyHasItsShareOfTheCap() {
    var documents = new ArrayList<Candidate>();
    documents.add(new Copy(100, 0, 90, true, "a").of(1, 0, 2));
    documents.add(new Copy(110, 0, 60, true, "a").of(1, 1, 2));
    documents.add(new Copy(5000, 100, 0, true, "a").of(2, 0, 1));
    var plan = Corpora.plan(Corpora.to(new Target.Odds(0.5)), documents, 0);
    assertThat(List.of(plan.weightMicro(0), plan.weightMicro(1))).containsExactly(2_000_000L, 2_000_000L);
    assertThat(plan.reason(1)).isEqualTo(WeightReason.AT_CAP);
  }

  /** The share of a copy that may not gain is left unused rather than given to the others. */
  @Test
  void aCopyThatMayNotGainStaysAtItsBase() {
    var documents = new ArrayList<Candidate>();
    documents.add(new Copy(100, 0, 90, true, "a").of(1, 0, 2));
    documents.add(new Copy(100, 0, 40, false, "a").of(1, 1, 2));
    documents.add(new Copy(5000, 100, 0, true, "a").of(2, 0, 1));
    var plan = Corpora.plan(Corpora.to(new Target.Odds(0.5)), documents, 0);
    assertThat(List.of(plan.weightMicro(0), plan.weightMicro(1))).containsExactly(2_000_000L, 1_000_000L);
  }

  /** Where the target is met within the caps, near-copies move as their own words ask, not alike. */
  @Test
  void withinTheCapsEachCopyMovesByItsOwnWords() {
    var documents = new ArrayList<Candidate>();
    documents.add(new Copy(1000, 0, 90, true, "a").of(1, 0, 2));
    documents.add(new Copy(1000, 0, 45, true, "a").of(1, 1, 2));
    documents.add(new Copy(1000, 100, 0, true, "a").of(2, 0, 1));
    documents.add(new Copy(1000, 70, 0, true, "a").of(3, 0, 1));
    var plan = Corpora.plan(Corpora.to(new Target.Odds(0.9)), documents, 0);
    assertThat(plan.outcome().feasible()).isTrue();
    double first = StrictMath.log(plan.weightMicro(0) / 1e6);
    double second = StrictMath.log(plan.weightMicro(1) / 1e6);
    assertThat(second / first).isBetween(0.49, 0.51);
  }
}
