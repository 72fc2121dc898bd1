package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterweight.virality.Figure;
import org.counterweight.virality.PriorShift;
import org.junit.jupiter.api.Test;

class AchievedTest {

  private static final String JUDGED =
      "the plan's expected words are as judged: the classifier's errors are not corrected";

  @Test
  void aPlanOnCorrectedWordsIsLeftAsItIs() {
    var figure = new Figure(1.1, 0.9, 1.4, true, "one-sided");
    assertThat(Achieved.noted(figure, new PriorShift(2, 1, 1, 1, ""))).isEqualTo(figure);
  }

  @Test
  void aPlanOnWordsAsJudgedSaysSoOnce() {
    var figure = Figure.notIdentifiable("too few works");
    assertThat(Achieved.noted(figure, PriorShift.none("too few works")))
        .isEqualTo(Figure.notIdentifiable("too few works; " + JUDGED));
  }

  @Test
  void aFigureWithAnotherReasonGetsBoth() {
    var figure = Achieved.noted(Figure.of(0.2, 0.1, 0.3), PriorShift.none("too few works"));
    assertThat(figure.value()).isEqualTo(0.2);
    assertThat(figure.identifiable()).isTrue();
    assertThat(figure.reason())
        .isEqualTo(JUDGED + ", since corrected odds are not identifiable: too few works");
  }
}
