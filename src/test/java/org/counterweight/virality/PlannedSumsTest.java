package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PlannedSumsTest {

  private static final PoissonWeights WEIGHTS = new PoissonWeights(1, 100);

  @Property(seed = "1")
  void weightedWordsAreRoundedOnceAndNeverOverflow(
      @ForAll @LongRange(max = 9_000_000_000_000_000L) long words,
      @ForAll @LongRange(max = PlannedSums.LARGEST_WEIGHT) long weight) {
    var million = BigInteger.valueOf(1_000_000);
    var exact = BigInteger.valueOf(words).multiply(BigInteger.valueOf(weight)).add(BigInteger.valueOf(500_000));
    assertThat(BigInteger.valueOf(PlannedSums.times(words, weight))).isEqualTo(exact.divide(million));
  }

  @Test
  void theGainIsTheWeightWhereAllWeighTheSame() {
    var sums = new PlannedSums(WEIGHTS);
    for (int i = 0; i < 50; i++) {
      sums.add(new TrueWords(90_000_000 + i, 10_000_000), "w" + i, 2_500_000);
    }
    for (int r = 0; r <= 100; r++) {
      assertThat(sums.gain(PlannedSums.DOOM, r)).isCloseTo(2.5, within(1e-6));
      assertThat(sums.gain(PlannedSums.TRACTABLE, r)).isCloseTo(2.5, within(1e-6));
    }
  }

  @Test
  void partsAddUpToTheWhole() {
    var whole = new PlannedSums(WEIGHTS);
    var odd = new PlannedSums(WEIGHTS);
    var even = new PlannedSums(WEIGHTS);
    for (int i = 0; i < 40; i++) {
      var words = new TrueWords(i * 1_234_567L, 7_654_321L);
      whole.add(words, "w" + i, 1_000_000L + i);
      (i % 2 == 0 ? even : odd).add(words, "w" + i, 1_000_000L + i);
    }
    assertThat(odd.plus(even)).isEqualTo(whole).isEqualTo(even.plus(odd)).hasSameHashCodeAs(whole);
    assertThat(whole.overflowed()).isFalse();
  }

  @Property(seed = "1", tries = 50)
  void whatStaysAtOneEpochAddsNothingToTheChange(
      @ForAll @Size(min = 1, max = 20) List<@LongRange(max = 4) Long> halves, @ForAll @LongRange(max = 19) long shift) {
    var whole = new PlannedSums(WEIGHTS);
    var changes = new PlannedSums(WEIGHTS);
    for (int i = 0; i < halves.size(); i++) {
      var words = new TrueWords((i + shift) * 1_234_567L, 7_654_321L + i);
      whole.add(words, "w" + i, halves.get(i) * 500_000);
      changes.change(words, "w" + i, halves.get(i) * 500_000);
    }
    assertThat(whole.once().plus(changes)).isEqualTo(whole);
    boolean moved = halves.stream().anyMatch(weight -> weight != 2);
    assertThat(changes.equals(new PlannedSums(WEIGHTS))).isEqualTo(!moved);
    for (int r = 0; r <= 100; r++) {
      double gain = whole.once().gain(PlannedSums.TRACTABLE, r);
      assertThat(Double.isNaN(gain) || gain == 1).isTrue();
    }
  }

  @Test
  void sumsBeyondTheirLimitStaySoWhereEachIsMetOnce() {
    var sums = new PlannedSums(WEIGHTS);
    for (int i = 0; i < 200; i++) {
      sums.add(new TrueWords(9_000_000_000_000_000L, 0), "w", 0);
    }
    assertThat(sums.overflowed()).isTrue();
    assertThat(sums.once().overflowed()).isTrue();
  }

  @Test
  void refusesWeightsOutsideTheirRangeAndForeignSums() {
    var sums = new PlannedSums(WEIGHTS);
    assertThatThrownBy(() -> sums.add(new TrueWords(1, 1), "w", -1)).hasMessageContaining("at weight -1");
    assertThatThrownBy(() -> sums.add(new TrueWords(1, 1), "w", 1_000_000_001L)).hasMessageContaining("Cannot add");
    assertThatThrownBy(() -> sums.change(new TrueWords(1, 1), "w", -1)).hasMessageContaining("at weight -1");
    assertThatThrownBy(() -> sums.plus(new PlannedSums(new PoissonWeights(2, 100)))).hasMessageContaining("Cannot add");
  }
}
