package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DecisionTest {

  private static final Probabilities LEANING = Probabilities.of(0.3, 0.1, 0.02, 0.48, 0.1);

  @Test
  void withoutWeightsTheMostProbableIsNamed() {
    assertThat(Decision.MOST_PROBABLE.of(LEANING)).isEqualTo(Stance.NEUTRAL);
    assertThat(Decision.MOST_PROBABLE.of(Probabilities.NOT_AI)).isEqualTo(Stance.NOT_AI);
  }

  @Test
  void aWeightNamesARareStanceBeforeItIsLikeliest() {
    assertThat(new Decision(List.of(2000, 1000, 1000, 1000)).of(LEANING)).isEqualTo(Stance.DOOM);
    assertThat(new Decision(List.of(1600, 1000, 1000, 1000)).of(LEANING)).isEqualTo(Stance.NEUTRAL);
  }

  @Test
  void certaintyNeedsNoWeight() {
    var heavy = new Decision(List.of(16_000, 16_000, 1, 16_000));
    assertThat(heavy.of(new Probabilities(0, 0, 0, Probabilities.ONE, 0))).isEqualTo(Stance.NEUTRAL);
    assertThat(heavy.of(Probabilities.NOT_AI)).isEqualTo(Stance.NOT_AI);
  }

  @Test
  void mixedIsNamedWhereItIsLikelierThanNeutral() {
    assertThat(Decision.MOST_PROBABLE.of(Probabilities.of(0.1, 0.1, 0.5, 0.2, 0.1))).isEqualTo(Stance.MIXED);
  }

  @Test
  void weightsAreFourAndPositive() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Decision(List.of(1000, 1000, 1000)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Decision(List.of(1000, 0, 1000, 1000)));
  }

  @Property(seed = "1")
  void moreWeightNeverTakesAPassageAway(
      @ForAll @IntRange(max = 400_000) int doom,
      @ForAll @IntRange(max = 300_000) int tractable,
      @ForAll @IntRange(max = 300_000) int notAi,
      @ForAll @IntRange(min = 1000, max = 8000) int weight,
      @ForAll @IntRange(max = 8000) int more) {
    var p = new Probabilities(doom, tractable, 0, Probabilities.ONE - doom - tractable - notAi, notAi);
    boolean before = new Decision(List.of(weight, 1000, 1000, 1000)).of(p) == Stance.DOOM;
    boolean after = new Decision(List.of(weight + more, 1000, 1000, 1000)).of(p) == Stance.DOOM;
    assertThat(after || !before).isTrue();
  }

  @Test
  void searchFindsTheHalfOfF1RuleForACalibratedRareClass() {
    var random = new Random(4);
    var judged = new ArrayList<Judged>();
    for (int i = 0; i < 20_000; i++) {
      double p = 0.5 * Math.pow(random.nextDouble(), 6);
      var label = random.nextDouble() < p ? Stance.DOOM : Stance.NEUTRAL;
      judged.add(judged(label, Probabilities.of(p, 0, 0, 1 - p, 0), 1));
    }
    var found = DecisionSearch.find(judged);
    double best = f1(judged, found);
    double edge = 1.0 / (1 + found.weights().get(0) / 1000.0);
    assertThat(f1(judged, Decision.MOST_PROBABLE)).isLessThan(0.1);
    assertThat(best).isBetween(0.2, 0.5);
    assertThat(edge).isBetween(best / 2 - 0.08, best / 2 + 0.08);
  }

  @Test
  void searchLeavesAPerfectJudgeAlone() {
    var judged = new ArrayList<Judged>();
    for (var stance : List.of(Stance.DOOM, Stance.TRACTABLE, Stance.NEUTRAL, Stance.NOT_AI)) {
      var p = new double[5];
      p[stance.ordinal()] = 1;
      judged.addAll(Collections.nCopies(10, judged(stance, Probabilities.of(p), 1)));
    }
    assertThat(DecisionSearch.find(judged)).isEqualTo(Decision.MOST_PROBABLE);
    assertThat(DecisionSearch.find(List.of())).isEqualTo(Decision.MOST_PROBABLE);
  }

  @Test
  void searchCountsWeightsAndNotPassages() {
    var unsure = Probabilities.of(0.2, 0, 0, 0.8, 0);
    var judged = new ArrayList<Judged>();
    judged.addAll(Collections.nCopies(10, judged(Stance.DOOM, unsure, 0.001)));
    judged.addAll(Collections.nCopies(10, judged(Stance.NEUTRAL, unsure, 1)));
    assertThat(DecisionSearch.find(judged).of(unsure)).isEqualTo(Stance.NEUTRAL);
    Collections.replaceAll(judged, judged.get(0), judged(Stance.DOOM, unsure, 5));
    assertThat(DecisionSearch.find(judged).of(unsure)).isEqualTo(Stance.DOOM);
  }

  private static double f1(List<Judged> judged, Decision decision) {
    double both = 0;
    double either = 0;
    for (var one : judged) {
      boolean said = decision.of(one.p()) == Stance.DOOM;
      boolean is = one.passage().label() == Stance.DOOM;
      both += said && is ? 2 : 0;
      either += (said ? 1 : 0) + (is ? 1 : 0);
    }
    return both / either;
  }

  private static Judged judged(Stance label, Probabilities p, double weight) {
    return new Judged(new LabelledPassage("a", "text", label, true, Draw.RANDOM, "s", ""), p, weight, 1);
  }
}
