package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  @Test
  void perfectJudgementsScoreOne() {
    var evaluation = Evaluation.ofJudged(List.of(sure(Stance.DOOM, 0), sure(Stance.NEUTRAL, 3)), 1);
    assertThat(value(evaluation, "macro_f1")).isEqualTo(1);
    assertThat(value(evaluation, "doom.average_precision")).isEqualTo(1);
    assertThat(value(evaluation, "ece")).isZero();
    assertThat(value(evaluation, "flips")).isZero();
  }

  @Test
  void figuresOfAHandCountedCase() {
    var evaluation =
        Evaluation.ofJudged(
            List.of(
                sure(Stance.DOOM, 0),
                sure(Stance.DOOM, 1),
                sure(Stance.TRACTABLE, 1),
                sure(Stance.NEUTRAL, 0),
                sure(Stance.NEUTRAL, 3)),
            1);
    assertThat(value(evaluation, "doom.precision")).isEqualTo(0.5);
    assertThat(value(evaluation, "doom.recall")).isEqualTo(0.5);
    assertThat(value(evaluation, "tractable.f1")).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(value(evaluation, "neutral.f1")).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(value(evaluation, "macro_f1")).isCloseTo((0.5 + 2.0 / 3 + 2.0 / 3) / 3, within(1e-12));
    assertThat(value(evaluation, "flips")).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(value(evaluation, "accuracy")).isEqualTo(0.6);
    assertThat(value(evaluation, "ece")).isCloseTo(0.4, within(1e-12));
    assertThat(value(evaluation, "not_ai.f1")).isNaN();
    assertThat(evaluation.confusion()[0]).containsExactly(1, 1, 0, 0);
  }

  @Test
  void mixedCountsAsNeutral() {
    var evaluation = Evaluation.ofJudged(List.of(sure(Stance.MIXED, 3), sure(Stance.NEUTRAL, 2)), 1);
    assertThat(value(evaluation, "accuracy")).isEqualTo(1);
  }

  @Test
  void intervalsHoldTheirValueAndNarrowWithMorePassages() {
    var few = new ArrayList<Judged>();
    for (int i = 0; i < 20; i++) {
      few.add(sure(i % 2 == 0 ? Stance.DOOM : Stance.NEUTRAL, i % 4 == 0 ? 3 : 0));
    }
    var many = new ArrayList<Judged>();
    for (int i = 0; i < 20; i++) {
      many.addAll(few);
    }
    var narrow = Evaluation.ofJudged(many, 1).figures().get("doom.f1");
    var wide = Evaluation.ofJudged(few, 1).figures().get("doom.f1");
    assertThat(narrow.value()).isCloseTo(wide.value(), within(1e-12)).isBetween(narrow.low(), narrow.high());
    assertThat(narrow.high() - narrow.low()).isLessThan((wide.high() - wide.low()) / 2);
  }

  @Test
  void slicesCoverGenreLengthSourceAndSureness() {
    var evaluation = Evaluation.of(Made.PASSAGES, Made.MODEL);
    assertThat(evaluation.slices())
        .containsKeys("genre=essay", "genre=fiction", "source=tales", "reader=sure", "reader=unsure");
    assertThat(evaluation.slices().get("genre=essay").figures()).containsKey("tractable.average_precision");
    int essays = evaluation.slices().get("genre=essay").passages();
    assertThat(essays + evaluation.slices().get("genre=fiction").passages()).isEqualTo(Made.PASSAGES.size());
  }

  @Test
  void lengthsAreBandedByQuartiles() {
    var judged = new ArrayList<Judged>();
    for (int words : new int[] {3, 4, 5, 6, 10, 11, 12, 400}) {
      judged.add(ofWords(words));
    }
    assertThat(Evaluation.ofJudged(judged, 1).slices().keySet())
        .filteredOn(name -> name.startsWith("words="))
        .containsExactly("words=0003-0004", "words=0005-0009", "words=0010-0011", "words=0012-0400");
  }

  @Test
  void equalLengthsAreOneBand() {
    var judged = List.of(ofWords(7), ofWords(7), ofWords(7), ofWords(7), ofWords(9));
    var slices = Evaluation.ofJudged(judged, 1).slices();
    assertThat(slices.keySet())
        .filteredOn(name -> name.startsWith("words="))
        .containsExactly("words=0007-0009");
    assertThat(slices.get("words=0007-0009").passages()).isEqualTo(5);
  }

  /** Passages of one source, every third of them misjudged, some few of another. */
  private static List<Judged> ofTwoSources(int many, int few) {
    var judged = new ArrayList<Judged>();
    for (int i = 0; i < many + few; i++) {
      var truth = i % 2 == 0 ? Stance.DOOM : Stance.NEUTRAL;
      var one = sure(truth, i % 3 == 0 ? 1 : i % 2 == 0 ? 0 : 3);
      var passage = LabelledPassage.of("text", truth, i < many ? "many" : "few");
      judged.add(new Judged(passage, one.p(), 1, 5));
    }
    return judged;
  }

  @Test
  void slicesCarryTheIntervalsOfTheirOwnPassages() {
    var evaluation = Evaluation.ofJudged(ofTwoSources(200, 29), 1);
    var many = evaluation.slices().get("source=many").figures();
    for (var name : List.of("macro_f1", "accuracy", "doom.f1", "neutral.f1")) {
      var figure = many.get(name);
      assertThat(figure.value()).as(name).isBetween(figure.low(), figure.high());
      assertThat(figure.high() - figure.low()).as(name).isBetween(0.05, 0.3);
    }
    assertThat(many.get("accuracy").low()).isLessThan(many.get("accuracy").value());
    assertThat(many.get("ece").bounded()).isFalse();
    assertThat(many.get("not_ai.f1").value()).isNaN();
    assertThat(many.get("not_ai.f1").bounded()).isFalse();
  }

  @Test
  void aSliceThatHoldsAllIsRedrawnAsTheWhole() {
    var evaluation = Evaluation.ofJudged(ofTwoSources(120, 0), 7);
    var slice = evaluation.slices().get("source=many").figures();
    for (var name : List.of("macro_f1", "accuracy", "doom.f1", "tractable.f1", "neutral.f1", "not_ai.f1")) {
      assertThat(slice.get(name)).as(name).isEqualTo(evaluation.figures().get(name));
    }
    assertThat(Evaluation.ofJudged(ofTwoSources(120, 0), 8).slices()).isNotEqualTo(evaluation.slices());
    assertThat(Evaluation.ofJudged(ofTwoSources(120, 0), 7).slices()).isEqualTo(evaluation.slices());
  }

  @Test
  void smallSlicesHaveNoIntervalsAndSaySo() throws Exception {
    var evaluation = Evaluation.ofJudged(ofTwoSources(200, 29), 1);
    assertThat(evaluation.slices().get("source=few").figures().values()).noneMatch(Evaluation.Interval::bounded);
    assertThat(Evaluation.ofJudged(ofTwoSources(200, 30), 1).slices().get("source=few").figures().get("accuracy"))
        .matches(Evaluation.Interval::bounded);
    assertThat(evaluation.toText())
        .contains("Slices of fewer than 30 passages have no intervals")
        .containsPattern("source=many +200  0\\.[0-9]{3} \\[0\\.[0-9]{2}, 0\\.[0-9]{2}\\] +0\\.665 \\[0\\.")
        .containsPattern("source=few +29  0\\.[0-9]{3} +0\\.[0-9]{3} +0\\.");
    assertThat(evaluation.toText().lines()).allMatch(line -> line.length() <= 165);
    assertThat(Evaluation.ofJudged(ofTwoSources(200, 0), 1).toText()).doesNotContain("no intervals");
    var json = new ObjectMapper().readTree(evaluation.toJson());
    assertThat(json.at("/slice_intervals_from").asInt()).isEqualTo(30);
    assertThat(json.at("/slices/source=few/intervals").isNull()).isTrue();
    assertThat(json.at("/slices/source=few/accuracy").isNumber()).isTrue();
    var many = json.at("/slices/source=many");
    assertThat(many.at("/accuracy").asDouble())
        .isBetween(many.at("/intervals/accuracy/low").asDouble(), many.at("/intervals/accuracy/high").asDouble());
    assertThat(many.at("/intervals").fieldNames()).toIterable()
        .containsExactly("macro_f1", "accuracy", "doom.f1", "tractable.f1", "neutral.f1");
  }

  private static Judged ofWords(int words) {
    var one = sure(Stance.DOOM, 0);
    return new Judged(one.passage(), one.p(), 1, words);
  }

  @Test
  void jsonHoldsTheFiguresAndNullsForTheUndefined() throws Exception {
    var json = new ObjectMapper().readTree(Evaluation.ofJudged(List.of(sure(Stance.DOOM, 0)), 1).toJson());
    assertThat(json.at("/figures/doom.f1/value").asDouble()).isEqualTo(1);
    assertThat(json.at("/figures/tractable.f1/value").isNull()).isTrue();
    assertThat(json.at("/confusion/doom/doom").asInt()).isEqualTo(1);
    assertThat(json.at("/passages").asInt()).isEqualTo(1);
  }

  @Test
  void textIsATableWithoutUndefinedNumbers() {
    String text = Evaluation.of(Made.PASSAGES, Made.MODEL).toText();
    assertThat(text).contains("macro_f1").contains("tractable").contains("genre=fiction").doesNotContain("NaN");
    assertThat(text).doesNotContain("%n").doesNotContain("\r");
  }

  @Test
  void hostileSourceNamesDoNotBreakTheTable() {
    var passage = LabelledPassage.of("text", Stance.DOOM, "a\u001b[31m\nb%s");
    var judged = new Judged(passage, new Probabilities(Probabilities.ONE, 0, 0, 0, 0), 1, 1);
    assertThat(Evaluation.ofJudged(List.of(judged), 1).toText()).contains("source=a?[31m?b%s");
  }

  @Test
  void nothingToEvaluateIsAnError() {
    assertThatThrownBy(() -> Evaluation.of(List.of(), Made.MODEL)).isInstanceOf(PassageSetException.class);
  }

  private static double value(Evaluation evaluation, String figure) {
    return evaluation.figures().get(figure).value();
  }

  private static Judged sure(Stance truth, int judged) {
    int[] p = new int[5];
    p[judged] = Probabilities.ONE;
    return new Judged(
        LabelledPassage.of("text", truth, "s"), new Probabilities(p[0], p[1], p[2], p[3], p[4]), 1, 5);
  }
}
