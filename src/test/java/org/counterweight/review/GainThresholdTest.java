package org.counterweight.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.counterweight.stance.Stance;
import org.junit.jupiter.api.Test;

/** From which probability documents may gain, when people have labelled a sample of the run. */
class GainThresholdTest {

  /** Scores that tell the classes apart, so that high ones are right. */
  private static final World SHARP = new World(5, 6_000, 4, 0.1, 0.15, 0.5, 0.25);

  /** Scores that say nothing. */
  private static final World BLIND = new World(6, 6_000, 0, 0.1, 0.15, 0.5, 0.25);

  /** What a reader of the whole frame would find. */
  private static double truth(World world, double threshold) {
    double above = 0;
    double right = 0;
    for (int i = 0; i < world.rows.size(); i++) {
      if (world.rows.get(i).p().tractable() / 1e6 >= threshold) {
        above++;
        right += world.truth.get(i) == Stance.TRACTABLE ? 1 : 0;
      }
    }
    return right / above;
  }

  @Test
  void aFrameLabelledWholeGivesItsOwnPrecision() {
    var whole = SHARP.labelled(SHARP.rows.size(), 1, 0);
    var point = GainThreshold.of(whole).orElseThrow();
    assertThat(point.reached()).isTrue();
    assertThat(point.precision().value()).isCloseTo(truth(SHARP, point.threshold()), within(1e-9));
    assertThat(point.precision().value()).isGreaterThanOrEqualTo(GainThreshold.WANTED);
    assertThat(point.precision().high() - point.precision().low()).as("nothing is left to chance").isLessThan(0.01);
  }

  @Test
  void theLeastThresholdThatIsRightOftenEnoughIsTaken() {
    var point = GainThreshold.of(SHARP.labelled(SHARP.rows.size(), 1, 0)).orElseThrow();
    double next = SHARP.rows.stream().mapToDouble(row -> row.p().tractable() / 1e6)
        .filter(p -> p < point.threshold()).max().orElseThrow();
    assertThat(truth(SHARP, next)).isLessThan(GainThreshold.WANTED);
  }

  @Test
  void scoresThatSayNothingReachNothing() {
    var point = GainThreshold.of(BLIND.labelled(400, 3, 0)).orElseThrow();
    assertThat(point.reached()).isFalse();
    assertThat(point.precision().value()).isLessThan(0.5);
  }

  @Test
  void fewLabelsAreNoEvidence() {
    assertThat(GainThreshold.of(SHARP.labelled(GainThreshold.FEWEST - 1, 3, 0))).isEmpty();
    assertThat(GainThreshold.of(SHARP.labelled(GainThreshold.FEWEST, 3, 0))).isPresent();
    assertThat(GainThreshold.of(SHARP.labelled(100, 3, 1))).as("nobody labelled").isEmpty();
  }

  /**
   * At the threshold that a sample names the interval holds the frame's precision, although the sample chose the
   * threshold: of 200 samples fewer than 170 would in one of ten thousand such tests, if it held it 19 times in 20.
   */
  @Test
  void intervalsHoldTheFramesPrecision() {
    int held = 0;
    int points = 0;
    for (int seed = 0; seed < 200; seed++) {
      var point = GainThreshold.of(SHARP.labelled(500, seed, 0.1)).orElseThrow();
      double truth = truth(SHARP, point.threshold());
      points++;
      held += point.precision().low() <= truth && truth <= point.precision().high() ? 1 : 0;
    }
    assertThat(held / (double) points).isGreaterThan(0.85);
  }

  /** Law: whatever the sample, the figure is a share with its interval about it, over enough labels. */
  @Property(seed = "1", tries = 60)
  void itIsAlwaysAShare(
      @ForAll @LongRange(max = 1_000) long seed, @ForAll @IntRange(min = 1, max = 400) int draws,
      @ForAll @IntRange(max = 4) int separation, @ForAll @IntRange(max = 9) int missing) {
    var world = new World(seed, 300, separation, 0.1, 0.2, 0.4, 0.3);
    Optional<GainThreshold> point = GainThreshold.of(world.labelled(draws, seed, missing / 10.0));
    point.ifPresent(one -> {
      assertThat(one.labels()).isBetween(GainThreshold.FEWEST, 300);
      assertThat(one.threshold()).isBetween(0.0, 1.0);
      var share = one.precision();
      assertThat(share.low()).isBetween(0.0, share.value());
      assertThat(share.high()).isBetween(share.value(), 1.0);
      assertThat(one.reached()).isEqualTo(share.value() >= GainThreshold.WANTED);
    });
  }

  @Test
  void theReportSaysWhatToSetOrWhyNot() {
    var allowed = LabelReport.of("run", SHARP.labelled(500, 2, 0));
    var point = allowed.gain().orElseThrow();
    assertThat(allowed.toText())
        .contains(String.format(Locale.ROOT, "--set stance.gain-threshold=%.6f", point.threshold()));
    assertThat(LabelReport.of("run", BLIND.labelled(400, 3, 0)).toText())
        .contains("where 80 % is asked for").doesNotContain("--set");
    var few = LabelReport.of("run", SHARP.labelled(20, 3, 0));
    assertThat(few.toText()).contains("30 labels are needed");
    assertThat(few.toJson()).doesNotContain("\"gain\"");
    assertThat(allowed.toJson()).contains("\"gain\":{\"threshold\":");
  }
}
