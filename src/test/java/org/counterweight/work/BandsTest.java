package org.counterweight.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class BandsTest {

  @Test
  void theDefaultHasTheStatedCurve() {
    var bands = Bands.of(0.8);
    assertThat(bands).isEqualTo(new Bands(0.8, 4, 9));
    assertThat(bands.meet(0.5)).isCloseTo(0.441, within(5e-4));
    assertThat(bands.meet(0.8)).isCloseTo(0.991, within(5e-4));
    assertThat(Bands.of(1)).isEqualTo(new Bands(1, 4, 1));
  }

  @Property(seed = "1")
  void pairsAtTheThresholdMeetNearlyAlways(@ForAll @DoubleRange(min = 0.6, max = 1) double threshold) {
    var bands = Bands.of(threshold);
    assertThat(bands.meet(threshold)).isGreaterThanOrEqualTo(0.99);
    assertThat(bands.meet(0.1)).isLessThan(0.15);
  }

  @Test
  void aThresholdThatCannotBeHeldIsRefused() {
    for (double threshold : new double[] {0.59, 1.01, 0, Double.NaN}) {
      assertThatThrownBy(() -> Bands.of(threshold)).hasMessageContaining("between 0.6 and 1");
    }
  }

  /** A pair shares one band with probability J^4; 400 pairs x 9 bands make a standard error of .008 at most. */
  @Test
  void bandsAgreeAsOftenAsTheCurveSays() {
    var bands = Bands.of(0.8);
    for (int extra : new int[] {20, 60, 150}) {
      int agreed = 0;
      double expected = 0;
      double guessed = 0;
      double truth = 0;
      for (int i = 0; i < 400; i++) {
        var left = Texts.words(3 * i, 300) + Texts.words(3 * i + 1, extra);
        var right = Texts.words(3 * i, 300) + Texts.words(3 * i + 2, extra);
        var one = bands.signatures(Sketch.of(left)).get(0);
        var other = bands.signatures(Sketch.of(right)).get(0);
        double jaccard = Sketch.of(left).jaccard(Sketch.of(right));
        for (int band = 0; band < bands.bands(); band++) {
          agreed += one.bands()[band] == other.bands()[band] ? 1 : 0;
        }
        expected += Math.pow(jaccard, 4) / 400;
        guessed += bands.guess(one.bits(), other.bits()) / 400;
        truth += jaccard / 400;
      }
      assertThat(agreed / 3600.0).isCloseTo(expected, within(0.03));
      assertThat(guessed).isCloseTo(truth, within(0.02));
    }
  }

  @Test
  void textsOnTwoSidesOfALevelStillMeet() {
    var bands = Bands.of(0.8);
    int met = 0;
    for (int i = 0; i < 50; i++) {
      var shorter = Texts.words(i, 505);
      var longer = shorter + Texts.words(1000 + i, 60);
      assertThat(Sketch.of(longer).level()).isGreaterThan(Sketch.of(shorter).level());
      met += share(bands.signatures(Sketch.of(shorter)), bands.signatures(Sketch.of(longer))) ? 1 : 0;
    }
    assertThat(met).isGreaterThanOrEqualTo(48);
  }

  private static boolean share(List<Signature> left, List<Signature> right) {
    return left.stream()
        .flatMapToLong(signature -> Arrays.stream(signature.bands()))
        .anyMatch(band -> right.stream().anyMatch(o -> Arrays.stream(o.bands()).anyMatch(b -> b == band)));
  }

  @Test
  void aTextWithoutShinglesShowsItselfNowhere() {
    assertThat(Bands.of(0.8).signatures(Sketch.EMPTY)).isEmpty();
    assertThat(Bands.of(0.8).signatures(new Sketch(0, new int[] {7}))).hasSize(1);
  }

  @Test
  void aBucketComparesEachTextWithTheTwoLeastThatLookAlike() {
    var bands = Bands.of(0.8);
    var texts = new TreeMap<TextId, Long>();
    for (int i = 0; i < 1000; i++) {
      texts.put(new TextId(i, 0), i % 2 == 0 ? 0L : -1L);
    }
    var pairs = Bucket.pairs(texts, bands);
    assertThat(pairs).hasSizeLessThan(2 * texts.size());
    assertThat(pairs).contains(
        new Match(new TextId(998, 0), new TextId(0, 0)), new Match(new TextId(998, 0), new TextId(2, 0)),
        new Match(new TextId(999, 0), new TextId(1, 0)), new Match(new TextId(3, 0), new TextId(1, 0)));
    assertThat(pairs).allMatch(pair -> pair.member().high() % 2 == pair.hub().high() % 2);
  }

  @Test
  void textsThatLookTheSameMeetAlthoughTwoOthersLookNearlySo() {
    var texts = new TreeMap<TextId, Long>();
    texts.put(new TextId(1, 0), 1L);
    texts.put(new TextId(2, 0), 2L);
    for (int i = 3; i < 100; i++) {
      texts.put(new TextId(i, 0), 0L);
    }
    var pairs = Bucket.pairs(texts, Bands.of(0.8));
    assertThat(pairs).doesNotHaveDuplicates();
    for (int i = 4; i < 100; i++) {
      assertThat(pairs).contains(new Match(new TextId(i, 0), new TextId(3, 0)));
    }
  }
}
