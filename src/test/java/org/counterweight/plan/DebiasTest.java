package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.counterweight.virality.Figure;
import org.junit.jupiter.api.Test;

/** The target that takes back what virality added. */
class DebiasTest {

  private static double oddsAtBase(List<Candidate> documents) {
    return Corpora.plan(Corpora.to(new Target.Odds(1e6)), documents, 0).outcome().achievedExpected();
  }

  @Test
  void debiasTakesBackTheInflationByCopies() {
    Plan plan = Corpora.plan(Corpora.to(new Target.Debias(Target.By.COPIES)), Corpora.many(20_000, 4), 0);
    double before = oddsAtBase(Corpora.many(20_000, 4));
    assertThat(plan.outcome().requested()).isCloseTo(before / 1.5, within(1e-9));
    assertThat(plan.outcome().achievedRounded()).isCloseTo(before / 1.5, within(1e-3));
  }

  @Test
  void debiasByEngagementBendsByTheElasticity() {
    PlanSettings settings =
        MadePlan.settings(
            new Target.Debias(Target.By.ENGAGEMENT), 4, 1, Map.of(), OptionalDouble.empty(), OptionalDouble.empty(),
            Budget.ADDITIVE, false, OptionalDouble.of(0.5), 1);
    double before = oddsAtBase(Corpora.many(900, 4));
    PlanOutcome outcome = Corpora.plan(settings, Corpora.many(900, 4), 0).outcome();
    assertThat(outcome.requested()).isCloseTo(before / Math.sqrt(2), within(1e-9));
  }

  @Test
  void debiasWithoutADirectionStaysAtBaseAndSaysWhy() {
    assertThat(debiased(Figure.notIdentifiable("too few works have copies")))
        .isEqualTo("V_copies is not identifiable: too few works have copies");
    assertThat(debiased(Figure.of(1.1, 0.9, 1.4)))
        .isEqualTo("V_copies 1.1 (0.9 to 1.4) shows no direction: its interval holds 1");
    assertThat(debiased(Figure.of(.5, .4, .6))).contains("plan.debias.both-ways is not set");
  }

  private static String debiased(Figure copies) {
    PlanSettings settings =
        MadePlan.settings(
            new Target.Debias(Target.By.COPIES), 4, 1, Map.of(), OptionalDouble.empty(), OptionalDouble.empty(),
            Budget.ADDITIVE, false, OptionalDouble.empty(), 1);
    Circumstances now = new Circumstances(copies, Figure.notIdentifiable("none"));
    Plan plan = new Planner(settings).plan(Candidates.of(Corpora.many(50, 1)), Rest.of(0), now);
    assertThat(plan.outcome().feasible()).isTrue();
    assertThat(plan.weightMicro(0)).isEqualTo(1_000_000);
    return plan.outcome().reason();
  }

  @Test
  void debiasBothWaysMayAddDoom() {
    Circumstances now = new Circumstances(Figure.of(.5, .4, .6), Figure.notIdentifiable("none"));
    PlanSettings settings = Corpora.to(new Target.Debias(Target.By.COPIES));
    PlanOutcome outcome = new Planner(settings).plan(Candidates.of(Corpora.many(5000, 1)), Rest.of(0), now).outcome();
    double before = oddsAtBase(Corpora.many(5000, 1));
    assertThat(outcome.feasible()).isTrue();
    assertThat(outcome.achievedRounded()).isCloseTo(2 * before, within(5e-3 * before));
  }
}
