package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan that cannot reach its target says how near it comes, what holds it, and what would help. */
class ShortfallTest {
  private static final PlanSettings ODDS_ONE = Corpora.to(new Target.Odds(1));

  @Test
  void namesTheEpochsAndTheFloorThatWouldReach() {
    List<Candidate> documents = List.of(Corpora.document(0, 100, 0, 1), Corpora.document(1, 625, 1, 0));
    PlanOutcome outcome = Corpora.plan(ODDS_ONE, documents, 0).outcome();
    assertThat(outcome.reason())
        .isEqualTo(
            "Cannot reach odds: 1 within the caps: the best reachable is 1.563; plan.max-epochs 6.3, or plan.floor 0.64"
                + " would reach it");
    assertThat(outcome.binding()).containsExactly("floor", "max-epochs");
    assertThat(Corpora.plan(ODDS_ONE.withMaxEpochs(6.3), documents, 0).outcome().feasible()).isTrue();
    assertThat(Corpora.plan(ODDS_ONE.withMaxEpochs(6.2), documents, 0).outcome().feasible()).isFalse();
    assertThat(Corpora.plan(ODDS_ONE.withFloor(0.64), documents, 0).outcome().feasible()).isTrue();
    assertThat(Corpora.plan(ODDS_ONE.withFloor(0.65), documents, 0).outcome().feasible()).isFalse();
  }

  @Test
  void countsTheDocumentsBelowTheOperatingThreshold() {
    Candidate unsure = MadePlan.candidate("web\n0\nsha0", 100, 0, 100_000_000, 1, false, "web", "");
    List<Candidate> documents = List.of(unsure, Corpora.document(1, 200, 1, 0));
    PlanOutcome outcome = Corpora.plan(ODDS_ONE.withFloor(0.9), documents, 0).outcome();
    assertThat(outcome.binding()).containsExactly("floor", "operating-threshold");
    assertThat(outcome.reason()).contains("plan.floor 0.5, or a lower stance.gain-threshold would reach it");
    Candidate neutral = Corpora.document(2, 100, 0, 0);
    PlanOutcome share = Corpora.plan(Corpora.to(new Target.Share(.9)), List.of(unsure, neutral), 1000).outcome();
    assertThat(share.reason()).endsWith("(1 of the documents that help lie below the operating threshold)");
  }

  @Test
  void namesTheGainCapThatHoldsItAndTheOneThatWouldReach() {
    List<Candidate> documents =
        List.of(
            Corpora.document(0, 100, 0, 1, "a", "x"),
            Corpora.document(1, 100, 0, 1, "b", "y"),
            Corpora.document(2, 400, 1, 0, "c", "z"));
    PlanOutcome outcome = Corpora.plan(Corpora.capped(ODDS_ONE, 0.4, 0), documents, 0).outcome();
    assertThat(outcome.feasible()).isFalse();
    assertThat(outcome.binding()).containsExactly("floor", "max-gain.source:a", "max-gain.source:b");
    assertThat(outcome.reason()).endsWith("plan.max-gain.source 0.5 would reach it");
    PlanOutcome hosts = Corpora.plan(Corpora.capped(ODDS_ONE, 0, 0.4), documents, 0).outcome();
    assertThat(hosts.binding()).containsExactly("floor", "max-gain.host:x", "max-gain.host:y");
    PlanOutcome both = Corpora.plan(Corpora.capped(ODDS_ONE, 0.3, 0.3), documents, 0).outcome();
    assertThat(both.reason()).contains("lifting both plan.max-gain.source and plan.max-gain.host");
  }

  @Test
  void gainCapsThatAreNotToBlameAreSetAside() {
    List<Candidate> documents =
        List.of(Corpora.document(0, 100, 0, 1, "a", "x"), Corpora.document(1, 800, 1, 0, "b", "y"));
    PlanOutcome outcome = Corpora.plan(Corpora.capped(ODDS_ONE, 0.5, 0), documents, 0).outcome();
    assertThat(outcome.reason()).contains("plan.max-epochs 8 without plan.max-gain.*");
  }
}
