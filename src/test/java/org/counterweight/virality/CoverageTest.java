package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** The intervals hold the generator's parameters as often as they say; scores are soft and the matrix is estimated. */
class CoverageTest {

  private static final ViralitySettings SETTINGS = ViralitySettings.defaults().withReplicates(200);
  private static final int DRAWS = Integer.getInteger("counterweight.coverage.draws", 200);
  private static final int WORKS = 1500;

  /** Doom against tractable 3 : 1 among the sided works. */
  private static final double[] SHARES = {0.18, 0.06, 0.46, 0.3};

  private record Outcome(double coverage, double refused, double meanLog) {

    void assertSound() {
      assertThat(refused).as("%s", this).isLessThanOrEqualTo(0.02);
      assertThat(coverage).as("%s", this).isBetween(0.90, 0.99);
      assertThat(meanLog).as("%s", this).isBetween(-0.05, 0.05);
    }
  }

  /** Over the draws: how many intervals hold the truth, how many are refused, and the mean error of the logarithm. */
  private static Outcome cover(double truth, LongFunction<Figure> estimate) {
    int covered = 0;
    int identified = 0;
    double logs = 0;
    for (long draw = 0; draw < DRAWS; draw++) {
      var figure = estimate.apply(draw);
      if (figure.identifiable()) {
        identified++;
        covered += figure.low() <= truth && truth <= figure.high() ? 1 : 0;
        logs += StrictMath.log(figure.value() / truth);
      }
    }
    return new Outcome((double) covered / identified, 1 - (double) identified / DRAWS, logs / identified);
  }

  @Test
  void correctedOdds() {
    var outcome =
        cover(
            3,
            draw -> {
              var world = new Simulation(draw, 2);
              var estimator = new Estimator(world.validation(300), SETTINGS);
              return estimator.estimate("corpus", Counts.NONE, corpus(world, 0, 0)).oddsCorrected();
            });
    outcome.assertSound();
  }

  @Test
  void rawOddsOfTheSameCorporaMiss() {
    var world = new Simulation(1, 2);
    var estimates = new Estimator(world.validation(300), SETTINGS).estimate("corpus", Counts.NONE, corpus(world, 0, 0));
    assertThat(estimates.oddsRaw().high()).isLessThan(3);
  }

  @Test
  void virality() {
    double truth = (1 + 0.5 * 2) / (1 + 0.1 * 2);
    var outcome =
        cover(
            truth,
            draw -> {
              var world = new Simulation(1000 + draw, 2);
              var estimator = new Estimator(world.validation(300), SETTINGS);
              return estimator.estimate("corpus", Counts.NONE, corpus(world, 0.5, 0.1)).vCopies();
            });
    outcome.assertSound();
  }

  @Test
  void multiplicityOfATenPercentSample() {
    var settings = SETTINGS.withSampled(0.1);
    var outcome =
        cover(
            2,
            draw -> {
              var world = new Simulation(2000 + draw, 2);
              return new Estimator(world.validation(300), settings).multiplicityRatio(sample(world, settings));
            });
    outcome.assertSound();
  }

  /** Works of which these parts of doom, and of all others, have three copies. */
  private static MassSums corpus(Simulation world, double doomCopied, double restCopied) {
    var sums = new MassSums(SETTINGS.weights());
    for (int w = 0; w < WORKS; w++) {
      int k = world.trueClass(SHARES);
      int copies = world.chance(k == 0 ? doomCopied : restCopied) ? 3 : 1;
      var document = Documents.of(world.words(), Simulation.probabilities(world.scores(k)));
      for (int c = 0; c < copies; c++) {
        sums.add(document, "w" + w, copies);
      }
    }
    return sums;
  }

  /** A tenth of the documents of a corpus in which doom works have 20 copies and all others 10. */
  private static MassSums sample(Simulation world, ViralitySettings settings) {
    var sums = new MassSums(settings.weights());
    for (int w = 0; w < WORKS; w++) {
      int k = world.trueClass(0.2, 0.15, 0.35, 0.3);
      int met = 0;
      for (int c = 0; c < (k == 0 ? 20 : 10); c++) {
        met += world.chance(0.1) ? 1 : 0;
      }
      var document = Documents.of(world.words(), Simulation.probabilities(world.scores(k)));
      for (int c = 0; c < met; c++) {
        sums.add(document, "w" + w, met);
      }
    }
    return sums;
  }
}
