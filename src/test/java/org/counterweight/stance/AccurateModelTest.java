package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccurateModelTest {

  private final AccurateModel accurate = Made.ACCURATE;
  private final CascadeModel cascade = Made.CASCADE;

  @Test
  void itJoinsBothScorersAsItsHeadSays() {
    String text = Made.PASSAGES.get(0).text();
    double[] joined =
        accurate.header().head().score(Tiny.encoder().score(text), Made.MODEL.weights().score(text));
    assertThat(accurate.judge(text)).isEqualTo(accurate.header().calibration().judge(joined));
    assertThat(accurate.judge(text)).isNotEqualTo(Made.MODEL.judge(text));
  }

  @Test
  void belowItsThresholdTheCascadeIsTheFastModelAndFromThereOnTheAccurateOne() {
    var passedAt = new TreeMap<Integer, Integer>();
    for (int threshold : new int[] {0, 200_000, 500_000, 1_000_000}) {
      var model = cascadeAt(threshold);
      int passed = 0;
      for (var one : Made.PASSAGES) {
        var fast = Made.MODEL.judge(one.text());
        boolean passes = fast.doom() + fast.tractable() >= threshold;
        passed += passes ? 1 : 0;
        assertThat(model.judge(one.text())).isEqualTo(passes ? accurate.judge(one.text()) : fast);
      }
      passedAt.put(threshold, passed);
    }
    assertThat(passedAt.get(0)).isEqualTo(Made.PASSAGES.size());
    assertThat(passedAt.get(500_000)).isBetween(1, Made.PASSAGES.size() - 1);
    assertThat(passedAt.get(1_000_000)).isZero();
  }

  @Test
  void atItsVeryThresholdTheAccurateModelJudges() {
    String text = Made.PASSAGES.get(3).text();
    var fast = Made.MODEL.judge(text);
    int sum = fast.doom() + fast.tractable();
    assertThat(cascadeAt(sum).judge(text)).isEqualTo(accurate.judge(text));
    assertThat(cascadeAt(sum + 1).judge(text)).isEqualTo(fast);
  }

  @Test
  void aHigherThresholdNeverHandsOnMore() {
    for (var one : Made.PASSAGES) {
      var fast = Made.MODEL.judge(one.text());
      boolean before = true;
      for (int threshold = 0; threshold <= Probabilities.ONE; threshold += 50_000) {
        boolean passes = CascadeHeader.passes(fast, threshold);
        assertThat(before || !passes).isTrue();
        before = passes;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "\uD83D\uDC80\uD83D\uDC80", "→ … ‽", "\u0000\u0001"})
  void textsWithoutWordsAreNotAboutAi(String text) {
    assertThat(accurate.judge(text)).isEqualTo(Probabilities.NOT_AI);
    assertThat(cascade.judge(text)).isEqualTo(Probabilities.NOT_AI);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"machine", "بصمة الذكاء الاصطناعي", "\uD83E\uDD16 robot", "友達", "a\uD83D b"})
  void shortAndRightToLeftTextsAreJudged(String text) {
    assertThat(sum(accurate.judge(text))).isEqualTo(Probabilities.ONE);
    assertThat(sum(cascade.judge(text))).isEqualTo(Probabilities.ONE);
  }

  @Property(seed = "1", tries = 200)
  void probabilitiesOfAnyTextAddUpToOne(@ForAll String text) {
    assertThat(sum(accurate.judge(text))).isEqualTo(Probabilities.ONE);
  }

  @Test
  void tenMegabytesAreJudgedInBoundedTime() {
    String text = "The machine deceives us and will not stop. ".repeat(240_000);
    long start = System.nanoTime();
    assertThat(sum(accurate.judge(text))).isEqualTo(Probabilities.ONE);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void whatIsSentToAWorkerCarriesNoSessionAndJudgesTheSame() throws Exception {
    for (MeasuredClassifier model : List.of(accurate, cascade)) {
      byte[] bytes = serialised(model);
      assertThat(bytes.length).isLessThan(serialised(Made.MODEL).length + 60_000);
      var copy = (MeasuredClassifier) read(bytes);
      assertThat(copy.digest()).isEqualTo(model.digest());
      assertThat(copy.name()).isEqualTo(model.name());
      Made.PASSAGES.forEach(one -> assertThat(copy.judge(one.text())).isEqualTo(model.judge(one.text())));
    }
  }

  @Test
  void onAWorkerWithAnotherEncoderItRefusesToJudge() {
    var header = accurate.header();
    var other =
        new AccurateHeader(
            "f".repeat(64), header.scores(), header.settings(), header.head(), header.calibration(),
            header.quality());
    var model = ModelSet.of(Made.MODEL, other, cascade.header()).accurate().orElseThrow();
    assertThatThrownBy(() -> model.judge("The machine lied to us"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("the model was trained with ffff");
    assertThat(model.judge("")).isEqualTo(Probabilities.NOT_AI);
  }

  private CascadeModel cascadeAt(int threshold) {
    var own = cascade.header();
    var header = new CascadeHeader(threshold, own.quality());
    return ModelSet.of(Made.MODEL, accurate.header(), header).cascade().orElseThrow();
  }

  private static int sum(Probabilities p) {
    return p.doom() + p.tractable() + p.mixed() + p.neutral() + p.notAi();
  }

  private static byte[] serialised(Object object) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }
}
