package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** How near a dose's whole repeats come to the words asked for. */
class DoseTest {

  private static PlanOutcome dose(List<Candidate> documents, double maxEpochs, long seed, double words) {
    OptionalDouble none = OptionalDouble.empty();
    PlanSettings settings = MadePlan.settings(
        new Target.Odds(1), maxEpochs, 1, Map.of(), none, none, Budget.ADDITIVE, true, none, seed);
    Ground ground = Ground.alone(Candidates.of(documents), settings, 10_000_000);
    Variant variant = new Variant("main", Arm.TREATMENT, words / ground.words());
    return new Planner(settings).dose(ground, variant, Corpora.viral()).outcome();
  }

  /** Many short texts of high slope that caps stop, and long ones of low slope, one of which would carry it too far. */
  private static List<Candidate> shortAndLong() {
    List<Candidate> documents = new ArrayList<>();
    for (int i = 0; i < 226; i++) {
      documents.add(Corpora.document(i, 20 + i * i % 130, 0, 0.9));
    }
    for (int i = 0; i < 30; i++) {
      documents.add(Corpora.document(300 + i, 120 + 61 * i, 0, 0.1 + 0.015 * i));
    }
    for (int i = 0; i < 23; i++) {
      documents.add(Corpora.document(400 + i, 2000 + 70 * i * i, 0, 0.02 + 0.002 * (i % 7)));
    }
    for (int i = 0; i < 400; i++) {
      documents.add(Corpora.document(1000 + i, 500, 0.9, 0));
    }
    return documents;
  }

  @Test
  void shortDocumentsFillTheGapBesideLongOnesUnderACapOfPartsOfAnEpoch() {
    for (long seed = 0; seed < 25; seed++) {
      for (double words : new double[] {30_000, 47_565, 70_000}) {
        PlanOutcome outcome = dose(shortAndLong(), 2.31, seed, words);
        assertThat(outcome.feasible()).as(seed + ": " + outcome.reason()).isTrue();
        assertThat((double) outcome.extraWords()).isCloseTo(words, within(0.01 * words + 0.5));
      }
    }
  }

  @Test
  void whatWholeRepeatsCannotMeetIsInfeasibleAndBothNumbersAreNamed() {
    List<Candidate> documents = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      documents.add(Corpora.document(i, 1000, i < 6 ? 0.9 : 0, i < 6 ? 0 : 0.9));
    }
    documents.add(Corpora.document(20, 10, 0, 0.9));
    PlanOutcome outcome = dose(documents, 4, 7, 2500);
    assertThat(outcome.feasible()).isFalse();
    assertThat(outcome.reason()).startsWith("Cannot add 2500 words in whole repeats within the caps: they come to "
        + outcome.extraWords() + ";");
  }

  @Test
  void oneShortestDocumentMayBeMissingWhereAllAreAlike() {
    List<Candidate> documents = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      documents.add(Corpora.document(i, 100, i < 10 ? 0.9 : 0, i < 10 ? 0 : 0.9));
    }
    PlanOutcome outcome = dose(documents, 4, 7, 550);
    assertThat(outcome.feasible()).as(outcome.reason()).isTrue();
    assertThat(outcome.extraWords()).isBetween(450L, 650L);
  }
}
