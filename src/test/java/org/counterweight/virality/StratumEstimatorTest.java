package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.counterweight.stance.Probabilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StratumEstimatorTest {

  private static final ViralitySettings SETTINGS = ViralitySettings.defaults().withReplicates(100);

  private static Stratum estimate(MatrixDraws matrix, List<Reaction> reactions) {
    return new Estimator(matrix, SETTINGS).strata().estimate(reactions, reactions.size());
  }

  private static Stratum known(List<Reaction> reactions) {
    return estimate(FixedMatrix.PERFECT, reactions);
  }

  /** Documents of known class with reactions as the class has them. */
  private static List<Reaction> sure(int count, ToDoubleFunction<Integer> reactions) {
    var list = new ArrayList<Reaction>();
    for (int i = 0; i < count; i++) {
      list.add(
          Reactions.of("k" + i, "w" + i, "", "", 100 + i % 7, reactions.applyAsDouble(i % 4), Reactions.sure(i % 4)));
    }
    return list;
  }

  @Test
  void theRatioOfMeansIsFound() {
    var random = new Random(12);
    var stratum = known(sure(4000, k -> (k == 0 ? 30 : 10) * -Math.log(1 - random.nextDouble())));
    assertThat(stratum.corrected().ratio().value()).isCloseTo(3, within(0.3));
    assertThat(stratum.corrected().ratio().low()).isBetween(2.0, 3.0);
    assertThat(stratum.corrected().geometricMeans().value()).isBetween(2.0, 3.0);
    assertThat(stratum.corrected().effectSize().value()).isCloseTo(0.75, within(0.03));
    assertThat(stratum.doom()).isCloseTo(1000, within(1e-6));
    assertThat(stratum.dispersion()).isGreaterThan(5);
    assertThat(stratum.corrected().doomQuantiles().median()).isCloseTo(30 * Math.log(2), within(3.0));
  }

  /** Soft scores of a known matrix: what the errors dilute is put back, and as judged it is not. */
  @Test
  void errorsOfTheClassifierAreTakenOut() {
    var world = new Simulation(5, 2);
    var luck = new Random(5);
    var reactions = new ArrayList<Reaction>();
    for (int i = 0; i < 6000; i++) {
      int k = world.trueClass(0.1, 0.2, 0.5, 0.2);
      double value = Math.floor((k == 0 ? 40 : 10) * -Math.log(1 - luck.nextDouble()));
      var p = Simulation.probabilities(world.scores(k));
      reactions.add(Reactions.of("k" + i, "w" + i, "", "", world.words(), value, p));
    }
    var stratum = estimate(world.validation(400), reactions);
    assertThat(stratum.corrected().ratio().low()).isBetween(2.5, 4.0);
    assertThat(stratum.corrected().ratio().high()).isBetween(4.0, 6.5);
    assertThat(stratum.judged().ratio().high()).isLessThan(stratum.corrected().ratio().value());
    assertThat(stratum.corrected().effectSize().value()).isCloseTo(0.8, within(0.06));
    assertThat(stratum.judged().effectSize().value()).isBetween(0.55, stratum.corrected().effectSize().value());
    assertThat(stratum.corrected().ratio().reason()).contains("do not depend on engagement given the true class");
    assertThat(stratum.judged().ratio().reason()).startsWith("as judged");
  }

  @Test
  void lengthAndMonthAreHeld() {
    var random = new Random(2);
    var reactions = new ArrayList<Reaction>();
    for (int i = 0; i < 6000; i++) {
      int k = i % 2;
      int late = random.nextInt(10) < (k == 0 ? 8 : 2) ? 1 : 0;
      int words = (k == 0 ? 400 : 100) + random.nextInt(300);
      double mean = words / 50.0 * (late == 1 ? 4 : 1);
      double value = Math.floor(mean * -Math.log(1 - random.nextDouble()));
      String month = late == 1 ? "2020-01" : "2010-01";
      reactions.add(Reactions.of("k" + i, "w" + i, "", month, words, value, Reactions.sure(k)));
    }
    var ratio = known(reactions).corrected().ratio();
    assertThat(ratio.value()).isCloseTo(1, within(0.12));
    assertThat(known(reactions).corrected().effectSize().value()).as("not held").isGreaterThan(0.7);
  }

  @Test
  void theOrderOfTheDocumentsDoesNotMatterToTheLastBit() {
    var random = new Random(3);
    var reactions = sure(300, k -> random.nextInt(50));
    var before = known(reactions);
    for (int i = 0; i < 3; i++) {
      Collections.shuffle(reactions, random);
      assertThat(known(reactions)).isEqualTo(before);
    }
  }

  @Test
  void copiesOfOneWorkAreOneDocumentOfEvidence() {
    var random = new Random(4);
    var reactions = sure(200, k -> 1 + random.nextInt(50));
    var copied = new ArrayList<Reaction>();
    for (var one : reactions) {
      for (int c = 0; c < 5; c++) {
        copied.add(
            Reactions.of(one.key() + c, one.work(), "", "", one.words(), one.value(), Reactions.sure(kind(one))));
      }
    }
    var once = known(reactions);
    var often = known(copied);
    assertThat(often.doom()).isCloseTo(once.doom(), within(1e-9));
    assertThat(often.clusters()).isEqualTo(once.clusters());
    assertThat(often.corrected().ratio().value()).isCloseTo(once.corrected().ratio().value(), within(1e-9));
    assertThat(often.corrected().ratio().high()).isCloseTo(once.corrected().ratio().high(), within(0.02));
  }

  private static int kind(Reaction reaction) {
    double[] mass = reaction.mass();
    int k = 0;
    while (mass[k] == 0) {
      k++;
    }
    return k;
  }

  @Test
  void tooFewOfASideAreSaidSo() {
    var few = known(sure(37, k -> 1 + k));
    assertThat(few.corrected().ratio().reason()).isEqualTo(
        "about 9.0 documents (effective number) with reactions are tractable; 10 are needed");
    assertThat(few.judged().effectSize().identifiable()).isFalse();
    assertThat(known(sure(1, k -> 1)).corrected().ratio().identifiable()).isFalse();
    var vague = new ArrayList<Reaction>();
    for (int i = 0; i < 2000; i++) {
      vague.add(Reactions.of("" + i, "" + i, "", "", 9, i, Probabilities.of(0.05, 0.05, 0.3, 0.3, 0.3)));
    }
    assertThat(known(vague).judged().ratio().reason()).startsWith("about 5.0 documents");
  }

  @Test
  void aMatrixOnTooFewPassagesLeavesTheJudgedFigures() {
    var random = new Random(6);
    var weak = new FixedMatrix(FixedMatrix.SHARP.point(), new int[] {200, 3, 200, 200});
    var stratum = estimate(weak, sure(400, k -> 1 + random.nextInt(9)));
    assertThat(stratum.corrected().ratio().reason()).contains("3 passages");
    assertThat(stratum.judged().ratio().identifiable()).isTrue();
    assertThat(stratum.doom()).isCloseTo(100, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -7, 1e300, 1e-300})
  void valuesThatSayNothingOrTooMuchGiveNoFigureAndNoError(double value) {
    var stratum = known(sure(400, k -> value));
    assertThat(stratum.negative()).isEqualTo(value < 0 ? 400 : 0);
    assertThat(stratum.corrected().ratio().identifiable() && value <= 0).isFalse();
    var mixed = known(sure(400, k -> k == 0 ? value : 5));
    if (mixed.corrected().ratio().identifiable()) {
      assertThat(mixed.corrected().ratio().value()).isPositive().isFinite();
    } else {
      assertThat(mixed.corrected().ratio().reason()).isNotBlank();
    }
  }

  @Test
  void aSideWithoutReactionsGivesNoRatioButAnEffectSize() {
    var random = new Random(8);
    var stratum = known(sure(400, k -> k == 0 ? 0 : random.nextInt(20)));
    assertThat(stratum.corrected().ratio().reason()).startsWith("one side has no reactions");
    assertThat(stratum.corrected().geometricMeans().value()).isLessThan(0.3);
    assertThat(stratum.corrected().effectSize().value()).isBetween(0.0, 0.2);
  }

  @Test
  void topPostsAreMarkedAndKeepTheirFigure() {
    var random = new Random(9);
    var stratum = known(sure(800, k -> 1000 + Math.floor(500 * -Math.log(1 - random.nextDouble()))));
    assertThat(stratum.truncated()).isTrue();
    assertThat(stratum.floor()).isBetween(1000.0, 1010.0);
    assertThat(stratum.corrected().ratio().identifiable()).isTrue();
    assertThat(EngagementFigures.of(List.of(stratum)).ratio().figure().identifiable()).isFalse();
  }
}
