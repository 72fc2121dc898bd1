package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.counterweight.stance.Probabilities;
import org.junit.jupiter.api.Test;

class PriorShiftTest {

  private static Probabilities probabilities(Random random) {
    var shares = new double[5];
    double sum = 0;
    for (int k = 0; k < 5; k++) {
      shares[k] = random.nextInt(4) == 0 ? 0 : random.nextDouble();
      sum += shares[k];
    }
    if (sum == 0) {
      return Probabilities.NOT_AI;
    }
    for (int k = 0; k < 5; k++) {
      shares[k] /= sum;
    }
    return Probabilities.of(shares);
  }

  @Property(seed = "1")
  void equalSharesShiftNothing(@ForAll long seed) {
    var random = new Random(seed);
    double[] shares = {random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble()};
    var p = probabilities(random);
    var document = Documents.of(1 + random.nextInt(500), p);
    var words = PriorShift.between(shares, shares).of(document);
    assertThat(words.doom()).isEqualTo((long) document.words() * p.doom());
    assertThat(words.tractable()).isEqualTo((long) document.words() * p.tractable());
    assertThat(PriorShift.none("why").of(document)).isEqualTo(words);
  }

  @Property(seed = "1")
  void shiftedProbabilitiesStayProbabilities(@ForAll long seed) {
    var random = new Random(seed);
    double[] to = {random.nextDouble(), 0, random.nextDouble(), 1};
    double[] from = {random.nextDouble(), random.nextDouble(), 0, 1};
    double[] shifted = PriorShift.between(to, from).of(probabilities(random));
    assertThat(shifted[0]).isBetween(0.0, 1.0);
    assertThat(shifted[1]).isBetween(0.0, 1.0);
    assertThat(shifted[0] + shifted[1]).isLessThanOrEqualTo(1 + 1e-12);
  }

  @Property(seed = "1")
  void moreOfAClassRaisesItsProbability(@ForAll long seed) {
    var random = new Random(seed);
    double[] from = {1, 1, 1, 1};
    double[] to = {1 + random.nextDouble(), 1, 1, 1};
    var p = probabilities(random);
    assertThat(PriorShift.between(to, from).of(p)[0]).isGreaterThanOrEqualTo(p.doom() / 1e6 - 1e-12);
    assertThat(PriorShift.between(to, from).of(p)[1]).isLessThanOrEqualTo(p.tractable() / 1e6 + 1e-12);
  }

  @Test
  void followsBayes() {
    var shift = PriorShift.between(new double[] {10, 40, 40, 10}, new double[] {0.25, 0.25, 0.25, 0.25});
    double[] shifted = shift.of(Probabilities.of(0.5, 0.2, 0.1, 0.1, 0.1));
    double sum = 0.5 * 0.4 + 0.2 * 1.6 + 0.2 * 1.6 + 0.1 * 0.4;
    assertThat(shifted[0]).isCloseTo(0.2 / sum, within(1e-12));
    assertThat(shifted[1]).isCloseTo(0.32 / sum, within(1e-12));
  }

  @Test
  void anEstimateOfNoneIsNotForGood() {
    double[] shifted =
        PriorShift.between(new double[] {0, 1, 1, 1}, new double[] {1, 1, 1, 1}).of(Probabilities.of(1, 0, 0, 0, 0));
    assertThat(shifted[0]).isEqualTo(1);
  }

  @Test
  void refusesFactorsThatAreNone() {
    assertThatThrownBy(() -> new PriorShift(0, 1, 1, 1, "")).hasMessageContaining("Cannot shift by factor 0.0");
    assertThatThrownBy(() -> new PriorShift(1, Double.NaN, 1, 1, "")).hasMessageContaining("Cannot shift");
    assertThatThrownBy(() -> new TrueWords(-1, 0)).hasMessageContaining("negative");
  }
}
