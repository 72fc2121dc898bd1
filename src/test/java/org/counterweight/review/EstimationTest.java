package org.counterweight.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.counterweight.manifest.PassageRow;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.Stance;
import org.junit.jupiter.api.Test;

class EstimationTest {

  private static Labelled.Label label(int stratum, int words, double score, Stance label) {
    var p = Probabilities.of(score, 0, 0, 0, 1 - score);
    return new Labelled.Label(new PassageRow("0/a", 0, "", 0, 1, words, p, p.stance()), stratum, label);
  }

  /** Two strata worked out by hand: 10 passages of 1,000 words of which 4 are labelled, 2 of 50 of which both are. */
  private static Labelled byHand(Stance third) {
    var first = new Stratum(1, 10, 4, 1_000, List.of(300_000_000L, 0L, 0L, 700_000_000L));
    var second = new Stratum(2, 2, 2, 50, List.of(25_000_000L, 0L, 0L, 25_000_000L));
    return new Labelled(
        new Sample("x", 0, List.of(first, second), List.of()),
        List.of(
            label(1, 100, 0.5, Stance.DOOM), label(1, 80, 0.5, Stance.DOOM), label(1, 120, 0.25, third),
            label(1, 60, 0.25, Stance.NOT_AI), label(2, 20, 0.5, Stance.DOOM), label(2, 30, 0.5, Stance.DOOM)));
  }

  @Test
  void totalsAreThoseWorkedOutByHand() {
    var estimation = new Estimation(byHand(Stance.DOOM));
    double labels = 10 * (100 + 80 + 120) / 4.0 + 50;
    assertThat(estimation.horvitzThompson().masses().get(0).value()).isCloseTo(labels, within(1e-9));
    double words = 10 * (100 + 80 + 120 + 60) / 4.0 + 50;
    assertThat(estimation.hajek().masses().get(0).value()).isCloseTo(labels * 1_050 / words, within(1e-9));
    double l = estimation.lambda(0);
    double difference = l * 325 + 10 * ((100 + 80 + 120) - l * (50 + 40 + 30 + 15)) / 4.0 + 50 - l * 25;
    assertThat(estimation.difference().masses().get(0).value()).isCloseTo(difference, within(1e-9));
  }

  @Test
  void theVarianceIsThatOfAStratifiedSampleAndAWholeStratumAddsNone() {
    var figure = new Estimation(byHand(Stance.DOOM)).horvitzThompson().masses().get(0);
    double mean = 75;
    double s2 = (25 * 25 + 5 * 5 + 45 * 45 + 75 * 75) / 3.0;
    double se = Math.sqrt(100 * (1 - 0.4) / 4 * s2) / (10 * mean + 50);
    double t3 = StudentT.quantile975(3);
    assertThat(Math.log(figure.high() / figure.value())).isCloseTo(t3 * se, within(1e-9));
    assertThat(figure.value() / figure.low()).isCloseTo(figure.high() / figure.value(), within(1e-9));
  }

  @Test
  void lambdaMinimisesTheVariance() {
    var estimation = new Estimation(byHand(Stance.DOOM));
    assertThat(estimation.lambda(0)).isStrictlyBetween(0.0, 1.01);
    assertThat(new Estimation(byHand(Stance.NOT_AI)).lambda(0)).isBetween(0.0, 1.0);
    assertThat(estimation.lambda(1)).isZero();
  }

  @Test
  void aFrameThatIsLabelledWholeIsKnownExactly() {
    var world = new World(4, 120, 2, 0.3, 0.2, 0.3, 0.2);
    var estimation = new Estimation(world.labelled(120, 0, 0));
    for (var estimate : List.of(estimation.horvitzThompson(), estimation.hajek(), estimation.difference())) {
      for (int k = 0; k < Classes.COUNT; k++) {
        var mass = estimate.masses().get(k);
        assertThat(mass.value()).isCloseTo(world.mass(k), within(1e-6));
        assertThat(mass.high() - mass.low()).isCloseTo(0, within(1e-6));
      }
      assertThat(estimate.odds().value()).isCloseTo(world.odds(), within(1e-9));
    }
  }

  @Test
  void scoresThatAreTheTruthLeaveNothingUncertain() {
    var world = new World(8, 5_000, 8, World.NATURAL);
    var difference = new Estimation(world.labelled(300, 0, 0)).difference().odds();
    assertThat(difference.value()).isCloseTo(world.odds(), within(0.01));
    assertThat(difference.high() / difference.low()).isLessThan(1.01);
  }

  @Test
  void fewLabelsOfASideAreNotEnough() {
    var few = new Estimation(byHand(Stance.DOOM)).horvitzThompson();
    assertThat(few.odds().identifiable()).isFalse();
    assertThat(few.odds().reason()).isEqualTo("0 passages are labelled tractable; 5 are needed");
    assertThat(few.masses().get(0).identifiable()).isTrue();
    assertThat(new Estimation(byHand(Stance.NOT_AI)).difference().masses().get(0).reason()).startsWith("4 passages");
  }

  @Test
  void aStratumWithOneLabelSaysNothingOfItsVariance() {
    var whole = byHand(Stance.DOOM);
    var labels = new ArrayList<>(whole.labels());
    labels.removeIf(label -> label.stratum() == 1 && label.passage().words() != 100);
    var estimation = new Estimation(new Labelled(whole.sample(), labels));
    for (var estimate : List.of(estimation.horvitzThompson(), estimation.hajek(), estimation.difference())) {
      assertThat(estimate.odds().reason()).contains("label more of stratum 1");
      assertThat(estimate.masses()).noneMatch(figure -> figure.identifiable());
    }
  }

  @Test
  void noLabelsAtAllGiveReasonsAndNoNumbers() {
    var world = new World(4, 500, 2, World.NATURAL);
    var report = LabelReport.of("run", new Labelled(world.sample(100, 0), List.of()));
    assertThat(report.toText()).contains("Labels      0").contains("not identifiable: two labels are needed");
    assertThat(report.toJson()).doesNotContain("NaN").contains("\"value\":null");
  }

  @Test
  void quantilesAreThoseOfTheTables() {
    double[][] table = {{4, 2.776}, {5, 2.571}, {10, 2.228}, {30, 2.042}, {120, 1.980}, {1e12, 1.960}};
    for (double[] row : table) {
      assertThat(StudentT.quantile975(row[0])).isCloseTo(row[1], within(0.003));
    }
    assertThat(StudentT.quantile975(0.5)).isEqualTo(StudentT.quantile975(3)).isCloseTo(3.182, within(0.01));
  }
}
