package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.counterweight.virality.Figure;
import org.junit.jupiter.api.Test;

class PlanOutcomeTest {

  private static PlanOutcome outcome(double requested, double expected, double rounded, String arm, double dose) {
    return new PlanOutcome(
        "odds: 1", requested, expected, rounded, Figure.notIdentifiable("not estimated"), true, "", List.of(), arm,
        dose, "main", 0, 100, 120, 20, new PlanCosts(1, 1, 1, 0, 0, 0), List.of());
  }

  private static String reached(double expected, double rounded) {
    return outcome(1, expected, rounded, "treatment", Double.NaN).reached();
  }

  @Test
  void aTargetThatOnlyTheRepeatsOrOnlyTheWeightsReachIsToldWithBothFigures() {
    assertThat(reached(1.0001, 0.9999)).isEqualTo("reached");
    assertThat(reached(1.21, 1.0002)).isEqualTo("reached in whole repeats (1), but the weights come to 1.21");
    assertThat(reached(1, 0.8)).isEqualTo("reached by the weights (1), but whole repeats come to 0.8");
    assertThat(reached(1.2, 0.8))
        .isEqualTo("met as nearly as whole documents allow: the weights come to 1.2, whole repeats to 0.8");
    assertThat(reached(Double.POSITIVE_INFINITY, 1)).contains("the weights come to infinite");
    assertThat(outcome(Double.NaN, 3, 4, "treatment", 0.01).reached()).isEqualTo("reached");
  }

  @Test
  void aSmallCorpusIsToldAsWhatItIs() {
    var documents = List.of(Corpora.document(0, 100, 0, 1), Corpora.document(1, 250, 1, 0));
    var outcome = Corpora.plan(Corpora.to(new Target.Odds(1)), documents, 0).outcome();
    assertThat(outcome.feasible()).isTrue();
    assertThat(Math.abs(outcome.achievedRounded() - 1)).as("2.5 copies cannot be met whole").isGreaterThan(0.1);
    assertThat(outcome.reached()).isNotEqualTo("reached").contains(Goal.plain(outcome.achievedRounded()));
  }

  @Test
  void theHeadlineSaysTheDose() {
    assertThat(outcome(1, 1, 1, "treatment", Double.NaN).headline()).isEqualTo("odds: 1");
    assertThat(outcome(Double.NaN, 1, 1, "treatment", 0.003).headline()).isEqualTo("dose 0.3%, towards odds: 1");
    assertThat(outcome(Double.NaN, 1, 1, "salience", 0.1).headline()).isEqualTo("dose 10%, odds: 1");
  }
}
