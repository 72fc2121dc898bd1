package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InclusionWeightsTest {

  /** A population in which one in ten is tractable, scored with noise; enriched passages were picked by the score. */
  private static List<Judged> drawn(int random, int enriched) {
    var chance = new Random(11);
    var judged = new ArrayList<Judged>();
    while (judged.size() < random + enriched) {
      boolean tractable = chance.nextInt(10) == 0;
      double score = chance.nextGaussian() + (tractable ? 1.5 : 0);
      boolean isRandom = judged.size() < random;
      if (isRandom || chance.nextDouble() < 1 / (1 + Math.exp(-2 * score + 2))) {
        judged.add(judged(tractable ? Stance.TRACTABLE : Stance.NEUTRAL, score, isRandom));
      }
    }
    return judged;
  }

  private static Judged judged(Stance truth, double score, boolean random) {
    int tractable = (int) (Probabilities.ONE / (1 + Math.exp(3.3 - 1.5 * score)));
    var p = new Probabilities(0, tractable, 0, Probabilities.ONE - tractable, 0);
    var draw = random ? Draw.RANDOM : Draw.ENRICHED;
    return new Judged(new LabelledPassage("", "text", truth, true, draw, "source", ""), p, 1, 10);
  }

  @Test
  void enrichedPassagesThenShowThePrecisionOfRandomDraws() {
    var weighted = InclusionWeights.weigh(drawn(2_000, 4_000));
    assertThat(precision(weighted)).isCloseTo(precision(drawn(40_000, 0)), within(0.06));
  }

  @Test
  void enrichedPassagesThenScoreAsHighAsRandomDraws() {
    var weighted = InclusionWeights.weigh(drawn(2_000, 4_000));
    double natural = shareAbove(drawn(40_000, 0));
    assertThat(shareAbove(weighted)).isCloseTo(natural, within(0.02));
    var unweighted = weighted.stream().map(one -> one.withWeight(1)).toList();
    assertThat(shareAbove(unweighted)).as("the picking shows without weights").isGreaterThan(natural + 0.1);
  }

  @Test
  void withoutEnrichedPassagesAllWeighTheSame() {
    assertThat(InclusionWeights.weigh(drawn(300, 0)))
        .allSatisfy(one -> assertThat(one.weight()).isCloseTo(1, within(0.05)));
  }

  @Test
  void everyWeightIsANumberAndNoneIsNegative() {
    assertThat(InclusionWeights.weigh(drawn(50, 500)))
        .allSatisfy(one -> assertThat(one.weight()).isGreaterThanOrEqualTo(0).isFinite());
  }

  /** Of the passages whose probability of tractable is at least .3. */
  private static double precision(List<Judged> judged) {
    var above = judged.stream().filter(InclusionWeightsTest::isAbove).toList();
    var right = above.stream().filter(one -> one.passage().label() == Stance.TRACTABLE).toList();
    return weight(right) / weight(above);
  }

  private static double shareAbove(List<Judged> judged) {
    return weight(judged.stream().filter(InclusionWeightsTest::isAbove).toList()) / weight(judged);
  }

  private static boolean isAbove(Judged one) {
    return one.p().tractable() >= 300_000;
  }

  private static double weight(List<Judged> judged) {
    return judged.stream().mapToDouble(Judged::weight).sum();
  }
}
