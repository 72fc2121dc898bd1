package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.counterweight.virality.Stratum.Comparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CombinationTest {

  private static final double NORMAL = 1.959963984540054;

  private static Stratum stratum(String source, String field, long documents, double floor, Figure ratio) {
    var comparison = new Comparison(ratio, ratio, ratio, Quantiles.UNKNOWN, Quantiles.UNKNOWN);
    return new Stratum(
        source, field, documents, documents, 0, 50, 50, 50, "work", 1, floor, comparison, comparison);
  }

  private static Figure ratio(double log, double error) {
    return Figure.of(
        StrictMath.exp(log), StrictMath.exp(log - NORMAL * error), StrictMath.exp(log + NORMAL * error));
  }

  private static Stratum stratum(String source, String field, double log, double error) {
    return stratum(source, field, 100, Double.NaN, ratio(log, error));
  }

  private static Combined combined(Stratum... strata) {
    return Combination.RATIO.of(List.of(strata), stratum -> stratum.corrected().ratio(), "assumed");
  }

  @Test
  void oneStratumStandsForItself() {
    var one = combined(stratum("a", "score", 0.5, 0.1));
    assertThat(one.figure().value()).isCloseTo(StrictMath.exp(0.5), within(1e-12));
    assertThat(one.figure().low()).isCloseTo(StrictMath.exp(0.5 - NORMAL * 0.1), within(1e-9));
    assertThat(one.figure().reason()).isEqualTo("one source; assumed");
    assertThat(one.tauSquared()).isNaN();
  }

  @Test
  void fieldsOfOneSourceAreNotTakenForNewEvidence() {
    var one = combined(stratum("a", "score", 0.5, 0.1));
    var twice = combined(stratum("a", "score", 0.5, 0.1), stratum("a", "comments", 0.5, 0.1));
    assertThat(twice.figure().low()).isCloseTo(one.figure().low(), within(1e-12));
    assertThat(twice.sources()).isOne();
    var differing = combined(stratum("a", "score", 0.2, 0.1), stratum("a", "comments", 0.6, 0.3));
    assertThat(StrictMath.log(differing.figure().value())).isCloseTo(0.4, within(1e-12));
    assertThat(StrictMath.log(differing.figure().high())).isCloseTo(0.4 + NORMAL * 0.2, within(1e-9));
  }

  @Test
  void strataThatDifferBeyondChanceShowItAndWidenTheInterval() {
    var same = combined(stratum("a", "s", 0.5, 0.1), stratum("b", "s", 0.5, 0.1), stratum("c", "s", 0.5, 0.1));
    assertThat(same.tauSquared()).isZero();
    assertThat(same.figure().reason()).startsWith("random effects over 3 sources, tau^2 0.00; assumed");
    double least = NORMAL * 0.1 / Math.sqrt(3) / 2;
    assertThat(StrictMath.log(same.figure().high())).isCloseTo(0.5 + least, within(1e-9));
    var apart = combined(stratum("a", "s", 0, 0.1), stratum("b", "s", 0.5, 0.1), stratum("c", "s", 1, 0.1));
    assertThat(apart.tauSquared()).isCloseTo(0.25 - 0.01, within(1e-9));
    assertThat(StrictMath.log(apart.figure().value())).isCloseTo(0.5, within(1e-9));
    assertThat(StrictMath.log(apart.figure().high())).isCloseTo(0.5 + 4.302653 * 0.5 / Math.sqrt(3), within(1e-5));
  }

  @Test
  void truncatedStrataAndThoseWithoutTheFigureAreLeftOut() {
    var truncated = stratum("t", "s", 5000, 1000, ratio(3, 0.01));
    var silent = stratum("n", "s", 900, Double.NaN, Figure.notIdentifiable("about 2.0 documents"));
    var alone = combined(stratum("a", "s", 0.5, 0.1), truncated, silent);
    assertThat(alone).isEqualTo(combined(stratum("a", "s", 0.5, 0.1)));
    assertThat(combined(truncated, silent).figure().reason()).contains("admitted by their reactions");
    assertThat(combined(silent).figure().reason()).isEqualTo("about 2.0 documents");
    assertThat(combined(silent, stratum("m", "s", 10, Double.NaN, Figure.notIdentifiable("x"))).figure().reason())
        .isEqualTo("no stratum of 2 can say; the largest: about 2.0 documents");
    assertThat(combined().figure().reason()).contains("readers' reactions");
  }

  @Test
  void probabilitiesAreCombinedOnTheLogitAndStayInside() {
    var high = Figure.of(0.99, 0.9, 0.999);
    var strata = List.of(stratum("a", "s", 9, Double.NaN, high), stratum("b", "s", 9, Double.NaN, high));
    var combined = Combination.PROBABILITY.of(strata, stratum -> stratum.corrected().effectSize(), "");
    assertThat(combined.figure().value()).isBetween(0.98, 0.995);
    assertThat(combined.figure().high()).isLessThan(1);
  }

  /** The interval covers as often as it says, with and without differences between sources. */
  @ParameterizedTest
  @CsvSource({"2, 0", "2, 0.1", "4, 0", "4, 0.02", "4, 0.3", "10, 0", "10, 0.1"})
  void theIntervalHoldsTheMean(int sources, double tauSquared) {
    var random = new Random(sources * 1000L + Math.round(tauSquared * 100));
    int draws = 4000;
    int held = 0;
    for (int draw = 0; draw < draws; draw++) {
      var estimates = new ArrayList<Double>();
      var variances = new ArrayList<Double>();
      for (int i = 0; i < sources; i++) {
        double variance = 0.01 + 0.08 * random.nextDouble();
        variances.add(variance);
        estimates.add(random.nextGaussian() * Math.sqrt(variance + tauSquared));
      }
      var combined = new RandomEffects(estimates, variances);
      held += Math.abs(combined.mean()) <= combined.margin() ? 1 : 0;
    }
    assertThat(held / (double) draws).isBetween(0.93, 0.975);
  }
}
