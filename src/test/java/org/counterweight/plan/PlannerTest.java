package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.counterweight.virality.Figure;
import org.junit.jupiter.api.Test;

/** Plans of corpora that a person can check. */
class PlannerTest {

  private static final PlanSettings ODDS_ONE = Corpora.to(new Target.Odds(1));

  @Test
  void doublesTractableWordsWhereTheyAreHalfOfDoom() {
    List<Candidate> documents = new ArrayList<>();
    for (int number = 0; number < 1000; number++) {
      documents.add(Corpora.document(number, 100, number % 3 == 0 ? 0 : 1, number % 3 == 0 ? 1 : 0));
    }
    Plan plan = Corpora.plan(ODDS_ONE, documents, 5_000_000);
    assertThat(plan.outcome().feasible()).isTrue();
    assertThat(plan.outcome().achievedRounded()).isCloseTo(1, within(1.0 / 666));
    assertThat(plan.outcome().achievedExpected()).isCloseTo(1, within(0.05));
    assertThat(plan.outcome().binding()).containsExactly("floor");
    assertThat(plan.reason(0)).isEqualTo(WeightReason.GAINED);
    assertThat(plan.reason(1)).isEqualTo(WeightReason.AT_FLOOR);
    assertThat(plan.weightMicro(1)).isEqualTo(1_000_000);
    assertThat(plan.defaultWeightMicro()).isEqualTo(1_000_000);
    assertThat(plan.outcome().wordsAfter()).isCloseTo(5_000_000 + 133_200, within(101L));
  }

  @Test
  void oddsAreDoomToTractable() {
    List<Candidate> documents = Corpora.many(3000, 3);
    Plan plan = Corpora.plan(Corpora.to(new Target.Odds(0.8)), documents, 0);
    double doom = 0;
    double tractable = 0;
    for (int i = 0; i < documents.size(); i++) {
      doom += plan.repeats(i) * documents.get(i).doomMicro() / 1e6;
      tractable += plan.repeats(i) * documents.get(i).tractableMicro() / 1e6;
    }
    assertThat(doom / tractable).isCloseTo(0.8, within(0.005));
    assertThat(plan.outcome().achievedRounded()).isCloseTo(doom / tractable, within(1e-9));
  }

  @Test
  void leavesACorpusAloneThatIsAlreadyThere() {
    Plan plan = Corpora.plan(ODDS_ONE, List.of(Corpora.document(0, 100, .1, .4)), 100);
    assertThat(plan.outcome().feasible()).isTrue();
    assertThat(plan.outcome().reason()).isEqualTo("The odds of doom to tractable words are already 0.25");
    assertThat(plan.outcome().kl()).isZero();
    assertThat(plan.weightMicro(0)).isEqualTo(1_000_000);
    assertThat(plan.reason(0)).isEqualTo(WeightReason.BASE);
    assertThat(plan.outcome().wordsAfter()).isEqualTo(200);
  }

  @Test
  void aShareCountsTheWordsThatItAdds() {
    List<Candidate> documents = Corpora.many(4000, 5);
    long rest = 3_000_000;
    Plan plan = Corpora.plan(Corpora.to(new Target.Share(0.08)), documents, rest);
    double tractable = 0;
    double words = rest;
    for (int i = 0; i < documents.size(); i++) {
      tractable += plan.repeats(i) * documents.get(i).tractableMicro() / 1e6;
      words += plan.repeats(i) * (double) documents.get(i).words();
    }
    assertThat(plan.outcome().feasible()).isTrue();
    assertThat(tractable / words).isCloseTo(0.08, within(1e-3));
    assertThat(plan.outcome().wordsAfter()).isEqualTo((long) words);
  }

  @Test
  void baseEpochsOfASourceApplyToListedAndUnlistedDocuments() {
    PlanSettings settings =
        MadePlan.settings(
            new Target.Odds(1), 4, 1, Map.of("books", 2.0), OptionalDouble.empty(), OptionalDouble.empty(),
            Budget.ADDITIVE, false, OptionalDouble.empty(), 1);
    List<Candidate> documents =
        List.of(
            Corpora.document(0, 100, 1, 0, "books", ""),
            Corpora.document(1, 100, 0, 1, "books", ""),
            Corpora.document(2, 100, 1, 0, "web", ""));
    Plan plan =
        new Planner(settings)
            .plan(Candidates.of(documents), new Rest(Map.of("books", 1000L, "web", 10L)), Circumstances.unknown());
    assertThat(plan.outcome().wordsBefore()).isEqualTo(2 * 1000 + 10 + 200 + 200 + 100);
    assertThat(plan.weightMicro(0)).isEqualTo(2_000_000);
    assertThat(plan.repeats(1)).isEqualTo(3);
  }

  @Test
  void onlyDoomIsOutOfReachAndStaysAtBase() {
    PlanOutcome outcome = Corpora.plan(ODDS_ONE, List.of(Corpora.document(0, 100, 1, 0)), 0).outcome();
    assertThat(outcome.feasible()).isFalse();
    assertThat(outcome.reason()).contains("No document holds tractable words");
    assertThat(outcome.achievedExpected()).isInfinite();
  }

  @Test
  void onlyTractableIsAlreadyThere() {
    PlanOutcome outcome = Corpora.plan(ODDS_ONE, List.of(Corpora.document(0, 100, 0, 1)), 0).outcome();
    assertThat(outcome.feasible()).isTrue();
    assertThat(outcome.achievedExpected()).isZero();
  }

  @Test
  void noCandidatesNeedNoPlan() {
    PlanOutcome outcome = Corpora.plan(ODDS_ONE, List.of(), 1000).outcome();
    assertThat(outcome.feasible()).isTrue();
    assertThat(outcome.reason()).isEqualTo("No document about AI holds doom or tractable words");
    assertThat(outcome.achievedExpected()).isNaN();
    assertThat(outcome.wordsAfter()).isEqualTo(1000);
    PlanOutcome share = Corpora.plan(Corpora.to(new Target.Share(.01)), List.of(), 1000).outcome();
    assertThat(share.feasible()).isFalse();
    assertThat(share.reason()).contains("no document about AI would help");
  }

  @Test
  void documentsWithoutWordsStayAtBase() {
    List<Candidate> documents = new ArrayList<>(Corpora.many(200, 1));
    documents.add(Corpora.document(999, 0, 0, 0));
    Plan plan = Corpora.plan(ODDS_ONE, documents, 0);
    assertThat(plan.weightMicro(200)).isEqualTo(1_000_000);
    assertThat(plan.outcome().feasible()).isTrue();
  }

  @Test
  void documentsOfABillionWordsDoNotOverflow() {
    List<Candidate> documents = new ArrayList<>();
    for (int number = 0; number < 2000; number++) {
      documents.add(Corpora.document(number, 1_000_000_000, number % 5 == 0 ? 0 : 1, number % 5 == 0 ? 1 : 0));
    }
    long rest = 1_000_000_000_000_000L;
    PlanOutcome outcome = Corpora.plan(ODDS_ONE, documents, rest).outcome();
    assertThat(outcome.feasible()).isTrue();
    assertThat(outcome.achievedRounded()).isEqualTo(1);
    assertThat(outcome.wordsAfter()).isEqualTo(rest + 3_200_000_000_000L);
  }

  @Test
  void copiesOfAWorkShareItsCap() {
    List<Candidate> documents = new ArrayList<>();
    for (int copy = 0; copy < 3; copy++) {
      documents.add(MadePlan.candidate("web\n" + copy + "\nsha", 100, 0, 100_000_000, 3, true, "web", ""));
    }
    documents.add(Corpora.document(9, 1000, 1, 0));
    Plan plan = Corpora.plan(ODDS_ONE, documents, 0);
    assertThat(plan.outcome().feasible()).isFalse();
    assertThat(plan.weightMicro(0)).isEqualTo(1_333_333);
    assertThat(plan.reason(0)).isEqualTo(WeightReason.AT_CAP);
    assertThat(plan.outcome().reason()).contains("the best reachable is 2.5; plan.max-epochs 10, or");
  }

  @Test
  void aBaseBeyondTheCapIsNamed() {
    PlanSettings settings =
        MadePlan.settings(
            new Target.Odds(1), 4, 1, Map.of("web", 5.0), OptionalDouble.empty(), OptionalDouble.empty(),
            Budget.ADDITIVE, false, OptionalDouble.empty(), 1);
    Plan plan = Corpora.plan(settings, List.of(Corpora.document(0, 9, 0, 1), Corpora.document(1, 90, 1, 0)), 0);
    assertThat(plan.weightMicro(0)).isEqualTo(5_000_000);
    assertThat(plan.outcome().binding()).containsExactly("base", "floor", "max-epochs");
  }

  @Test
  void aFixedBudgetPaysForTheGainWithEveryDocument() {
    Plan plan = Corpora.plan(Corpora.fixed(ODDS_ONE), Corpora.many(20_000, 2), 100_000_000);
    PlanOutcome outcome = plan.outcome();
    assertThat(plan.defaultWeightMicro()).isBetween(900_000L, 999_999L);
    assertThat((double) outcome.wordsAfter()).isCloseTo(outcome.wordsBefore(), within(2e-3 * outcome.wordsBefore()));
    assertThat(outcome.achievedRounded()).isCloseTo(1, within(1e-3));
  }

  @Test
  void aFixedBudgetThatDropsDoomKeepsTheEpochCap() {
    Plan plan = Corpora.plan(Corpora.fixed(ODDS_ONE.withFloor(0).withMaxEpochs(1.2)), Corpora.many(3000, 2), 0);
    assertThat(plan.defaultWeightMicro()).isGreaterThan(1_000_000);
    for (int i = 0; i < plan.size(); i++) {
      assertThat(plan.weightMicro(i)).isLessThanOrEqualTo(Math.max(1_200_001, plan.defaultWeightMicro()));
    }
  }

  @Test
  void trueWordsAreFilledInLater() {
    Plan plan = Corpora.plan(ODDS_ONE, Corpora.many(50, 1), 0);
    assertThat(plan.outcome().achievedTrue().identifiable()).isFalse();
    Figure achieved = Figure.of(1, .8, 1.2);
    Plan known = plan.withAchievedTrue(achieved);
    assertThat(known.outcome().achievedTrue()).isEqualTo(achieved);
    assertThat(known.repeats(3)).isEqualTo(plan.repeats(3));
    assertThat(known.outcome().kl()).isEqualTo(plan.outcome().kl());
  }
}
