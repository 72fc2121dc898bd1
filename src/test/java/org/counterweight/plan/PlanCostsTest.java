package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(PlanDomain.class)
@Domain(DomainContext.Global.class)
class PlanCostsTest {
  private static final double R = 15.39;

  private static double worth(double words, double epochs) {
    return words + words * R * (1 - Math.exp(-(epochs - 1) / R));
  }

  @Example
  void effectiveWordsFollowTheFormulaAndCopiesAreOneText() {
    Candidate copy = MadePlan.candidate("b\n7\nsha0", 100, 0, 100_000_000, 2, true, "b", "y");
    Candidate doom = Corpora.document(1, 300, 1, 0, "a", "z");
    List<Candidate> documents =
        List.of(MadePlan.candidate("a\n0\nsha0", 100, 0, 100_000_000, 2, true, "a", "x"), copy, doom);
    Plan plan = Corpora.plan(Corpora.to(new Target.Odds(1)), documents, 1000);
    PlanCosts costs = plan.outcome().costs();
    assertThat(costs.dataBefore()).isCloseTo(worth(100, 2) + 300, within(1e-9));
    double met = (plan.weightMicro(0) + plan.weightMicro(1)) / 1e6;
    assertThat(met).isGreaterThan(2);
    assertThat(costs.dataAfter()).isCloseTo(worth(100, met) + 300, within(1e-6));
    double value = (worth(100, met) - worth(100, 2)) / (100 * (met - 2));
    assertThat(costs.valuePerExtraWord()).isCloseTo(value, within(1e-9)).isBetween(0.8, 1.0);
    // Of the AI words, source a had 400 of 500, and texts of up to 100 words had 200.
    double all = 300 + 100 * met;
    double ofA = (300 + 100 * plan.weightMicro(0) / 1e6) / all;
    assertThat(costs.sourceShift()).isCloseTo(Math.abs(ofA - 400.0 / 500), within(1e-9));
    assertThat(costs.lengthShift()).isCloseTo(100 * met / all - 200.0 / 500, within(1e-9));
    assertThat(costs.monthShift()).isZero();
  }

  @Property(seed = "1", tries = 200)
  void sharesAddUpToOneAndWorthGrowsByLessThanTheWordsThatAreAdded(
      @ForAll List<Candidate> documents, @ForAll PlanSettings settings) {
    Plan plan = Corpora.plan(settings, documents, 5_000);
    var bySum =
        plan.shifts().stream()
            .collect(Collectors.groupingBy(PlanCosts.Shift::by, Collectors.summingDouble(PlanCosts.Shift::after)));
    double met = 0;
    for (int i = 0; i < documents.size(); i++) {
      met += plan.weightMicro(i) / 1e6 * documents.get(i).words();
    }
    double whole = met > 0 ? 1 : 0;
    bySum.forEach((by, sum) -> assertThat(sum).as(by).isCloseTo(whole, within(1e-9)));
    PlanCosts costs = plan.outcome().costs();
    for (double shift : new double[] {costs.sourceShift(), costs.monthShift(), costs.lengthShift()}) {
      assertThat(shift).isBetween(0.0, 1.0);
    }
    if (!Double.isNaN(costs.valuePerExtraWord())) {
      assertThat(costs.valuePerExtraWord()).isBetween(-1e-9, 1 + 1e-6);
    }
  }

  @Property(seed = "1", tries = 100)
  void theOrderOfDocumentsChangesNoDigit(
      @ForAll List<Candidate> documents, @ForAll PlanSettings settings, @ForAll long seed) {
    List<Candidate> shuffled = new ArrayList<>(documents);
    Collections.shuffle(shuffled, new Random(seed));
    Plan one = Corpora.plan(settings, documents, 5_000);
    Plan other = Corpora.plan(settings, shuffled, 5_000);
    assertThat(other.outcome()).isEqualTo(one.outcome());
    assertThat(other.shifts()).isEqualTo(one.shifts());
  }

  @Example
  void lengthBandsHoldATenthOfTheDocumentsEach() {
    List<Candidate> documents = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      documents.add(Corpora.document(i, i, 0.5, 0));
    }
    List<PlanCosts.Shift> lengths =
        Corpora.plan(Corpora.to(new Target.Odds(1)), documents, 0).shifts().stream()
            .filter(shift -> shift.by().equals("length"))
            .toList();
    assertThat(lengths).hasSize(10);
    assertThat(lengths.get(0).name()).isEqualTo("0-20");
    assertThat(lengths.get(9).name()).isEqualTo("181-200");
    assertThat(lengths.get(9).before()).isCloseTo((181 + 200) / 2.0 * 20 / 20_100, within(1e-9));
  }

  @Example
  void aPlanThatMovesNothingCostsNothing() {
    List<Candidate> documents = List.of(Corpora.document(0, 100, 0, 1), Corpora.document(1, 50, 1, 0));
    PlanCosts costs = Corpora.plan(Corpora.to(new Target.Odds(1)), documents, 10).outcome().costs();
    assertThat(costs.dataAfter()).isEqualTo(costs.dataBefore());
    assertThat(costs.valuePerExtraWord()).isNaN();
    assertThat(costs.sourceShift() + costs.lengthShift()).isZero();
    assertThat(Corpora.plan(Corpora.to(new Target.Odds(1)), List.of(), 0).outcome().costs().dataBefore()).isZero();
  }
}
