package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorTest {

  private static Figure figure(double log, double error) {
    double half = 1.959963984540054 * error;
    return new Figure(
        StrictMath.exp(log), StrictMath.exp(log - half), StrictMath.exp(log + half), true, "one source");
  }

  @Test
  void equalPrecisionMeetsHalfWay() {
    var both = new Prior(0, 0.2).with(figure(0.6, 0.2));
    assertThat(StrictMath.log(both.value())).isCloseTo(0.3, within(1e-9));
    assertThat(StrictMath.log(both.high() / both.low())).isCloseTo(2 * 1.959964 * 0.2 / Math.sqrt(2), within(1e-6));
    assertThat(both.reason()).startsWith("assumed: log ratio 0.00, sd 0.200; by the data alone 1.82 [1.23, 2.70]");
    assertThat(both.reason()).endsWith("one source");
  }

  @Property(seed = "1")
  void theResultLiesBetweenAndIsNoLessCertainThanEither(
      @ForAll @DoubleRange(min = -3, max = 3) double assumed,
      @ForAll @DoubleRange(min = 0.05, max = 5) double sd,
      @ForAll @DoubleRange(min = -3, max = 3) double log,
      @ForAll @DoubleRange(min = 0.05, max = 5) double error) {
    var both = new Prior(assumed, sd).with(figure(log, error));
    double center = StrictMath.log(both.value());
    assertThat(center).isBetween(Math.min(assumed, log) - 1e-9, Math.max(assumed, log) + 1e-9);
    double length = StrictMath.log(both.high() / both.low());
    assertThat(length).isLessThan(2 * 1.96 * Math.min(sd, error) + 1e-6);
  }

  @Test
  void whereTheDataCannotSayTheAssumptionStandsAloneAndSaysSo() {
    var alone = new Prior(0.5, 0.1).with(Figure.notIdentifiable("no work has copies"));
    assertThat(alone.value()).isCloseTo(StrictMath.exp(0.5), within(1e-12));
    assertThat(alone.reason()).contains("the assumption alone").endsWith("no work has copies");
    var open = new Prior(0.5, 0.1).with(new Figure(2, 1, Double.POSITIVE_INFINITY, true, "one-sided"));
    assertThat(open.reason()).contains("the assumption alone").contains("one-sided");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, -1", "NaN, 1", "0, Infinity", "0, NaN"})
  void whatIsNoDistributionIsRefused(double logRatio, double sd) {
    assertThatThrownBy(() -> new Prior(logRatio, sd)).hasMessageStartingWith("Cannot assume");
  }

  @Test
  void figuresCarryTheAssumptionOnlyWhenAskedTo() {
    var settings = ViralitySettings.defaults().withReplicates(100);
    var sums = Documents.sums(settings);
    Documents.addWorks(sums, "d", 40, 2, Documents.of(100, Documents.DOOM));
    Documents.addWorks(sums, "t", 40, 1, Documents.of(100, Documents.TRACTABLE));
    var plain = new Estimator(FixedMatrix.SHARP, settings).estimate("corpus", Counts.NONE, sums);
    var priors = new Priors(new Prior(0, 0.05), new Prior(0.2, 0.1));
    var estimator = new Estimator(FixedMatrix.SHARP, settings.withPriors(priors));
    var assumed = estimator.estimate("corpus", Counts.NONE, sums);
    assertThat(plain.vCopies().reason()).doesNotContain("assumed");
    assertThat(assumed.vCopies().value()).isBetween(1.0, plain.vCopies().value());
    assertThat(assumed.vCopies().reason()).startsWith("assumed: ");
    assertThat(assumed.vCopiesRaw()).isEqualTo(plain.vCopiesRaw());
    assertThat(assumed.vEngagement().reason()).contains("the assumption alone");
    assertThat(estimator.engagement(List.of()).ratioRaw().figure().identifiable()).isFalse();
    assertThat(settings.withPriors(priors).withSampled(0.5).withReplicates(200).priors()).isEqualTo(priors);
  }
}
