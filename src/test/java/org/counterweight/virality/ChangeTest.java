package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ChangeTest {

  private static LogOdds odds(double point, double... replicates) {
    var values = new float[replicates.length + 1];
    values[0] = (float) point;
    for (int r = 0; r < replicates.length; r++) {
      values[r + 1] = (float) replicates[r];
    }
    return new LogOdds("", values);
  }

  private static LogOdds normal(long seed, double mean, double deviation, int count) {
    var random = new Random(seed);
    return odds(mean, random.doubles(count).map(u -> mean + deviation * random.nextGaussian()).toArray());
  }

  @Test
  void theSameReplicatesGiveExactlyNoChange() {
    var odds = normal(1, 0.3, 0.2, 500);
    var change = Change.between(odds, odds);
    assertThat(change.ratio()).isEqualTo(Figure.of(1, 1, 1));
    assertThat(change.p()).isEqualTo(1);
    assertThat(change.marked()).isFalse();
  }

  @Test
  void whatBothRunsShareCancels() {
    var random = new Random(2);
    double[] shared = random.doubles(999).map(u -> 3 * random.nextGaussian()).toArray();
    double[] moved = java.util.Arrays.stream(shared).map(x -> x + 0.01 + 0.001 * random.nextGaussian()).toArray();
    var change = Change.between(odds(0, shared), odds(0.01, moved));
    assertThat(change.ratio().value()).isCloseTo(StrictMath.exp(0.01), within(1e-5));
    assertThat(change.ratio().high() - change.ratio().low()).isLessThan(0.006);
    assertThat(change.marked()).isTrue();
  }

  @Test
  void pIsCountedWithOneAddedWhereReplicatesReachZero() {
    double[] differences = new double[101];
    java.util.Arrays.fill(differences, 1);
    differences[1] = -0.5;
    differences[2] = 0;
    differences[3] = Double.NaN;
    assertThat(Change.p(differences)).isCloseTo(2.0 * 4 / 101, within(1e-12));
  }

  @Test
  void pGoesBelowWhatReplicatesResolveOnlyWhereTheNormalTailDoes() {
    double[] far = new double[1001];
    var random = new Random(3);
    for (int r = 1; r < far.length; r++) {
      far[r] = 8 + random.nextGaussian();
    }
    far[0] = 8;
    assertThat(Change.p(far)).isBetween(1e-17, 1e-13);
    double[] fixed = new double[1001];
    java.util.Arrays.fill(fixed, 0.2);
    assertThat(Change.p(fixed)).isCloseTo(2.0 / 1001, within(1e-12));
  }

  @Property(seed = "1")
  void theSignDoesNotMatter(@ForAll @DoubleRange(min = -3, max = 3) double shift, @ForAll long seed) {
    var random = new Random(seed);
    double[] up = new double[201];
    double[] down = new double[201];
    for (int r = 0; r < up.length; r++) {
      up[r] = shift + (r == 0 ? 0 : random.nextGaussian());
      down[r] = -up[r];
    }
    assertThat(Change.p(up)).isEqualTo(Change.p(down)).isBetween(Double.MIN_NORMAL, 1.0);
  }

  @Test
  void theNormalTailIsThatOfTheTables() {
    double[][] table = {{2, 0.0227501}, {3, 1.349898e-3}, {5, 2.866516e-7}, {8, 6.220961e-16}};
    for (double[] row : table) {
      assertThat(Change.upperTail(row[0])).isCloseTo(row[1], within(1e-5 * row[1]));
    }
    assertThat(Change.upperTail(200)).isPositive();
  }

  @Test
  void oddsThatAreNotKnownGiveNoChangeAndSayOfWhichRun() {
    var known = normal(1, 0, 1, 100);
    var few = new LogOdds("about 1.0 works carry the doom mass", new float[0]);
    assertThat(Change.between(few, known).ratio().reason()).isEqualTo("in the run before: " + few.reason());
    assertThat(Change.between(known, few).ratio().reason()).isEqualTo(few.reason());
    assertThat(Change.between(known, few).marked()).isFalse();
  }

  @Test
  void aSideThatVanishesInManyReplicatesIsNoFinding() {
    var before = normal(1, 0, 0.3, 100);
    double[] values = new double[100];
    java.util.Arrays.fill(values, Double.NEGATIVE_INFINITY);
    var change = Change.between(before, odds(Double.NEGATIVE_INFINITY, values));
    assertThat(change.ratio().identifiable()).isFalse();
    assertThat(change.ratio().reason()).contains("doom words now");
    assertThat(change.p()).isNaN();
  }

  @Test
  void replicatesOfAnotherNumberAreRefused() {
    assertThatThrownBy(() -> new Replicates("x", "", 0, 100, normal(1, 0, 1, 99), normal(1, 0, 1, 100)))
        .hasMessageContaining("not of 100 replicates");
    assertThatThrownBy(() -> new LogOdds("", new float[0])).hasMessageContaining("either values or a reason");
  }
}
