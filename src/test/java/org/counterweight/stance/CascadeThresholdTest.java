package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CascadeThresholdTest {

  private final List<Judged> fast = new ArrayList<>();
  private final List<Judged> accurate = new ArrayList<>();

  private void passage(int fastStance, int doom, int tractable, double weight, int words) {
    var passage = LabelledPassage.of("text", Stance.NEUTRAL, "s");
    fast.add(new Judged(passage, new Probabilities(fastStance, 0, 0, 1_000_000 - fastStance, 0), 1, words));
    int rest = 1_000_000 - doom - tractable;
    accurate.add(new Judged(passage, new Probabilities(doom, tractable, 0, rest, 0), weight, words));
  }

  private void random(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      passage(random.nextInt(20) * 50_000, random.nextInt(500_000), random.nextInt(500_000), random.nextDouble(), 9);
    }
  }

  @Test
  void theLargestThresholdThatKeepsEnoughOfBothIsTaken() {
    passage(900_000, 600_000, 0, 1, 10);
    passage(500_000, 0, 500_000, 1, 10);
    passage(400_000, 390_000, 0, 1, 10);
    passage(100_000, 10_000, 0, 1, 10);
    assertThat(CascadeThreshold.choose(fast, accurate, 980_000)).isEqualTo(400_000);
    assertThat(CascadeThreshold.choose(fast, accurate, 600_000)).isEqualTo(500_000);
    assertThat(CascadeThreshold.choose(fast, accurate, 995_000)).isEqualTo(100_000);
    assertThat(CascadeThreshold.choose(fast, accurate, 0)).isEqualTo(1_000_000);
  }

  @Test
  void massesGoByWeightAndWords() {
    passage(900_000, 500_000, 500_000, 0.001, 10);
    passage(300_000, 500_000, 500_000, 1, 10);
    assertThat(CascadeThreshold.choose(fast, accurate, 500_000)).isEqualTo(300_000);
    passage(950_000, 500_000, 500_000, 1, 1000);
    assertThat(CascadeThreshold.choose(fast, accurate, 500_000)).isEqualTo(950_000);
  }

  @Test
  void aStanceThatIsNowhereAsksForNothing() {
    passage(700_000, 900_000, 0, 1, 10);
    passage(10_000, 0, 0, 1, 10);
    assertThat(CascadeThreshold.choose(fast, accurate, 1_000_000)).isEqualTo(700_000);
  }

  @Property(seed = "1", tries = 100)
  void whatIsKeptIsEnoughAndNoHigherThresholdKeepsIt(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 1000) int kept) {
    random(seed);
    int threshold = CascadeThreshold.choose(fast, accurate, 1000 * kept);
    assertThat(share(threshold)).isGreaterThanOrEqualTo(kept / 1000.0 - 1e-12);
    assertThat(share(threshold + 1)).isLessThan(kept / 1000.0);
  }

  @Property(seed = "1", tries = 100)
  void whoWantsMoreGetsNoHigherThreshold(@ForAll long seed, @ForAll @IntRange(max = 999) int kept) {
    random(seed);
    assertThat(CascadeThreshold.choose(fast, accurate, 1000 * (kept + 1)))
        .isLessThanOrEqualTo(CascadeThreshold.choose(fast, accurate, 1000 * kept));
  }

  @Property(seed = "1", tries = 50)
  void theOrderOfPassagesDoesNotMatter(@ForAll long seed) {
    random(seed);
    int threshold = CascadeThreshold.choose(fast, accurate, 980_000);
    Collections.shuffle(fast, new Random(seed));
    Collections.shuffle(accurate, new Random(seed));
    assertThat(CascadeThreshold.choose(fast, accurate, 980_000)).isEqualTo(threshold);
  }

  /** The smaller share of the two masses at or above a threshold. */
  private double share(int threshold) {
    double[] above = new double[2];
    double[] all = new double[2];
    for (int i = 0; i < fast.size(); i++) {
      var one = accurate.get(i);
      double[] masses = {one.weight() * one.p().doom(), one.weight() * one.p().tractable()};
      for (int k = 0; k < 2; k++) {
        all[k] += masses[k];
        above[k] += CascadeHeader.passes(fast.get(i).p(), threshold) ? masses[k] : 0;
      }
    }
    return Math.min(above[0] / all[0], above[1] / all[1]);
  }
}
