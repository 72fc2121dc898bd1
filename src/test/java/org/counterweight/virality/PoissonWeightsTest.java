package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PoissonWeightsTest {

  private static final int REPLICATES = 200;
  private static final int WORKS = 20_000;
  private static final PoissonWeights WEIGHTS = new PoissonWeights(7, REPLICATES);

  private static long[][] drawn() {
    var drawn = new long[WORKS][];
    for (int w = 0; w < WORKS; w++) {
      drawn[w] = WEIGHTS.of("work" + w);
    }
    return drawn;
  }

  @Test
  void thePointWeighsEveryWorkOnce() {
    assertThat(WEIGHTS.of("a")[0]).isEqualTo(1);
    assertThat(WEIGHTS.of("")[0]).isEqualTo(1);
  }

  @Test
  void weightsDependOnSeedWorkAndReplicateAlone() {
    assertThat(new PoissonWeights(7, REPLICATES).of("a")).isEqualTo(WEIGHTS.of("a"));
    assertThat(WEIGHTS.of("a")).isNotEqualTo(WEIGHTS.of("b"));
    assertThat(WEIGHTS.of("a")).isNotEqualTo(WEIGHTS.of("a\0"));
    assertThat(new PoissonWeights(8, REPLICATES).of("a")).isNotEqualTo(WEIGHTS.of("a"));
    assertThat(Arrays.copyOf(new PoissonWeights(7, 203).of("a"), REPLICATES + 1)).isEqualTo(WEIGHTS.of("a"));
  }

  @Test
  void theKnownWeightsOfAWorkNeverChange() {
    assertThat(new PoissonWeights(0, 12).of("work")).containsExactly(1, 1, 0, 0, 4, 3, 0, 1, 0, 0, 0, 1, 3);
  }

  @Test
  void frequenciesArePoissons() {
    var seen = new long[9];
    for (long[] weights : drawn()) {
      for (int r = 1; r <= REPLICATES; r++) {
        seen[(int) weights[r]]++;
      }
    }
    double all = (double) WORKS * REPLICATES;
    double probability = StrictMath.exp(-1);
    double distance = 0;
    for (int k = 0; k <= 6; k++) {
      double expected = all * probability;
      distance += (seen[k] - expected) * (seen[k] - expected) / expected;
      probability /= k + 1;
    }
    assertThat(distance).as("chi-square on 6 degrees of freedom").isLessThan(22.5);
    assertThat(seen[7] + seen[8]).isBetween(200L, 500L);
  }

  @Test
  void eachReplicateHasMeanOneAndVarianceOne() {
    var sum = new double[REPLICATES + 1];
    var squares = new double[REPLICATES + 1];
    for (long[] weights : drawn()) {
      for (int r = 1; r <= REPLICATES; r++) {
        sum[r] += weights[r];
        squares[r] += (weights[r] - 1.0) * (weights[r] - 1.0);
      }
    }
    for (int r = 1; r <= REPLICATES; r++) {
      assertThat(sum[r] / WORKS).isCloseTo(1, within(4.5 / Math.sqrt(WORKS)));
      assertThat(squares[r] / WORKS).isCloseTo(1, within(4.5 * Math.sqrt(3.0 / WORKS)));
    }
  }

  @Test
  void replicatesAreUncorrelated() {
    long[][] drawn = drawn();
    for (int lag : new int[] {1, 2, 3, 4, 5, 8, 64, 100}) {
      double worst = 0;
      double squares = 0;
      for (int r = 1; r + lag <= REPLICATES; r++) {
        double product = 0;
        for (long[] weights : drawn) {
          product += (weights[r] - 1.0) * (weights[r + lag] - 1.0);
        }
        double z = product / Math.sqrt(WORKS);
        worst = Math.max(worst, Math.abs(z));
        squares += z * z;
      }
      assertThat(worst).as("lag %d", lag).isLessThan(4.8);
      assertThat(squares / (REPLICATES - lag)).as("lag %d", lag).isCloseTo(1, within(0.5));
    }
  }

  @Test
  void worksAreUncorrelated() {
    long[][] drawn = drawn();
    double worst = 0;
    for (int w = 0; w + 1 < WORKS; w++) {
      double product = 0;
      for (int r = 1; r <= REPLICATES; r++) {
        product += (drawn[w][r] - 1.0) * (drawn[w + 1][r] - 1.0);
      }
      worst = Math.max(worst, Math.abs(product / Math.sqrt(REPLICATES)));
    }
    assertThat(worst).as("largest of 20,000 standard scores").isLessThan(8);
  }

  @Test
  void refusesNoReplicatesAndAWrongArray() {
    assertThatThrownBy(() -> new PoissonWeights(0, 0)).hasMessageContaining("Cannot draw 0 replicates");
    assertThatThrownBy(() -> WEIGHTS.fill("a", new long[3])).hasMessageContaining("Cannot write");
  }
}
