package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import org.counterweight.stance.TaggedDocument;
import org.junit.jupiter.api.Test;

/** What a plan's weights reach, in a world where the truth is known. */
class AchievedTest {

  private static final ViralitySettings SETTINGS = ViralitySettings.defaults().withReplicates(200);
  private static final double[] SHARES = {0.18, 0.06, 0.46, 0.3};

  private final Simulation world = new Simulation(11, 2);
  private final ArrayList<TaggedDocument> documents = new ArrayList<>();
  private final ArrayList<Integer> classes = new ArrayList<>();
  private final MassSums base = new MassSums(SETTINGS.weights());
  private final Estimator estimator = new Estimator(world.validation(2000), SETTINGS);

  AchievedTest() {
    for (int w = 0; w < 20_000; w++) {
      int k = world.trueClass(SHARES);
      var document = Documents.of(world.words(), Simulation.probabilities(world.scores(k)));
      classes.add(k);
      documents.add(document);
      base.add(document, "w" + w, 1);
    }
  }

  /** Four epochs of what looks tractable, one of the rest. */
  private static long weight(TaggedDocument document) {
    return document.passages().get(0).p().tractable() > 600_000 ? 4_000_000 : 1_000_000;
  }

  private PlannedSums planned() {
    var shift = estimator.shift(base);
    var planned = new PlannedSums(SETTINGS.weights());
    for (int w = 0; w < documents.size(); w++) {
      planned.add(shift.of(documents.get(w)), "w" + w, weight(documents.get(w)));
    }
    return planned;
  }

  private double trueWords(int k) {
    double words = 0;
    for (int w = 0; w < documents.size(); w++) {
      words += classes.get(w) == k ? documents.get(w).words() * (weight(documents.get(w)) / 1e6) : 0;
    }
    return words;
  }

  @Test
  void achievedOddsAreTheTrueOnesAlthoughWeightsFollowScores() {
    double truth = trueWords(0) / trueWords(1);
    var achieved = estimator.achievedOdds(base, planned());
    assertThat(achieved.value()).isCloseTo(truth, within(0.1 * truth));
    assertThat(achieved.low()).isLessThan(truth);
    assertThat(achieved.high()).isGreaterThan(truth);
  }

  @Test
  void correctingTheWeightedMassesInsteadWouldOverstateTheGain() {
    double truth = trueWords(0) / trueWords(1);
    var weighted = new MassSums(SETTINGS.weights());
    for (int w = 0; w < documents.size(); w++) {
      for (int epoch = 0; epoch < weight(documents.get(w)) / 1_000_000; epoch++) {
        weighted.add(documents.get(w), "w" + w, 1);
      }
    }
    var naive = estimator.estimate("corpus", Counts.NONE, weighted).oddsCorrected();
    assertThat(naive.value()).isLessThan(0.85 * truth);
  }

  @Test
  void achievedShareIsTheTrueOne() {
    double words = 0;
    for (var document : documents) {
      words += document.words() * (weight(document) / 1e6);
    }
    double truth = trueWords(1) / words;
    var achieved = estimator.achievedShare(base, planned(), Math.round(words));
    assertThat(achieved.value()).isCloseTo(truth, within(0.1 * truth));
    assertThat(estimator.achievedShare(base, planned(), 0).reason()).isEqualTo("the stage holds no words");
  }

  @Test
  void equalWeightsLeaveTheCorrectedOdds() {
    var shift = estimator.shift(base);
    var planned = new PlannedSums(SETTINGS.weights());
    for (int w = 0; w < documents.size(); w++) {
      planned.add(shift.of(documents.get(w)), "w" + w, 2_000_000);
    }
    var corrected = estimator.estimate("corpus", Counts.NONE, base).oddsCorrected();
    var achieved = estimator.achievedOdds(base, planned);
    assertThat(achieved.value()).isCloseTo(corrected.value(), within(1e-6));
    assertThat(achieved.low()).isCloseTo(corrected.low(), within(1e-6));
    assertThat(achieved.high()).isCloseTo(corrected.high(), within(1e-6));
  }

  @Test
  void shiftedProbabilitiesAddUpToTheTrueWords() {
    var shift = estimator.shift(base);
    assertThat(shift.caveat()).isEmpty();
    double expected = 0;
    double truth = 0;
    for (int w = 0; w < documents.size(); w++) {
      expected += shift.of(documents.get(w)).tractable() / 1e6;
      truth += classes.get(w) == 1 ? documents.get(w).words() : 0;
    }
    assertThat(expected).isCloseTo(truth, within(0.1 * truth));
    assertThat(base.at(Level.DOCUMENTS, 0)[1]).isGreaterThan(1.2 * truth);
  }

  @Test
  void withoutACorrectionNothingIsShiftedAndItSaysSo() {
    var empty = new MassSums(SETTINGS.weights());
    assertThat(estimator.shift(empty)).isEqualTo(PriorShift.none("no passage about AI was found"));
    assertThat(estimator.achievedOdds(empty, new PlannedSums(SETTINGS.weights())).identifiable()).isFalse();
  }
}
