package org.counterweight.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.counterweight.virality.Figure;
import org.junit.jupiter.api.Test;

/** Over many draws from frames of known truth: the intervals hold it as often as they say, and how wide they are. */
class CoverageTest {

  /** With 400 draws the bounds below are 92 and 98 %; fewer, as in the gate, leave room for their own chance. */
  private static final int DRAWS = Integer.getInteger("counterweight.coverage.draws", 100);

  private static final double ROOM = 0.03 * Math.sqrt(Math.max(0, 400.0 / DRAWS - 1)) / Math.sqrt(3);
  private static final int PASSAGES = 20_000;

  private static final World INFORMATIVE = new World(1, PASSAGES, 2.5, World.NATURAL);
  private static final World WEAK = new World(2, PASSAGES, 1.2, World.NATURAL);
  private static final World NOISE = new World(3, PASSAGES, 0, 0.2, 0.15, 0.4, 0.25);

  private record Outcome(double coverage, double refused, double bias, double width) {

    void assertSound() {
      assertThat(coverage).as("%s", this).isBetween(0.92 - ROOM, Math.min(1, 0.98 + ROOM));
      assertThat(refused).as("%s", this).isLessThan(0.02);
      assertThat(Math.abs(bias)).as("%s", this).isLessThan(0.03 + ROOM);
    }
  }

  /** Shares of intervals that hold the truth and of refusals, and the mean error and median width of the logarithm. */
  private static Outcome cover(List<Labelled> samples, double truth, Function<Estimation, Figure> estimate) {
    int covered = 0;
    double sum = 0;
    var widths = new ArrayList<Double>();
    for (var labelled : samples) {
      var figure = estimate.apply(new Estimation(labelled));
      if (figure.identifiable()) {
        covered += figure.low() <= truth && truth <= figure.high() ? 1 : 0;
        sum += StrictMath.log(figure.value() / truth);
        widths.add(StrictMath.log(figure.high() / figure.low()));
      }
    }
    int known = widths.size();
    widths.sort(Comparator.naturalOrder());
    var outcome =
        new Outcome(
            (double) covered / known, 1 - (double) known / samples.size(), sum / known, widths.get(known / 2));
    if (DRAWS >= 400) {
      System.out.println(String.format(Locale.ROOT, "%s", outcome));
    }
    return outcome;
  }

  private static List<Labelled> samples(World world, int size, double missing) {
    var samples = new ArrayList<Labelled>();
    for (long seed = 0; seed < DRAWS; seed++) {
      samples.add(world.labelled(size, seed, missing));
    }
    return samples;
  }

  @Test
  void informativeScores() {
    var samples = samples(INFORMATIVE, 300, 0);
    double odds = INFORMATIVE.odds();
    var labels = cover(samples, odds, e -> e.horvitzThompson().odds());
    var difference = cover(samples, odds, e -> e.difference().odds());
    labels.assertSound();
    difference.assertSound();
    assertThat(difference.width()).as("narrower by a tenth at least").isLessThan(0.9 * labels.width());
    for (int k = 0; k < Classes.COUNT; k++) {
      int column = k;
      cover(samples, INFORMATIVE.mass(k), e -> e.difference().masses().get(column)).assertSound();
      cover(samples, INFORMATIVE.mass(k), e -> e.hajek().masses().get(column)).assertSound();
    }
  }

  @Test
  void weakScores() {
    var samples = samples(WEAK, 400, 0);
    cover(samples, WEAK.odds(), e -> e.horvitzThompson().odds()).assertSound();
    cover(samples, WEAK.odds(), e -> e.difference().odds()).assertSound();
  }

  /** Scores as they are: not calibrated to this frame, and wrong where real models are. */
  @Test
  void realPassagesLabelledByPeople() {
    var world = World.labelledByPeople();
    assertThat(world.rows.size()).isGreaterThan(10_000);
    var samples = samples(world, 300, 0);
    var labels = cover(samples, world.odds(), e -> e.horvitzThompson().odds());
    var difference = cover(samples, world.odds(), e -> e.difference().odds());
    labels.assertSound();
    difference.assertSound();
    assertThat(difference.width()).isLessThan(labels.width());
    cover(samples, world.mass(Classes.DOOM), e -> e.difference().masses().get(Classes.DOOM)).assertSound();
  }

  @Test
  void scoresThatAreNoiseCostNextToNothing() {
    var samples = samples(NOISE, 300, 0);
    var labels = cover(samples, NOISE.odds(), e -> e.horvitzThompson().odds());
    var difference = cover(samples, NOISE.odds(), e -> e.difference().odds());
    labels.assertSound();
    difference.assertSound();
    assertThat(difference.width()).isLessThan(1.03 * labels.width());
  }

  @Test
  void labelsMissingAtRandomWidenTheIntervalAndBiasNothing() {
    var whole = cover(samples(INFORMATIVE, 300, 0), INFORMATIVE.odds(), e -> e.difference().odds());
    var thinned = cover(samples(INFORMATIVE, 300, 0.3), INFORMATIVE.odds(), e -> e.difference().odds());
    thinned.assertSound();
    assertThat(thinned.width()).isGreaterThan(1.1 * whole.width());
  }
}
