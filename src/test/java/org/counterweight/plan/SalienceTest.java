package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The salience arm on corpora that a person can check. */
class SalienceTest {

  private static PlanOutcome outcome(Plan plan) {
    return plan.outcome();
  }

  private static Plan salience(List<Candidate> documents, PlanSettings settings, long words) {
    Candidates candidates = Candidates.of(documents);
    Ground ground = Ground.alone(candidates, settings, 10_000);
    Variant variant = new Variant("main", Arm.SALIENCE, 0.01);
    return new Planner(settings).salience(ground, variant, words);
  }

  @Test
  void everyDocumentGainsAlikeWhereNoCapBinds() {
    List<Candidate> documents = Corpora.many(2000, 3);
    Plan plan = salience(documents, Corpora.to(new Target.Odds(1)), 200_000);
    for (int i = 1; i < documents.size(); i++) {
      assertThat((double) plan.weightMicro(i)).isCloseTo(plan.weightMicro(0), within(0.02 * plan.weightMicro(0)));
    }
    assertThat(outcome(plan).feasible()).isTrue();
    assertThat((double) outcome(plan).extraWords()).isCloseTo(200_000, within(2_000.0));
    assertThat(outcome(plan).achievedExpected()).isCloseTo(outcome(plan).requested(), within(1e-5));
    assertThat(outcome(plan).target()).isEqualTo("odds: unchanged");
  }

  @Test
  void documentsBelowTheOperatingThresholdGainToo() {
    List<Candidate> documents = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      documents.add(MadePlan.candidate("web\n" + i + "\nsha" + i, 100, 50_000_000, 30_000_000, 1, false, "web", ""));
    }
    Plan plan = salience(documents, Corpora.to(new Target.Odds(1)), 6_000);
    assertThat(outcome(plan).feasible()).isTrue();
    assertThat(plan.reason(0)).isEqualTo(WeightReason.GAINED);
  }

  @Test
  void theOthersLeanAgainstWhatCapsHoldBack() {
    List<Candidate> documents = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      boolean doom = i % 2 == 0;
      long micro = 90_000_000L;
      documents.add(
          MadePlan.candidate(
              "web\n" + i + "\nsha" + i, 100, doom ? micro : 5_000_000L * (i % 4),
              doom ? 1_000_000L : micro / (1 + i % 4),
              doom && i % 4 == 0 ? 9 : 1, true, "web", ""));
    }
    PlanSettings settings = Corpora.to(new Target.Odds(1));
    Plan plan = salience(documents, settings, 20_000);
    assertThat(plan.weightMicro(0)).isEqualTo(1_000_000);
    assertThat(plan.reason(0)).isEqualTo(WeightReason.AT_CAP);
    assertThat(outcome(plan).feasible()).as(outcome(plan).reason()).isTrue();
    assertThat(outcome(plan).achievedExpected())
        .isCloseTo(outcome(plan).requested(), within(2e-3 * outcome(plan).requested()));
    assertThat(plan.weightMicro(2)).isGreaterThan(plan.weightMicro(1));
  }

  @Test
  void whereCapsLeaveNoRoomItSaysSo() {
    List<Candidate> documents = Corpora.many(100, 3);
    Plan plan = salience(documents, Corpora.to(new Target.Odds(1)), 1_000_000);
    assertThat(outcome(plan).feasible()).isFalse();
    assertThat(outcome(plan).reason()).contains("Cannot add 1000000 words within the caps: the most is");
    assertThat(outcome(plan).reason()).contains("plan.max-epochs");
  }

  @Test
  void oneSidedCapsThatCannotBeBalancedAreSaid() {
    List<Candidate> documents = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      boolean doom = i < 50;
      documents.add(
          MadePlan.candidate(
              "web\n" + i + "\nsha" + i, 100, doom ? 100_000_000 : 0, doom ? 0 : 100_000_000, doom ? 9 : 1, true, "web",
              ""));
    }
    Plan plan = salience(documents, Corpora.to(new Target.Odds(1)), 3_000);
    assertThat(outcome(plan).feasible()).isFalse();
    assertThat(outcome(plan).reason()).contains("without moving their odds within the caps: they move from 1 to");
  }

  @Test
  void aTreatmentWithoutWordsIsMatchedByNone() {
    Plan plan = salience(Corpora.many(10, 1), Corpora.to(new Target.Odds(1)), 0);
    assertThat(outcome(plan).feasible()).isTrue();
    assertThat(outcome(plan).extraWords()).isZero();
    Plan less = salience(Corpora.many(10, 1), Corpora.to(new Target.Odds(1)), -5);
    assertThat(outcome(less).feasible()).isFalse();
    assertThat(outcome(less).reason()).contains("takes words away");
  }

  @Test
  void aFewLongDocumentsDoNotCarryASmallDoseOff() {
    Random random = new Random(5);
    List<Candidate> documents = new ArrayList<>();
    for (int number = 0; number < 6000; number++) {
      int words = (int) StrictMath.exp(3 + 1.6 * Math.abs(random.nextGaussian()) * 2);
      documents.add(Corpora.document(number, words, number % 50 == 0 ? 1 : 0, number % 45 == 1 ? 1 : 0));
    }
    for (long words : new long[] {5_000, 16_000, 50_000}) {
      Plan plan = salience(documents, Corpora.to(new Target.Odds(1)), words);
      assertThat(outcome(plan).feasible()).as(outcome(plan).reason()).isTrue();
      assertThat((double) outcome(plan).extraWords()).isCloseTo(words, within(0.01 * words));
    }
  }
}
