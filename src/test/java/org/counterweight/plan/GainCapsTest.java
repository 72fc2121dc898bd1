package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** No source and no host carries the whole counterweight. */
class GainCapsTest {
  private static final PlanSettings ODDS_ONE = Corpora.to(new Target.Odds(1));

  @Test
  void aSourceThatWouldCarryMostGivesWayToTheOthers() {
    List<Candidate> documents = new ArrayList<>();
    for (int number = 0; number < 3000; number++) {
      String source = number % 10 < 7 ? "big" : "small";
      boolean doom = number % 3 == 0;
      documents.add(Corpora.document(number, 100 + number % 7, doom ? 1 : 0, doom ? 0 : 0.3, source, ""));
    }
    Plan free = Corpora.plan(ODDS_ONE, documents, 0);
    Plan capped = Corpora.plan(Corpora.capped(ODDS_ONE, 0.6, 0), documents, 0);
    double extra = gains(free, documents).values().stream().mapToDouble(words -> words).sum();
    assertThat(gains(free, documents).get("big") / extra).isGreaterThan(0.65);
    assertThat(gains(capped, documents).get("big") / extra).isCloseTo(0.6, within(0.02));
    assertThat(capped.outcome().feasible()).as(capped.outcome().reason()).isTrue();
    assertThat(capped.outcome().binding()).contains("max-gain.source:big").doesNotContain("max-gain.source:small");
    assertThat(capped.outcome().achievedRounded()).isCloseTo(1, within(2e-3));
    assertThat(capped.outcome().kl()).isGreaterThan(free.outcome().kl());
    assertThat(capped.reason(1)).isEqualTo(WeightReason.GAIN_CAPPED);
  }

  @Test
  void aCapNeverPushesADocumentBelowItsBase() {
    Plan plan = Corpora.plan(Corpora.capped(ODDS_ONE.withFloor(0.2), 0.01, 0.01), Corpora.many(500, 3), 0);
    List<Candidate> documents = Corpora.many(500, 3);
    for (int i = 0; i < plan.size(); i++) {
      if (documents.get(i).tractableMicro() > documents.get(i).doomMicro()) {
        assertThat(plan.weightMicro(i)).isGreaterThanOrEqualTo(1_000_000);
      }
    }
  }

  @Test
  void documentsWithoutAHostAreNotOneHost() {
    List<Candidate> documents =
        List.of(
            Corpora.document(0, 100, 0, 1, "a", ""),
            Corpora.document(1, 100, 0, 1, "a", ""),
            Corpora.document(2, 400, 1, 0, "a", ""));
    PlanOutcome outcome = Corpora.plan(Corpora.capped(ODDS_ONE, 0, 0.1), documents, 0).outcome();
    assertThat(outcome.feasible()).isTrue();
  }

  @Test
  void capsOnCrossedSourcesAndHostsHoldTogether() {
    List<Candidate> documents = Corpora.many(4000, 9);
    Plan free = Corpora.plan(ODDS_ONE.withMaxEpochs(30), documents, 0);
    Plan capped = Corpora.plan(Corpora.capped(ODDS_ONE.withMaxEpochs(30), 0.22, 0.025), documents, 0);
    double extra = gains(free, documents).values().stream().mapToDouble(words -> words).sum();
    assertThat(capped.outcome().feasible()).as(capped.outcome().reason()).isTrue();
    assertThat(capped.outcome().binding()).anyMatch(name -> name.startsWith("max-gain.source:"));
    assertThat(capped.outcome().binding()).anyMatch(name -> name.startsWith("max-gain.host:"));
    gains(capped, documents).values().forEach(words -> assertThat(words / extra).isLessThan(0.225));
  }

  private static Map<String, Double> gains(Plan plan, List<Candidate> documents) {
    Map<String, Double> gains = new TreeMap<>();
    for (int i = 0; i < plan.size(); i++) {
      double extra = Math.max(0, plan.weightMicro(i) / 1e6 - 1) * documents.get(i).words();
      gains.merge(documents.get(i).source(), extra, Double::sum);
    }
    return gains;
  }
}
