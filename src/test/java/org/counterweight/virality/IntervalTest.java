package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IntervalTest {

  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** The point 2, then replicates 1, 1.01, ... 2.99, the last of them replaced. */
  private static double[] values(int replaced, double by) {
    var values = new double[201];
    values[0] = 2;
    for (int r = 1; r <= 200; r++) {
      values[r] = 1 + (200 - r) / 100.0;
    }
    Arrays.fill(values, 201 - replaced, 201, by);
    return values;
  }

  @Test
  void endsAreOrderStatisticsThatLeaveTwoAndAHalfPercentBeyond() {
    assertThat(Interval.ODDS.of(values(0, 0))).isEqualTo(Figure.of(2, 1.05, 2.94));
  }

  @Test
  void aFewReplicatesAtZeroAreTolerated() {
    var figure = Interval.ODDS.of(values(5, 0));
    assertThat(figure.low()).isEqualTo(1.05);
    assertThat(figure.reason()).isEmpty();
  }

  @Test
  void moreAtAnEndMakeItOneSided() {
    var below = Interval.ODDS.of(values(6, 0));
    assertThat(below.low()).isZero();
    assertThat(below.reason()).contains("one-sided").contains("no doom words");
    var above = Interval.ODDS.of(values(6, INFINITE));
    assertThat(above.high()).isEqualTo(INFINITE);
    assertThat(above.value()).isEqualTo(2);
    assertThat(above.reason()).contains("one-sided").contains("no tractable words");
  }

  @Test
  void undefinedReplicatesCountAtBothEnds() {
    assertThat(Interval.ODDS.of(values(5, Double.NaN)).identifiable()).isTrue();
    var figure = Interval.ODDS.of(values(6, Double.NaN));
    assertThat(figure.identifiable()).isFalse();
    assertThat(figure.reason()).contains("no doom words").contains("no tractable words");
  }

  @Test
  void aPointAtAnEndIsNotIdentifiableButBounded() {
    double[] none = values(100, 0);
    none[0] = 0;
    assertThat(Interval.ODDS.of(none).reason()).isEqualTo("no doom words are left; the value is at most 2.94");
    double[] infinite = values(100, INFINITE);
    infinite[0] = INFINITE;
    assertThat(Interval.ODDS.of(infinite).reason())
        .isEqualTo("no tractable words are left; the value is at least 2.05");
    double[] undefined = values(0, 0);
    undefined[0] = Double.NaN;
    assertThat(Interval.ODDS.of(undefined).identifiable()).isFalse();
  }

  @Test
  void aShareAtZeroIsBoundedAsAShare() {
    double[] none = new double[201];
    Arrays.fill(none, 101, 201, 0.0071);
    assertThat(Interval.SHARE.of(none)).isEqualTo(Figure.notIdentifiable(
        "the correction leaves no tractable words: their share of all words is at most 0.710 %"));
  }

  @Test
  void thePointNeverLiesOutside() {
    double[] values = values(0, 0);
    values[0] = 9;
    assertThat(Interval.ODDS.of(values).high()).isEqualTo(9);
    values[0] = 0.5;
    assertThat(Interval.ODDS.of(values).low()).isEqualTo(0.5);
  }

  @Test
  void anEndWithoutABoundIsNotNamed() {
    var all = new double[101];
    java.util.Arrays.fill(all, Double.POSITIVE_INFINITY);
    assertThat(Interval.ODDS.of(all).reason()).isEqualTo("no tractable words are left");
    assertThat(Interval.ODDS.of(new double[101]).reason()).isEqualTo("no doom words are left");
  }
}
