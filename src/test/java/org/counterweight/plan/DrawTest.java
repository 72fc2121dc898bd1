package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DrawTest {
  @Property(seed = "1", tries = 200)
  void drawsLieInTheUnitIntervalAndDependOnSeedAndKeyOnly(@ForAll long seed, @ForAll String key) {
    double draw = Draw.of(seed, key);
    assertThat(draw).isBetween(0.0, Math.nextDown(1.0));
    assertThat(Draw.of(seed, key)).isEqualTo(draw);
    assertThat(Draw.of(seed + 1, key)).isNotEqualTo(draw);
  }

  @Property(seed = "1", tries = 200)
  void repeatsGrowWithTheWeightAndStayWithinOneOfIt(
      @ForAll String key,
      @ForAll @LongRange(min = 0, max = 9_000_000) long weight,
      @ForAll @LongRange(max = 5) long more) {
    double draw = Draw.of(1, key);
    int repeats = Draw.repeats(weight, draw);
    assertThat(repeats).isBetween((int) (weight / 1_000_000), (int) (weight / 1_000_000) + 1);
    assertThat(Draw.repeats(weight + more, draw)).isBetween(repeats, repeats + 1);
  }

  @Test
  void drawsAreEven() {
    int[] tenths = new int[10];
    double sum = 0;
    double product = 0;
    for (int number = 0; number < 20_000; number++) {
      double draw = Draw.of(3, "key" + number);
      tenths[(int) (draw * 10)]++;
      sum += draw;
      product += (draw - 0.5) * (Draw.of(4, "key" + number) - 0.5);
    }
    assertThat(sum / 20_000).isCloseTo(0.5, within(0.01));
    assertThat(product / 20_000).isCloseTo(0, within(0.003));
    for (int count : tenths) {
      assertThat(count).isBetween(1850, 2150);
    }
  }

  @Test
  void drawsNeverChangeBetweenVersions() {
    assertThat(Draw.of(0, "web\n1\nabc")).isEqualTo(0.5290076280843281);
  }
}
