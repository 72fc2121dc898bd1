package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.counterweight.stance.Probabilities;
import org.junit.jupiter.api.Test;

class RefusedTextTest {

  private static final ViralitySettings SETTINGS = ViralitySettings.defaults().withReplicates(200);

  /** Doom is missed as {@code doom} says, give or take a half of it; other text a tenth; tractable never was. */
  private record Fixed(double doom) implements MissDraws {

    @Override
    public String unknown() {
      return "";
    }

    @Override
    public double[] point() {
      return new double[] {doom, 0, 0.1};
    }

    @Override
    public double[] draw(int replicate) {
      double share = (replicate % 100 + 0.5) / 100;
      return new double[] {doom * (0.5 + share), 0.2 * (replicate * 61 % 100) / 100, 0.1};
    }

    @Override
    public int[] missed() {
      return new int[] {3, 0, 8};
    }

    @Override
    public int read() {
      return 300;
    }
  }

  private static Counts words(long words, long foreign) {
    return new Counts(100, 60, 60, 0, 0, words, 0, 0, 0, 0, 0, 0, foreign > 0 ? 1 : 0, foreign);
  }

  /** Sixty works of 100 words: 30 doom, 20 tractable, 10 other, without a doubt. */
  private static MassSums sums() {
    return sums(0, 60);
  }

  private static MassSums sums(int from, int to) {
    var sums = new MassSums(SETTINGS.weights());
    for (int i = from; i < to; i++) {
      int one = Probabilities.ONE;
      var p =
          new Probabilities(i < 30 ? one : 0, i >= 30 && i < 50 ? one : 0, 0, i >= 50 ? one : 0, 0);
      sums.add(Documents.declared(100, 0, p), "w" + i, 1);
    }
    return sums;
  }

  private static RefusedText refused(MissDraws misses, long words, long foreign) {
    var estimator = new Estimator(FixedMatrix.PERFECT, misses, SETTINGS);
    return estimator.estimate("corpus", words(words, foreign), sums()).refused();
  }

  @Test
  void missedWordsAreTheRatioTimesTheAdmittedOnes() {
    var refused = refused(new Fixed(0.2), 106_000, 0);
    assertThat(refused.words()).isEqualTo(100_000);
    assertThat(refused.doom().words().value()).isEqualTo(600);
    assertThat(refused.doom().words().low()).isBetween(200.0, 400.0);
    assertThat(refused.doom().atMost()).isEqualTo(refused.doom().words().high()).isBetween(800.0, 1300.0);
    assertThat(refused.doom().withAdmitted().value()).isEqualTo(3600);
    assertThat(refused.other().words().value()).isEqualTo(100);
    assertThat(refused.odds().value()).isCloseTo(3600 / 2000.0, within(1e-9));
    assertThat(refused.odds().reason()).isEqualTo(RefusedText.ASSUMPTION);
  }

  @Test
  void whereNoneWasFoundThereIsABoundAndNoNumber() {
    var tractable = refused(new Fixed(0.2), 106_000, 0).tractable();
    assertThat(tractable.words().identifiable()).isFalse();
    assertThat(tractable.words().reason()).isEqualTo("none of the 300 refused passages that were read is tractable");
    assertThat(tractable.atMost()).isBetween(350.0, 600.0);
    assertThat(tractable.withAdmitted().value()).isEqualTo(2000);
    assertThat(tractable.withAdmitted().high()).isGreaterThan(2400);
  }

  @Test
  void theIntervalsAreWiderWithThem() {
    var estimator = new Estimator(FixedMatrix.PERFECT, new Fixed(0.2), SETTINGS);
    var estimates = estimator.estimate("corpus", words(106_000, 0), sums());
    var admitted = estimates.oddsCorrected();
    var all = estimates.refused().odds();
    assertThat(all.high() / all.low()).isGreaterThan(admitted.high() / admitted.low());
    var sharp = new Estimator(FixedMatrix.PERFECT, SETTINGS).estimate("corpus", words(106_000, 0), sums());
    assertThat(admitted).isEqualTo(sharp.oddsCorrected());
    assertThat(estimates.correctedMass()).isEqualTo(sharp.correctedMass());
  }

  @Test
  void whereTheCorrectionLeavesNoneThereIsABoundToo() {
    var sums = new MassSums(SETTINGS.weights());
    for (int i = 0; i < 60; i++) {
      sums.add(Documents.declared(100, 0, i < 30 ? Documents.TRACTABLE : Documents.NEUTRAL), "w" + i, 1);
    }
    var left = new Estimator(new Wavering(), new Fixed(0.2), SETTINGS).estimate("corpus", words(106_000, 0), sums);
    assertThat(left.correctedMass().doom()).isZero();
    var doom = left.refused().doom();
    assertThat(doom.words().reason())
        .isEqualTo("once the classifier's errors are taken out, no word that is doom is left");
    assertThat(doom.atMost()).isBetween(15.0, 60.0);
    assertThat(doom.withAdmitted().identifiable()).isFalse();
    assertThat(left.refused().odds().identifiable()).isFalse();
  }

  /** More doom is expected of a tractable or neutral passage than {@link Documents} gives it, but not in all draws. */
  private record Wavering() implements MatrixDraws {

    @Override
    public double[][] point() {
      return new double[][] {
        {0.90, 0.05, 0.05, 0.05}, {0.02, 0.87, 0.02, 0.02}, {0.05, 0.05, 0.90, 0.03}, {0.03, 0.03, 0.03, 0.90}
      };
    }

    @Override
    public double[][] draw(int replicate) {
      return replicate % 2 == 0 ? point() : FixedMatrix.PERFECT.point();
    }

    @Override
    public int[] counts() {
      return new int[] {200, 200, 200, 200};
    }
  }

  @Test
  void noMoreIsMissedThanIsRefused() {
    var refused = refused(new Fixed(9), 6_140, 0);
    assertThat(refused.words()).isEqualTo(140);
    assertThat(refused.doom().words().value() + refused.other().words().value()).isBetween(139.0, 141.0);
    assertThat(refused.doom().atMost()).isLessThanOrEqualTo(140);
  }

  @Test
  void whereNothingIsRefusedNothingIsMissed() {
    var refused = refused(new Fixed(0.2), 6_000, 0);
    assertThat(refused.doom().words()).isEqualTo(Figure.of(0, 0, 0));
    assertThat(refused.tractable().words()).isEqualTo(Figure.of(0, 0, 0));
    assertThat(refused.odds().value()).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void textInOtherLanguagesWasNotRefusedByTheGate() {
    assertThat(refused(new Fixed(0.2), 106_000, 99_000).words()).isEqualTo(1_000);
  }

  @Test
  void withoutReadingOrCorrectionNothingIsSaid() {
    var unread = refused(new MissDraws.Unknown("another gate"), 106_000, 0);
    assertThat(unread.words()).isEqualTo(100_000);
    assertThat(unread.doom().words().reason()).isEqualTo("another gate");
    assertThat(unread.doom().atMost()).isNaN();
    assertThat(unread.odds().identifiable()).isFalse();
    var few = new MassSums(SETTINGS.weights());
    few.add(Documents.declared(100, 0, Documents.DOOM), "w", 1);
    var estimator = new Estimator(FixedMatrix.PERFECT, new Fixed(0.2), SETTINGS);
    assertThat(estimator.estimate("corpus", words(900, 0), few).refused().odds().reason()).contains("carry the");
  }

  @Test
  void aMatrixThatCorrectsNothingIsSaid() {
    var broken = new FixedMatrix(new double[4][4], new int[] {200, 200, 200, 200});
    var estimates = new Estimator(broken, new Fixed(0.2), SETTINGS).estimate("corpus", words(106_000, 0), sums());
    assertThat(estimates.refused().doom().words().reason()).contains("correct nothing");
    assertThat(estimates.refused().doom().atMost()).isNaN();
    assertThat(estimates.refused().odds().identifiable()).isFalse();
  }

  @Test
  void aBoundBelowTheIntervalIsRefused() {
    var words = Figure.of(5, 1, 9);
    assertThatThrownBy(() -> new RefusedText.Missed(words, 8, words)).hasMessageContaining("9.0 words by 8.0");
    assertThatThrownBy(() -> MissDraws.UNKNOWN.draw(1)).isInstanceOf(IllegalStateException.class);
  }

  @Property(seed = "1", tries = 30)
  void anySplitGivesTheSameToTheLastBit(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int parts) {
    var random = new Random(seed);
    var cuts = new ArrayList<>(List.of(0, 60));
    for (int i = 1; i < parts; i++) {
      cuts.add(random.nextInt(61));
    }
    cuts.sort(null);
    var sums = new MassSums(SETTINGS.weights());
    var counts = Counts.NONE;
    for (int i = cuts.size() - 1; i > 0; i--) {
      sums = sums.plus(sums(cuts.get(i - 1), cuts.get(i)));
      counts = counts.plus(words(10_000L * i, 10L * i));
    }
    var estimator = new Estimator(FixedMatrix.SHARP, new Fixed(0.2), SETTINGS);
    var whole = estimator.estimate("corpus", words(counts.words(), counts.otherLanguageWords()), sums());
    var split = estimator.estimate("corpus", counts, sums);
    assertThat(split.refused()).isEqualTo(whole.refused());
    assertThat(sums.words()).isEqualTo(6_000);
    assertThat(split.refused().words()).isEqualTo(counts.words() - counts.otherLanguageWords() - 6_000);
  }
}
