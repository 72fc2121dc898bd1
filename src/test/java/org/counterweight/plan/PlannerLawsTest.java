package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for every plan. */
@Domain(PlanDomain.class)
@Domain(DomainContext.Global.class)
class PlannerLawsTest {
  private static final long REST = 20_000;

  @Property(seed = "1", tries = 300)
  void weightsStayWithinFloorAndCaps(
      @ForAll List<Candidate> documents, @ForAll PlanSettings settings) {
    Plan plan = Corpora.plan(settings, documents, REST);
    Map<String, Double> perWork = new HashMap<>();
    Map<String, Double> basePerWork = new HashMap<>();
    for (int i = 0; i < documents.size(); i++) {
      Candidate document = documents.get(i);
      double base = settings.base().getOrDefault(document.source(), 1.0);
      double weight = plan.weightMicro(i) / 1e6;
      assertThat(weight).isBetween(settings.floor() * base - 1e-9, Math.max(base, settings.maxEpochs()) + 1e-9);
      if (!document.mayGain()) {
        assertThat(weight).isLessThanOrEqualTo(base);
      }
      perWork.merge(document.work(), weight, Double::sum);
      basePerWork.merge(document.work(), base, Double::sum);
    }
    for (Candidate document : documents) {
      double most = Math.max(settings.maxEpochs(), document.copiesPresent());
      double base = basePerWork.get(document.work());
      assertThat(perWork.get(document.work())).isLessThanOrEqualTo(Math.max(most, base) + 1e-9);
    }
  }

  @Property(seed = "1", tries = 300)
  void targetIsMetToOneDocumentOrABindingCapIsNamed(
      @ForAll List<Candidate> documents, @ForAll PlanSettings settings) {
    Plan plan = Corpora.plan(settings, documents, REST);
    PlanOutcome outcome = plan.outcome();
    if (!outcome.feasible()) {
      assertThat(outcome.reason()).isNotEmpty();
      boolean helpful = documents.stream().anyMatch(d -> helps(settings, outcome, d));
      assertThat(outcome.binding().isEmpty() && helpful).as(outcome.reason()).isFalse();
    } else if (outcome.reason().isEmpty() && !usedUp(plan)) {
      double largest = documents.stream().mapToDouble(d -> slopeWords(settings, outcome, d)).max().orElse(0);
      assertThat(Math.abs(miss(settings, outcome, plan, documents))).isLessThanOrEqualTo(largest);
    }
  }

  /** Whether nothing is left to adjust, so that a cap of 4/3 epochs may round short. */
  private static boolean usedUp(Plan plan) {
    for (int i = 0; i < plan.size(); i++) {
      WeightReason reason = plan.reason(i);
      if (reason == WeightReason.GAINED || reason == WeightReason.LOST) {
        return false;
      }
    }
    return true;
  }

  private static boolean helps(PlanSettings settings, PlanOutcome outcome, Candidate document) {
    return settings.base().getOrDefault(document.source(), 1.0) > 0 && contribution(settings, outcome, document) > 1e-6;
  }

  private static double slopeWords(PlanSettings settings, PlanOutcome outcome, Candidate document) {
    return Math.abs(contribution(settings, outcome, document));
  }

  private static double contribution(PlanSettings settings, PlanOutcome outcome, Candidate document) {
    double tractable = document.tractableMicro() / 1e6;
    return settings.target() instanceof Target.Share
        ? tractable - outcome.requested() * document.words()
        : tractable - document.doomMicro() / 1e6 / outcome.requested();
  }

  private static double miss(PlanSettings settings, PlanOutcome outcome, Plan plan, List<Candidate> documents) {
    double miss = settings.target() instanceof Target.Share ? -outcome.requested() * REST : 0;
    for (int i = 0; i < documents.size(); i++) {
      miss += plan.repeats(i) * contribution(settings, outcome, documents.get(i));
    }
    return miss;
  }

  @Property(seed = "1", tries = 200)
  void orderOfArrivalDoesNotMatter(
      @ForAll List<Candidate> documents, @ForAll PlanSettings settings, @ForAll long shuffle) {
    List<Candidate> shuffled = new ArrayList<>(documents);
    Collections.shuffle(shuffled, new Random(shuffle));
    Plan plan = Corpora.plan(settings, documents, REST);
    Plan other = Corpora.plan(settings, shuffled, REST);
    assertThat(other.outcome()).isEqualTo(plan.outcome());
    assertThat(rows(other, shuffled)).isEqualTo(rows(plan, documents));
  }

  @Property(seed = "1", tries = 100)
  void orderOfArrivalDoesNotMatterUnderGainCaps(
      @ForAll List<Candidate> documents, @ForAll PlanSettings settings, @ForAll long shuffle) {
    PlanSettings capped = Corpora.capped(settings, 0.4, 0.3);
    List<Candidate> shuffled = new ArrayList<>(documents);
    Collections.shuffle(shuffled, new Random(shuffle));
    Plan plan = Corpora.plan(capped, documents, REST);
    Plan other = Corpora.plan(capped, shuffled, REST);
    assertThat(other.outcome()).isEqualTo(plan.outcome());
    assertThat(rows(other, shuffled)).isEqualTo(rows(plan, documents));
  }

  private static List<String> rows(Plan plan, List<Candidate> documents) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      rows.add(documents.get(i) + " " + plan.weightMicro(i) + " " + plan.repeats(i) + " " + plan.reason(i));
    }
    Collections.sort(rows);
    return rows;
  }

  @Property(seed = "1", tries = 100)
  void repeatsAreTheFloorOfWeightPlusDraw(
      @ForAll List<Candidate> documents, @ForAll PlanSettings settings) {
    Plan plan = Corpora.plan(settings, documents, REST);
    for (int i = 0; i < documents.size(); i++) {
      double draw = Draw.of(settings.seed(), documents.get(i).key());
      assertThat(plan.repeats(i)).isEqualTo(Draw.repeats(plan.weightMicro(i), draw));
    }
  }

  @Property(seed = "1", tries = 200)
  void reasonsAgreeWithTheMoveOfTheWeight(
      @ForAll List<Candidate> documents, @ForAll PlanSettings settings) {
    Plan plan = Corpora.plan(settings, documents, REST);
    for (int i = 0; i < documents.size(); i++) {
      double base = settings.base().getOrDefault(documents.get(i).source(), 1.0);
      double moved = plan.weightMicro(i) / 1e6 - base;
      switch (plan.reason(i)) {
        case GAINED -> assertThat(moved).isPositive();
        case LOST -> assertThat(moved).isNegative();
        case AT_CAP, GAIN_CAPPED -> assertThat(moved).isNotNegative();
        case AT_FLOOR -> assertThat(moved).isCloseTo((settings.floor() - 1) * base, within(1.1e-6));
        case BASE, BELOW_THRESHOLD -> assertThat(moved).isZero();
        default -> throw new AssertionError(plan.reason(i));
      }
    }
  }

  @Property(seed = "1", tries = 200)
  void aFixedBudgetKeepsTheWordsOfTheStageAndTheTarget(
      @ForAll List<Candidate> documents, @ForAll PlanSettings settings) {
    Plan plan = Corpora.plan(Corpora.fixed(settings), documents, 100_000_000);
    double words = 100_000_000 * (plan.defaultWeightMicro() / 1e6);
    for (int i = 0; i < documents.size(); i++) {
      words += documents.get(i).words() * (plan.weightMicro(i) / 1e6);
    }
    assertThat(words).isCloseTo(plan.outcome().wordsBefore(), within(0.003 * words));
    assertThat(plan.outcome().kl()).isNotNegative();
  }

  @Property(seed = "1", tries = 150)
  void moreEpochsNeverMakeATargetUnreachable(
      @ForAll List<Candidate> documents, @ForAll PlanSettings settings) {
    PlanOutcome outcome = Corpora.plan(settings, documents, REST).outcome();
    PlanOutcome wider = Corpora.plan(settings.withMaxEpochs(settings.maxEpochs() + 1), documents, REST).outcome();
    PlanOutcome lower = Corpora.plan(settings.withFloor(settings.floor() / 2), documents, REST).outcome();
    assertThat(!outcome.feasible() || (wider.feasible() && lower.feasible())).isTrue();
  }
}
