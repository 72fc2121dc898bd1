package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.counterweight.stance.JudgedPassage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreCellsTest {

  private static final double[] EQUAL = {0.25, 0.25, 0.25, 0.25};

  private static List<JudgedPassage> passages(long seed, int count, double separation, double... shares) {
    var world = new Simulation(seed, separation);
    var passages = new ArrayList<JudgedPassage>();
    for (int i = 0; i < count; i++) {
      var p = Simulation.probabilities(world.scores(world.trueClass(shares)));
      passages.add(new JudgedPassage(0, 100, world.words(), p, p.stance()));
    }
    return passages;
  }

  private static ScoreCells sum(List<JudgedPassage> passages) {
    var cells = new ScoreCells();
    passages.forEach(cells::add);
    return cells;
  }

  @Property(seed = "1", tries = 50)
  void anySplitInAnyOrderGivesTheSameCells(@ForAll long seed, @ForAll @IntRange(max = 100) int cut) {
    var passages = passages(seed, 100, 2, EQUAL);
    var whole = sum(passages);
    Collections.shuffle(passages, new Random(seed));
    var merged = sum(passages.subList(cut, 100));
    merged.addAll(sum(passages.subList(0, cut)));
    assertThat(merged).isEqualTo(whole).hasSameHashCodeAs(whole);
    assertThat(merged.shares(EQUAL)).isEqualTo(whole.shares(EQUAL));
  }

  @ParameterizedTest
  @ValueSource(doubles = {2.5, 2, 1.5})
  void sharesFarFromTheCalibratedOnesAreFound(double separation) {
    double[] truth = {0.07, 0.21, 0.62, 0.1};
    double[] shares = sum(passages(3, 30_000, separation, truth)).shares(EQUAL);
    for (int k = 0; k < 4; k++) {
      assertThat(shares[k]).as("class %d", k).isCloseTo(truth[k], within(0.012));
    }
    assertThat(shares[0] + shares[1] + shares[2] + shares[3]).isCloseTo(1, within(1e-9));
  }

  /** Cells give what going through all passages again and again gives, to the third digit. */
  @Test
  void cellsLoseLittle() {
    var passages = passages(4, 4000, 2, 0.1, 0.2, 0.5, 0.2);
    double[] exact = EQUAL.clone();
    for (int round = 0; round < 500; round++) {
      double[] next = new double[4];
      double words = 0;
      for (var passage : passages) {
        double[] p = {
          passage.p().doom() * exact[0], passage.p().tractable() * exact[1],
          (passage.p().mixed() + passage.p().neutral()) * exact[2], passage.p().notAi() * exact[3]
        };
        double sum = p[0] + p[1] + p[2] + p[3];
        for (int k = 0; k < 4; k++) {
          next[k] += passage.words() * p[k] / sum;
        }
        words += passage.words();
      }
      for (int k = 0; k < 4; k++) {
        exact[k] = next[k] / words;
      }
    }
    double[] binned = sum(passages).shares(EQUAL);
    for (int k = 0; k < 4; k++) {
      assertThat(binned[k]).isCloseTo(exact[k], within(0.002));
    }
  }

  @Test
  void noPassagesHaveNoShares() {
    assertThat(new ScoreCells().shares(EQUAL)).containsOnly(Double.NaN);
  }
}
