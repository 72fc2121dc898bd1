package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StackingTest {

  private final StackedReport report = Made.STACKED;

  @Test
  void trainingTwiceGivesTheSameBytesWhateverTheOrder() {
    var passages = new ArrayList<>(Made.PASSAGES);
    Collections.shuffle(passages, new Random(3));
    var lines = new ArrayList<>(Made.SCORE_LINES);
    Collections.shuffle(lines, new Random(4));
    var again = Trainer.stacked(passages, Made.SETTINGS, Made.scores(lines), Tiny.SHA256);
    assertThat(ModelFile.bytes(again.models())).isEqualTo(ModelFile.bytes(Made.MODELS));
  }

  @Test
  void theFastModelIsTheSameWithAnEncoderAndWithout() {
    assertThat(Made.MODELS.fast().digest()).isEqualTo(Made.MODEL.digest());
    assertThat(report.fast().judged()).isEqualTo(Made.REPORT.judged());
  }

  @Test
  void otherScoresGiveOtherModelsButTheFastOne() {
    var lines = new ArrayList<>(Made.SCORE_LINES);
    lines.set(0, lines.get(0).replaceAll("\t[^\t]*$", "\t0.125"));
    var other = Trainer.stacked(Made.PASSAGES, Made.SETTINGS, Made.scores(lines), Tiny.SHA256).models();
    assertThat(other.fast().digest()).isEqualTo(Made.MODEL.digest());
    assertThat(other.accurate().orElseThrow().digest()).isNotEqualTo(Made.ACCURATE.digest());
    assertThat(other.cascade().orElseThrow().digest()).isNotEqualTo(Made.CASCADE.digest());
  }

  @Test
  void scoresThatKnowTheAnswerMakeABetterModel() {
    var known = Trainer.stacked(Made.PASSAGES, Made.SETTINGS, Made.scores(knowing(Made.SCORE_LINES)), Tiny.SHA256);
    assertThat(known.accurate().figures().get("macro_f1").value())
        .isGreaterThan(0.95)
        .isGreaterThan(report.fast().natural().figures().get("macro_f1").value());
  }

  @Test
  void noPassageIsJudgedByAHeadThatSawIt() {
    // In one fold the encoder is right, elsewhere it says the same of all: only a head that saw the fold itself
    // could learn that there its scores mean something.
    int fold = Made.REPORT.foldOfFamily().get("tales");
    var lines = new ArrayList<String>();
    for (int i = 0; i < Made.PASSAGES.size(); i++) {
      boolean inside = Made.SCORE_LINES.get(i).split("\t")[1].equals("" + fold);
      lines.add(inside ? knowing(Made.SCORE_LINES).get(i) : withScores(i, new double[4]));
    }
    var leaky = Trainer.stacked(Made.PASSAGES, Made.SETTINGS, Made.scores(lines), Tiny.SHA256);
    var flat = Made.PASSAGES.stream().map(one -> withScores(Made.PASSAGES.indexOf(one), new double[4])).toList();
    var blind = Trainer.stacked(Made.PASSAGES, Made.SETTINGS, Made.scores(flat), Tiny.SHA256);
    assertThat(rightIn(leaky, "tales")).isEqualTo(rightIn(blind, "tales"));
  }

  @Test
  void bothAreCalibratedWeighedAndMeasuredLikeTheFastOne() {
    for (var judged : List.of(report.accurateJudged(), report.cascadeJudged())) {
      assertThat(judged).hasSize(60);
      for (var k : StanceClass.values()) {
        var ofClass = judged.stream().filter(one -> one.truth() == k).toList();
        double weights = ofClass.stream().mapToDouble(Judged::weight).sum();
        assertThat(weights).isCloseTo(ofClass.stream().filter(one -> one.passage().random()).count(), within(1e-9));
      }
    }
    var random = report.accurateJudged().stream().filter(one -> one.passage().random()).toList();
    for (var k : StanceClass.values()) {
      double expected = random.stream().mapToDouble(one -> k.of(one.p()) / 1e6).sum();
      assertThat(expected).isCloseTo(random.stream().filter(one -> one.truth() == k).count(), within(0.3));
    }
    assertThat(Made.ACCURATE.quality().figures())
        .extracting(Measured::name)
        .contains("macro_f1", "doom.average_precision");
    assertThat(Made.ACCURATE.softMatrix()).isNotEqualTo(Made.MODEL.softMatrix());
    assertThat(Made.CASCADE.softMatrix().randomPassages()).isEqualTo(Made.MODEL.softMatrix().randomPassages());
  }

  @Test
  void theCascadesOutOfFoldJudgementsAreThoseOfItsParts() {
    int passed = 0;
    int random = 0;
    for (int i = 0; i < 60; i++) {
      var fast = report.fast().judged().get(i);
      boolean passes = CascadeHeader.passes(fast.p(), Made.CASCADE.threshold());
      random += fast.passage().random() ? 1 : 0;
      passed += passes && fast.passage().random() ? 1 : 0;
      assertThat(report.cascadeJudged().get(i).p())
          .isEqualTo(passes ? report.accurateJudged().get(i).p() : fast.p());
    }
    var measured = Made.CASCADE.quality().figures().get(Made.CASCADE.quality().figures().size() - 1);
    assertThat(measured.name()).isEqualTo("passed");
    assertThat(measured.value() / 1e6).isCloseTo(passed / (double) random, within(1e-6));
    assertThat(measured.low()).isLessThanOrEqualTo(measured.value());
    assertThat(measured.high()).isGreaterThanOrEqualTo(measured.value());
  }

  @Test
  void theReportShowsAllThree() {
    assertThat(report.toText())
        .contains(Made.MODEL.digest(), Made.ACCURATE.digest(), Made.CASCADE.digest())
        .contains(Tiny.SHA256, "Hands on from fast");
  }

  @Test
  void theModelsHoldNoTrainingText() {
    String file = new String(ModelFile.bytes(Made.MODELS), StandardCharsets.ISO_8859_1);
    assertThat(file).doesNotContain("technicians").doesNotContain("airlock");
  }

  @Test
  void scoresThatDoNotFitAreRefusedBeforeAnythingIsTrained() {
    var some = Made.scores(Made.SCORE_LINES.subList(1, 60));
    long start = System.nanoTime();
    assertThatThrownBy(() -> Trainer.stacked(Made.PASSAGES, Made.SETTINGS, some, Tiny.SHA256))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("1 of 60 drawn passages are missing");
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
  }

  private static List<String> knowing(List<String> lines) {
    var knowing = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      double[] scores = new double[4];
      scores[StanceClass.of(Made.PASSAGES.get(i).label()).ordinal()] = 5;
      knowing.add(withScores(i, scores));
    }
    return knowing;
  }

  private static String withScores(int i, double[] scores) {
    String[] fields = Made.SCORE_LINES.get(i).split("\t");
    return "%s\t%s\t%s\t%s\t%s\t%s".formatted(fields[0], fields[1], scores[0], scores[1], scores[2], scores[3]);
  }

  private static long rightIn(StackedReport report, String source) {
    return report.accurateJudged().stream()
        .filter(one -> one.passage().source().equals(source))
        .filter(one -> one.said() == one.truth())
        .count();
  }
}
