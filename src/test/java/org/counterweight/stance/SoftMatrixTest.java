package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoftMatrixTest {

  private final SoftMatrix made = Made.MODEL.softMatrix();

  @Test
  void entriesAreWordWeightedMeans() {
    var matrix = MatrixSums.of(List.of(judged(Stance.DOOM, 600_000, 30, 1), judged(Stance.DOOM, 200_000, 10, 1)));
    assertThat(matrix.matrix()[0][0]).isCloseTo(0.5, within(1e-9));
    assertThat(matrix.matrix()[2][0]).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void inclusionWeightsCount() {
    var matrix = MatrixSums.of(List.of(judged(Stance.DOOM, 600_000, 10, 3), judged(Stance.DOOM, 200_000, 10, 1)));
    assertThat(matrix.matrix()[0][0]).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void columnsAndSharesAddUpToOneInEveryDraw() {
    for (int replicate = 0; replicate < 50; replicate++) {
      assertColumns(made.draw(replicate, 1));
      assertThat(sum(made.drawShares(replicate, 1))).isCloseTo(1, within(1e-12));
    }
    assertColumns(made.matrix());
    assertThat(sum(made.classShares())).isCloseTo(1, within(1e-12));
  }

  @Test
  void drawsAreRepeatableAndDiffer() {
    assertThat(made.draw(3, 5)).isDeepEqualTo(made.draw(3, 5));
    assertThat(made.draw(3, 5)).isNotEqualTo(made.draw(4, 5));
    long different = IntStream.range(0, 100).mapToObj(r -> made.draw(r, 5)[0][0]).distinct().count();
    assertThat(different).isGreaterThan(20);
  }

  @Test
  void drawsDoNotDependOnTheOrderOfFamilies() {
    var reversed = new ArrayList<>(made.families());
    Collections.reverse(reversed);
    assertThat(new SoftMatrix(reversed).draw(9, 2)).isDeepEqualTo(made.draw(9, 2));
  }

  @Test
  void aDrawWithoutAClassKeepsTheColumnOfAllFamilies() {
    var matrix = MatrixSums.of(List.of(judged(Stance.DOOM, 600_000, 10, 1)));
    for (int replicate = 0; replicate < 30; replicate++) {
      assertThat(matrix.draw(replicate, 0)[0][0]).isCloseTo(0.6, within(1e-9));
      assertThat(matrix.drawShares(replicate, 0)).containsExactly(1, 0, 0, 0);
    }
  }

  @Test
  void aClassNeverMetIsTakenAsJudgedRight() {
    assertThat(MatrixSums.of(List.of(judged(Stance.DOOM, 1, 10, 1))).matrix()[3][3]).isEqualTo(1);
  }

  @Test
  void countsAreKept() {
    assertThat(made.passages()).containsExactly(15, 15, 15, 15);
    assertThat(made.randomPassages()).containsExactly(10, 10, 11, 10);
  }

  @Test
  void poissonWeightsHaveMeanOne() {
    double sum = 0;
    for (int i = 0; i < 20_000; i++) {
      sum += Hash.poisson(Hash.uniform(1, i, 2));
    }
    assertThat(sum / 20_000).isCloseTo(1, within(0.03));
    assertThat(Hash.poisson(0)).isZero();
    assertThat(Hash.poisson(Math.nextDown(1.0))).isLessThanOrEqualTo(12);
  }

  @Test
  void impossibleSumsAreRefused() {
    assertThatThrownBy(() -> new SoftMatrix(List.of())).hasMessageContaining("without passages");
    var none = Collections.nCopies(4, 0L);
    assertThatThrownBy(() -> new SoftMatrix.FamilySums("x", none, none, none, none)).hasMessageContaining("four");
    var mass = Collections.nCopies(16, -1L);
    assertThatThrownBy(() -> new SoftMatrix.FamilySums("x", mass, none, none, none)).hasMessageContaining("negative");
  }

  private static Judged judged(Stance truth, int doom, int words, double weight) {
    var p = new Probabilities(doom, 0, 0, Probabilities.ONE - doom, 0);
    return new Judged(LabelledPassage.of("text", truth, "source"), p, weight, words);
  }

  private static void assertColumns(double[][] matrix) {
    for (int k = 0; k < 4; k++) {
      double column = matrix[0][k] + matrix[1][k] + matrix[2][k] + matrix[3][k];
      assertThat(column).isCloseTo(1, within(1e-12));
    }
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }
}
