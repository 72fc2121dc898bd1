package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxEncoderTest {

  private static final List<String> TEXTS = Made.PASSAGES.stream().map(LabelledPassage::text).toList();

  private final Encoder encoder = Tiny.encoder();

  @Test
  void wordsItKnowsRaiseTheirClass() {
    assertThat(largest(encoder.score("The machine lied to us"))).isEqualTo(StanceClass.DOOM);
    assertThat(largest(encoder.score("the AI cured the patient"))).isEqualTo(StanceClass.TRACTABLE);
    assertThat(largest(encoder.score("the model's license and version"))).isEqualTo(StanceClass.NEUTRAL);
    assertThat(largest(encoder.score("rain in the garden"))).isEqualTo(StanceClass.NOT_AI);
  }

  @Test
  void aTextScoresTheSameAloneAndAfterOthers() {
    var alone = Encoders.open(EncoderFiles.onClassPath());
    var first = TEXTS.stream().map(alone::score).toList();
    var order = new ArrayList<Integer>();
    for (int i = 0; i < TEXTS.size(); i++) {
      order.addAll(List.of(i, i));
    }
    Collections.shuffle(order, new Random(5));
    var another = Encoders.open(EncoderFiles.onClassPath());
    for (int i : order) {
      assertThat(another.score(TEXTS.get(i))).as(TEXTS.get(i)).isEqualTo(first.get(i));
    }
  }

  @Test
  @Timeout(60)
  void fourThreadsAtOnceScoreAsOneDoes() throws Exception {
    var expected = TEXTS.stream().map(encoder::score).toList();
    var start = new CountDownLatch(4);
    Callable<List<double[]>> task =
        () -> {
          start.countDown();
          start.await();
          var scores = new ArrayList<double[]>();
          for (int round = 0; round < 5; round++) {
            scores = new ArrayList<>(TEXTS.stream().map(encoder::score).toList());
          }
          return scores;
        };
    var threads = Executors.newFixedThreadPool(4);
    try {
      for (var scores : threads.invokeAll(Collections.nCopies(4, task))) {
        for (int i = 0; i < expected.size(); i++) {
          assertThat(scores.get().get(i)).isEqualTo(expected.get(i));
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t\r\n", "\u0000\u0001", "\u200b"})
  void textsWithoutPiecesHaveNoScores(String text) {
    assertThat(encoder.score(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uD83E\uDD16\uD83D\uDC80", "بصمة الذكاء الاصطناعي", "machine",
        "\uD83D alone", "友達のロボット",
        "[SEP] [CLS] [PAD] [MASK]", "Z\u0334\u0335\u0336a\u0300\u0301", "\u202Eright to left\u202C"
      })
  void anyOtherTextHasFourFiniteScores(String text) {
    assertThat(encoder.score(text)).hasSize(4).doesNotContain(Double.NaN);
  }

  @Property(seed = "1", tries = 200)
  void noTextBreaksIt(@ForAll String text) {
    double[] scores = encoder.score(text);
    assertThat(scores == null || scores.length == 4).isTrue();
  }

  @Test
  void tenMegabytesTakeNoLongerThanTheirEnds() {
    String head = "The machine lied to us. ".repeat(500).substring(0, 4000);
    String tail = "and the rain in the garden. ".repeat(500).substring(0, 4000);
    String text = head + "quokka ".repeat(1_500_000) + tail;
    long start = System.nanoTime();
    double[] scores = encoder.score(text);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(scores).isEqualTo(encoder.score(head + " " + tail));
    assertThat(encoder.score("x".repeat(10_000_000))).hasSize(4);
  }

  @Test
  void beyond254PiecesOnlyTheEndsCount() {
    String head = "lied to us ".repeat(43).substring(0, 11 * 43 - 1); // 129 pieces
    String words = "the garden ".repeat(70);
    assertThat(encoder.score(head + " cup cup cup " + words)).isEqualTo(encoder.score(head + " road " + words));
    String short129 = "lied to us ".repeat(42);
    assertThat(encoder.score(short129 + "cup " + words)).isNotEqualTo(encoder.score(short129 + "road " + words));
  }

  @ParameterizedTest
  @CsvSource({
    "other-output.onnx, logits FLOAT[1; 4]",
    "three-scores.onnx, scores FLOAT[1; 3]",
    "two-inputs.onnx, attention_mask INT64[1; -1]",
    "float-input.onnx, input_ids FLOAT[1; -1]"
  })
  void networksOfAnotherFormAreRefusedByWhatTheyAre(String name, String what) {
    assertThatThrownBy(() -> Encoders.sha256(Tiny.file(name)))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("Cannot load the encoder (")
        .hasMessageContaining(what.replace(';', ','))
        .hasMessageContaining("not input_ids INT64[1, -1] -> scores FLOAT[1, 4]")
        .hasMessageEndingWith("use fast, which needs no encoder");
  }

  @Test
  void answersThatAreNoNumbersAreErrors() {
    var broken = Encoders.open(EncoderFiles.at(Tiny.file("not-a-number.onnx")));
    assertThatThrownBy(() -> broken.score("a word"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("its answer is NaN");
    assertThat(broken.score("")).isNull();
  }

  @Test
  void damagedFilesAreRefused() {
    var whole = EncoderFiles.onClassPath();
    byte[] half = Arrays.copyOf(whole.onnx(), whole.onnx().length / 2);
    assertRefused(new EncoderFiles("half", half, whole.tokenizer()), "its network cannot be read");
    assertRefused(new EncoderFiles("none", new byte[0], whole.tokenizer()), "its network cannot be read");
    byte[] json = Arrays.copyOf(whole.tokenizer(), whole.tokenizer().length / 2);
    assertRefused(new EncoderFiles("half", whole.onnx(), json), "cannot be opened");
    assertRefused(new EncoderFiles("none", whole.onnx(), new byte[0]), "cannot be opened");
  }

  private static void assertRefused(EncoderFiles files, String why) {
    assertThatThrownBy(() -> Encoders.open(files))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("Cannot load the encoder (" + files.origin() + "): ")
        .hasMessageContaining(why)
        .hasMessageNotContainingAny("\n");
  }

  private static StanceClass largest(double[] scores) {
    int best = 0;
    for (int k = 1; k < scores.length; k++) {
      best = scores[k] > scores[best] ? k : best;
    }
    return StanceClass.at(best);
  }
}
