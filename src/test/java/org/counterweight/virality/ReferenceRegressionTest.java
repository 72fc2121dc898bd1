package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agrees with statsmodels on the files that scripts/reference-engagement wrote, to six digits. */
class ReferenceRegressionTest {

  private static final List<String> CLASSES = List.of("doom", "tractable", "neutral", "not_ai");

  private static JsonNode reference;

  @BeforeAll
  static void read() throws IOException {
    try (var in = ReferenceRegressionTest.class.getResourceAsStream("reactions-reference.json")) {
      reference = new ObjectMapper().readTree(in);
    }
  }

  private static List<Reaction> reactions(String stratum) throws IOException {
    var reactions = new ArrayList<Reaction>();
    try (var in = ReferenceRegressionTest.class.getResourceAsStream("reactions.csv");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        var c = line.split(",", -1);
        if (c[1].equals(stratum)) {
          var p = Reactions.sure(CLASSES.indexOf(c[6]));
          reactions.add(
              Reactions.of(c[0], c[2], c[3], c[4], Integer.parseInt(c[5]), Double.parseDouble(c[7]), p));
        }
      }
    }
    return reactions;
  }

  private static Offset<Double> sixDigits(double of) {
    return within(1e-6 * Math.max(Math.abs(of), 0.1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hosts", "copies", "undated"})
  void coefficientsAndClusteredErrorsAreThoseOfStatsmodels(String stratum) throws IOException {
    var data = new StratumData(reactions(stratum));
    var expected = reference.at("/strata/" + stratum);
    assertThat(data.clusters().count()).isEqualTo(expected.get("clusters").asInt());
    assertThat(data.clusters().by()).isEqualTo(stratum.equals("hosts") ? "host" : "work");
    for (var link : Link.values()) {
      var design = data.design(link, data.judged(), false);
      assertThat(design.columns()).isEqualTo(expected.get("columns").asInt());
      var fit = Regression.fit(design, link);
      assertThat(fit.converged()).isTrue();
      var summary = expected.get(link == Link.LOG ? "poisson" : "log1p");
      for (int c = 0; c < design.columns(); c++) {
        double coefficient = summary.get("coefficients").get(c).asDouble();
        assertThat(fit.coefficient(c)).as("%s %d", link, c).isCloseTo(coefficient, sixDigits(coefficient));
        double error = summary.get("standard_errors").get(c).asDouble();
        assertThat(error(fit, c)).as("%s %d", link, c).isCloseTo(error, sixDigits(error));
      }
      if (link == Link.LOG) {
        double dispersion = expected.get("dispersion").asDouble();
        assertThat(fit.dispersion()).isCloseTo(dispersion, sixDigits(dispersion));
      }
    }
  }

  private static double error(Regression fit, int column) {
    double sum = 0;
    for (double influence : fit.influence(column)) {
      sum += influence * influence;
    }
    return Math.sqrt(sum * fit.smallSample());
  }

  /** Cutting documents into pieces, and shifting probabilities, change nothing where classes are known. */
  @ParameterizedTest
  @ValueSource(strings = {"hosts", "copies", "undated"})
  void thePublicFiguresAreTheSameAndHaveStudentsInterval(String stratum) throws IOException {
    var reactions = reactions(stratum);
    Collections.shuffle(reactions, new Random(1));
    var settings = ViralitySettings.defaults().withReplicates(100);
    var estimated = new Estimator(FixedMatrix.PERFECT, settings).strata().estimate(reactions, reactions.size());
    for (var comparison : List.of(estimated.corrected(), estimated.judged())) {
      assertIsReference(comparison.ratio(), stratum, "poisson");
      assertIsReference(comparison.geometricMeans(), stratum, "log1p");
    }
    assertThat(estimated.corrected().effectSize().value())
        .isCloseTo(estimated.judged().effectSize().value(), within(1e-12));
    assertThat(estimated.negative()).isPositive();
  }

  private static void assertIsReference(Figure figure, String stratum, String regression) {
    var expected = reference.at("/strata/" + stratum);
    double log = expected.at("/" + regression + "/log_ratio").asDouble();
    double error = expected.at("/" + regression + "/log_ratio_error").asDouble();
    double t = StudentT.quantile(expected.get("clusters").asInt() - 1);
    assertThat(StrictMath.log(figure.value())).isCloseTo(log, within(1e-6));
    assertThat(StrictMath.log(figure.low())).isCloseTo(log - t * error, within(1e-6));
    assertThat(StrictMath.log(figure.high())).isCloseTo(log + t * error, within(1e-6));
  }

  @Test
  void theCombinationIsPauleAndMandelsWithTheErrorOfHartungAndKnapp() {
    var expected = reference.get("combination");
    var combined = new RandomEffects(numbers(expected.get("effects")), numbers(expected.get("variances")));
    assertThat(combined.tauSquared()).isCloseTo(expected.get("tau_squared").asDouble(), within(1e-6));
    assertThat(combined.mean()).isCloseTo(expected.get("mean").asDouble(), within(1e-6));
    assertThat(combined.standardError()).isCloseTo(expected.get("hartung_knapp_error").asDouble(), within(1e-6));
    assertThat(combined.margin()).isCloseTo(2.776445 * combined.standardError(), within(1e-5));
  }

  private static List<Double> numbers(JsonNode array) {
    var numbers = new ArrayList<Double>();
    array.forEach(number -> numbers.add(number.asDouble()));
    return numbers;
  }
}
