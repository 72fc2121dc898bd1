package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackedFitTest {

  private final List<double[]> scores = new ArrayList<>();
  private final List<StanceClass> truth = new ArrayList<>();

  /** Passages whose class only one of the two scorers sees: doom and tractable the encoder, the others the linear. */
  StackedFitTest() {
    for (int i = 0; i < 80; i++) {
      double[] row = new double[StackedHead.SCORES];
      var k = StanceClass.at(i % 4);
      row[k.ordinal() < 2 ? k.ordinal() : 4 + k.ordinal()] = 1 + Hash.uniform(1, 1, i);
      row[7 - i % 8] += Hash.uniform(1, 2, i);
      scores.add(row);
      truth.add(k);
    }
  }

  @Test
  void theHeadTakesFromEachScorerWhatItKnows() {
    var head = StackedFit.fit(scores, truth, StackedSettings.defaults());
    int right = 0;
    for (int i = 0; i < scores.size(); i++) {
      double[] z = head.score(scores.get(i));
      int best = 0;
      for (int k = 1; k < z.length; k++) {
        best = z[k] > z[best] ? k : best;
      }
      right += best == truth.get(i).ordinal() ? 1 : 0;
    }
    assertThat(right).isGreaterThan(75);
    assertThat(head.weights().get(0)).isPositive();
    assertThat(head.weights().get(3 * StackedHead.ROW + 7)).isPositive();
  }

  @Test
  void aHarderPenaltyShrinksTheWeights() {
    double soft = size(StackedFit.fit(scores, truth, new StackedSettings(1_000, 500, 0)));
    double hard = size(StackedFit.fit(scores, truth, new StackedSettings(1_000_000_000, 500, 0)));
    assertThat(hard).isPositive().isLessThan(soft / 5);
  }

  @Test
  void rareClassesCountAsMuchAsFrequentOnes() {
    for (int i = 0; i < 400; i++) {
      scores.add(new double[StackedHead.SCORES]);
      truth.add(StanceClass.NEUTRAL);
    }
    double[] z = StackedFit.fit(scores, truth, StackedSettings.defaults()).score(scores.get(0));
    Softmax.inPlace(z);
    assertThat(z[0]).isGreaterThan(0.8);
  }

  @Test
  void aMissingClassLeavesNoNumberUndefined() {
    Collections.replaceAll(truth, StanceClass.DOOM, StanceClass.NOT_AI);
    assertThat(StackedFit.fit(scores, truth, StackedSettings.defaults()).score(scores.get(0)))
        .doesNotContain(Double.NaN);
  }

  @Test
  void scoresAreJoinedEncoderFirst() {
    long[] weights = new long[4 * StackedHead.ROW];
    weights[0] = 2_000_000_000L; // doom from the encoder's first
    weights[StackedHead.ROW + 4] = 3_000_000_000L; // tractable from the linear model's first
    weights[2 * StackedHead.ROW + 8] = 500_000_000L; // neutral's intercept
    var head = new StackedHead(SoftMatrix.boxed(weights));
    double[] z = head.score(new double[] {5, 0, 0, 0}, new double[] {7, 0, 0, 0});
    assertThat(z).containsExactly(new double[] {10, 21, 0.5, 0}, within(1e-12));
  }

  @Test
  void headsAndSettingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new StackedHead(List.of(1L))).hasMessageContaining("1 weights");
    assertThatThrownBy(() -> new StackedSettings(0, 1, 0)).hasMessageContaining("penalty 0");
    assertThatThrownBy(() -> new StackedSettings(1, 0, 0)).hasMessageContaining("0 iterations");
    assertThatThrownBy(() -> new StackedSettings(1, 1, 1_000_001)).hasMessageContaining("1000001 millionths");
    assertThatThrownBy(() -> new StackedSettings(1, 1, -1)).hasMessageContaining("-1 millionths");
  }

  private static double size(StackedHead head) {
    double sum = 0;
    for (int i = 0; i < head.weights().size(); i++) {
      sum += i % StackedHead.ROW == StackedHead.SCORES ? 0 : Math.abs(head.weights().get(i) * 1e-9);
    }
    return sum;
  }
}
