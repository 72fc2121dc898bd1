package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastTest {

  @Test
  void aTotalThatFollowsTheSizesIsKnownExactly() {
    var total = Forecast.total(new double[] {10, 20, 30}, new double[] {100, 200, 300}, 600, 30);
    assertThat(total.value()).isEqualTo(6000);
    assertThat(total.low()).isEqualTo(6000);
    assertThat(total.high()).isEqualTo(6000);
  }

  @Test
  void aSampleOfAllShardsLeavesNoDoubt() {
    var total = Forecast.total(new double[] {10, 20}, new double[] {5, 40}, 30, 2);
    assertThat(total.value()).isEqualTo(45);
    assertThat(total.high()).isEqualTo(45);
  }

  @Test
  void oneShardSaysNothingOfOthers() {
    assertThat(Forecast.total(new double[] {10}, new double[] {5}, 100, 10).identifiable()).isFalse();
  }

  @Test
  void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
    var random = new Random(1);
    int held = 0;
    int draws = 1000;
    for (int draw = 0; draw < draws; draw++) {
      double[] sizes = IntStream.range(0, 200).mapToDouble(i -> 50 + random.nextInt(100)).toArray();
      double[] values = IntStream.range(0, 200).mapToDouble(i -> sizes[i] * (2 + random.nextGaussian())).toArray();
      var order = IntStream.range(0, 200).boxed().collect(Collectors.toList());
      Collections.shuffle(order, random);
      var total =
          Forecast.total(
              order.stream().limit(40).mapToDouble(i -> sizes[i]).toArray(),
              order.stream().limit(40).mapToDouble(i -> values[i]).toArray(),
              IntStream.range(0, 200).mapToDouble(i -> sizes[i]).sum(),
              200);
      double truth = IntStream.range(0, 200).mapToDouble(i -> values[i]).sum();
      held += total.low() <= truth && truth <= total.high() ? 1 : 0;
    }
    assertThat(held / (double) draws).isBetween(0.91, 0.98);
  }
}
