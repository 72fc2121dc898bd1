package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CorrectionTest {

  private static double[][] matrix(Random random, double diagonal) {
    var matrix = new double[4][4];
    for (int k = 0; k < 4; k++) {
      double sum = 0;
      for (int j = 0; j < 4; j++) {
        matrix[j][k] = random.nextDouble() + (j == k ? diagonal : 0);
        sum += matrix[j][k];
      }
      for (int j = 0; j < 4; j++) {
        matrix[j][k] /= sum;
      }
    }
    return matrix;
  }

  private static double[] masses(Random random) {
    var masses = new double[4];
    for (int k = 0; k < 4; k++) {
      masses[k] = random.nextInt(4) == 0 ? 0 : random.nextDouble() * 1e9;
    }
    return masses;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    var product = new double[4];
    for (int j = 0; j < 4; j++) {
      for (int k = 0; k < 4; k++) {
        product[j] += matrix[j][k] * vector[k];
      }
    }
    return product;
  }

  private static double sum(double[] values) {
    return values[0] + values[1] + values[2] + values[3];
  }

  private static double distance(double[][] matrix, double[] mu, double[] judged) {
    double distance = 0;
    double[] expected = times(matrix, mu);
    for (int j = 0; j < 4; j++) {
      double weight = Math.max(judged[j], 1e-3 * sum(judged));
      distance += (expected[j] - judged[j]) * (expected[j] - judged[j]) / weight;
    }
    return distance;
  }

  @Property(seed = "1")
  void whatTheMatrixMadeIsRecovered(@ForAll long seed) {
    var random = new Random(seed);
    double[][] matrix = matrix(random, 2);
    double[] truth = masses(random);
    double[] corrected = new Correction(matrix).of(times(matrix, truth));
    assertThat(corrected).containsExactly(truth, within(1e-7 * (1 + sum(truth))));
  }

  @Property(seed = "1")
  void nothingIsNegativeAndTheTotalIsKept(@ForAll long seed) {
    var random = new Random(seed);
    double[] judged = masses(random);
    double[] corrected = new Correction(matrix(random, random.nextDouble())).of(judged);
    for (double mass : corrected) {
      assertThat(mass).isNotNegative();
    }
    assertThat(sum(corrected)).isCloseTo(sum(judged), within(1e-9 * (1 + sum(judged))));
  }

  @Property(seed = "1")
  void noOtherMassesFitBetter(@ForAll long seed) {
    var random = new Random(seed);
    double[][] matrix = matrix(random, 0.5);
    double[] judged = {1e3 * random.nextDouble(), 1e3 * random.nextDouble(), 1 + random.nextDouble(), 50};
    double least = distance(matrix, new Correction(matrix).of(judged), judged);
    for (int trial = 0; trial < 200; trial++) {
      double[] rival = masses(random);
      double scale = sum(judged) / Math.max(sum(rival), 1e-9);
      for (int k = 0; k < 4; k++) {
        rival[k] *= scale;
      }
      if (sum(rival) > 0) {
        assertThat(least).isLessThanOrEqualTo(distance(matrix, rival, judged) + 1e-9 * sum(judged));
      }
    }
  }

  @Property(seed = "1")
  void memoryUsedBeforeChangesNoBit(@ForAll long seed) {
    var random = new Random(seed);
    var fit = new NearestFit();
    for (int i = 0; i < 20; i++) {
      var correction = new Correction(matrix(random, random.nextDouble()));
      double[] judged = masses(random);
      assertThat(correction.of(judged, fit)).isEqualTo(correction.of(judged));
    }
  }

  @Property(seed = "1")
  void theFactorsOfTheSidesAddUpToTheirMass(@ForAll long seed) {
    var random = new Random(seed);
    double[][] matrix = matrix(random, 2);
    double[] truth = masses(random);
    double[] judged = times(matrix, truth);
    double[] factors = new Correction(matrix).sides();
    double sides = 0;
    for (int j = 0; j < 4; j++) {
      sides += factors[j] * judged[j];
    }
    assertThat(sides).isCloseTo(truth[0] + truth[1], within(1e-7 * (1 + sum(truth))));
  }

  @Property(seed = "1")
  void aPerfectClassifierIsLeftAlone(@ForAll long seed) {
    double[] judged = masses(new Random(seed));
    double[] corrected = new Correction(FixedMatrix.PERFECT.point()).of(judged);
    assertThat(corrected).containsExactly(judged, within(1e-9 * (1 + sum(judged))));
  }

  @Test
  void lessDoomThanErrorsAloneWouldGiveIsNone() {
    double[] corrected = new Correction(FixedMatrix.SHARP.point()).of(new double[] {1, 400, 500, 99});
    assertThat(corrected[0]).isZero();
    assertThat(sum(corrected)).isCloseTo(1000, within(1e-9));
  }

  @Test
  void aMatrixThatTellsNothingApartStillKeepsTheTotal() {
    double[][] flat = new double[4][4];
    for (double[] row : flat) {
      java.util.Arrays.fill(row, 0.25);
    }
    assertThat(sum(new Correction(flat).of(new double[] {1, 2, 3, 4}))).isCloseTo(10, within(1e-9));
  }

  @Test
  void anUnusableMatrixGivesNaNAndNoMassGivesNone() {
    double[][] missing = {{Double.NaN, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
    double[][] empty = new double[4][4];
    double[][] negative = {{-1, 0, 0, 0}, {2, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
    assertThat(new Correction(missing).of(new double[] {1, 1, 1, 1})).containsOnly(Double.NaN);
    assertThat(new Correction(empty).of(new double[] {1, 1, 1, 1})).containsOnly(Double.NaN);
    assertThat(new Correction(negative).of(new double[] {1, 1, 1, 1})).containsOnly(Double.NaN);
    assertThat(new Correction(FixedMatrix.SHARP.point()).of(new double[4])).containsOnly(0);
    assertThat(new Correction(missing).sides()).containsOnly(Double.NaN);
  }
}
