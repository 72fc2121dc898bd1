package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class OperatingSearchTest {

  private static final int N = 2000;
  private static final TrainingSettings SETTINGS = TrainingSettings.defaults();

  @Test
  void thresholdIsTheSmallestThatReachesThePrecision() {
    var point = find(judged(i -> i >= N / 2)); // a sharp step in the middle
    assertThat(point.reached()).isTrue();
    assertThat(point.precision()).isGreaterThanOrEqualTo(800_000);
    assertThat(point.threshold()).isBetween(300_000, 500_000);
    assertThat(point.passages()).isBetween(N / 2, N / 2 * 5 / 4 + 60);
  }

  @Test
  void calibratedScoresGiveTheirOwnMean() {
    var random = new Random(5);
    var judged = judged(i -> random.nextDouble() < share(i));
    var point = find(judged);
    double mean =
        judged.stream().filter(one -> one.p().tractable() >= point.threshold())
            .mapToDouble(one -> one.p().tractable() / 1e6).average().orElseThrow();
    assertThat(point.reached()).isTrue();
    assertThat(mean).isCloseTo(0.8, within(0.04));
    assertThat(point.precision()).isBetween(point.low(), point.high());
  }

  @Test
  void unreachedPrecisionIsSaidAndTheBestLowerEndTaken() {
    var point = find(judged(i -> i % 10 == 0));
    assertThat(point.reached()).isFalse();
    assertThat(point.passages()).isGreaterThanOrEqualTo(OperatingSearch.FEWEST);
    assertThat(point.precision()).isBetween(50_000, 200_000);
  }

  @Test
  void aFewLuckyPassagesAtTheTopDoNotReachThePrecision() {
    var point = find(judged(i -> i >= N - OperatingSearch.FEWEST || i % 10 == 0));
    assertThat(point.reached()).isFalse();
  }

  @Test
  void weightsCountAndNotPassages() {
    var weighted = new ArrayList<Judged>();
    for (var one : judged(i -> i % 2 == 0)) { // half are tractable, but these stand for few
      weighted.add(one.withWeight(one.passage().label() == Stance.TRACTABLE ? 0.05 : 1));
    }
    assertThat(find(weighted).precision()).isLessThan(200_000);
  }

  @Test
  void orderDoesNotMatter() {
    var judged = judged(i -> i % 3 == 0 && i > N / 2);
    var shuffled = new ArrayList<>(judged);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(find(shuffled)).isEqualTo(find(judged));
  }

  @Test
  void veryFewPassagesStillGiveAPoint() {
    var point = find(List.of(judged(0, Stance.TRACTABLE), judged(N - 1, Stance.NEUTRAL)));
    assertThat(point.passages()).isEqualTo(2);
    assertThat(point.reached()).isFalse();
  }

  private static OperatingPoint find(List<Judged> judged) {
    return OperatingSearch.find(judged, SETTINGS);
  }

  private static List<Judged> judged(IntPredicate tractable) {
    var judged = new ArrayList<Judged>();
    for (int i = 0; i < N; i++) {
      judged.add(judged(i, tractable.test(i) ? Stance.TRACTABLE : Stance.NEUTRAL));
    }
    return judged;
  }

  private static double share(int i) {
    return (i + 0.5) / N;
  }

  private static Judged judged(int i, Stance truth) {
    int tractable = (int) Math.rint(share(i) * Probabilities.ONE);
    var p = new Probabilities(0, tractable, 0, Probabilities.ONE - tractable, 0);
    return new Judged(LabelledPassage.of("text", truth, "source" + i % 7), p, 1, 10);
  }
}
