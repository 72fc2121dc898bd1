package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinearModelTest {

  @Test
  void whatItLearnedItKnows() {
    long right =
        Made.PASSAGES.stream()
            .filter(one -> Decision.MOST_PROBABLE.classOf(Made.MODEL.judge(one.text())) == StanceClass.of(one.label()))
            .count();
    assertThat(right).isGreaterThan(Made.PASSAGES.size() / 2);
  }

  @Test
  void textWithoutTokensIsNotAboutAi() {
    for (String text : new String[] {"", "   \n", "\uD83D\uDC80\uD83D\uDC80", "→ … ‽"}) {
      assertThat(Made.MODEL.judge(text)).isEqualTo(Probabilities.NOT_AI);
    }
  }

  @Test
  void oneWordAndRightToLeftTextAreJudged() {
    assertThat(Made.MODEL.judge("machine").doom()).isBetween(0, Probabilities.ONE);
    assertThat(Made.MODEL.judge("بصمة الذكاء الاصطناعي")).isNotNull();
  }

  @Test
  void tenMegabytesAreJudged() {
    String text = "The machine deceives us and will not stop. ".repeat(240_000);
    assertThat(Made.MODEL.judge(text).doom()).isGreaterThan(900_000);
  }

  /** However many n-grams there are, each is counted: the sums are held to one that looks each up as it comes. */
  @Property(seed = "1", tries = 60)
  void scoresAreSumsOverAllNGrams(@ForAll @IntRange(min = 1, max = 1200) int words) {
    var weights = Made.MODEL.weights();
    var text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i % 7 == 0 ? "machine " : "word" + (char) ('a' + i * 31 % 26) + ' ');
    }
    var sums = new long[StanceClass.COUNT];
    int tokens =
        NGrams.visit(
            text.toString(),
            weights.features(),
            (bucket, start, end) -> {
              for (int k = 0; k < sums.length; k++) {
                sums[k] += weights.weights()[StanceClass.COUNT * bucket + k];
              }
            });
    double[] scores = weights.score(text.toString());
    for (int k = 0; k < sums.length; k++) {
      assertThat(scores[k]).isEqualTo(weights.intercept(k) + weights.unit(tokens) * sums[k]);
    }
  }

  @Property(seed = "1")
  void probabilitiesOfAnyTextAddUpToOne(@ForAll String text) {
    var p = Made.MODEL.judge(text);
    assertThat(p.doom() + p.tractable() + p.mixed() + p.neutral() + p.notAi()).isEqualTo(Probabilities.ONE);
  }

  @Test
  void aCopySentToAWorkerJudgesTheSame() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(Made.MODEL);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      var copy = (LinearModel) in.readObject();
      assertThat(copy.digest()).isEqualTo(Made.MODEL.digest());
      Made.PASSAGES.forEach(one -> assertThat(copy.judge(one.text())).isEqualTo(Made.MODEL.judge(one.text())));
    }
  }

  @Test
  void theShippedModelLoadsAndPrefersTheRightStance() {
    var fast = Models.load("fast", null);
    assertThat(fast.name()).isEqualTo("fast");
    assertThat(fast.digest()).matches("[0-9a-f]{64}");
    var doom = fast.judge("Superintelligent AI will deceive us, escape our control and kill everyone on the planet.");
    var calm = fast.judge("The model has 7 billion parameters and was trained on 2 trillion tokens of text.");
    assertThat(doom.doom()).isGreaterThan(10 * calm.doom());
    assertThat(fast.operatingThreshold()).isBetween(1, Probabilities.ONE);
    assertThat(fast.softMatrix().randomPassages()).containsExactly(91, 71, 1457, 377);
  }

  @Test
  void theShippedModelJudgesTheSameOnAnyMachine() {
    // Pinned when the model was trained: an arithmetic or Unicode difference of a runtime shows here.
    String text =
        "Will the A.I. turn on us? “No,” she said: it’s 2 years old. Ünser Freund — 友達 https://x.y";
    var p = Models.load("fast", null).judge(text);
    assertThat(p).isEqualTo(new Probabilities(379515, 17991, 2470, 477648, 122376));
  }

  @Test
  void filesThatAreNotThereAreNamed() {
    assertThatThrownBy(() -> Models.load("fast", "no/such.model"))
        .isInstanceOf(ModelException.class)
        .hasMessage("Cannot load model no/such.model: there is no such file");
    assertThatThrownBy(() -> Models.load("fast", "a\0b")).isInstanceOf(ModelException.class);
    assertThatThrownBy(() -> Models.load("slow", null)).hasMessageContaining("none of fast, accurate, cascade");
  }

  @Test
  void equalPriorsRaiseRareClasses() {
    var even = new PriorShift(Made.MODEL);
    String text = "Nothing here is known to it";
    var p = Made.MODEL.judge(text);
    var q = even.judge(text);
    assertThat(q.mixed() + q.neutral() + q.doom() + q.tractable() + q.notAi()).isEqualTo(Probabilities.ONE);
    assertThat(even.digest()).isEqualTo(Made.MODEL.digest());
    long[] drawn = Made.MODEL.softMatrix().randomPassages();
    boolean doomRarer = drawn[0] < drawn[2];
    assertThat(q.doom() * (long) p.neutral() > p.doom() * (long) q.neutral()).isEqualTo(doomRarer);
  }
}
