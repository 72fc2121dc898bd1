package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncoderScoresTest {

  private static final String HEADER = "sha1\tfold\tdoom\ttractable\tneutral\tnot_ai\n";
  private static final String SHA1 = "a9993e364706816aba3e25717850c26c9cd0d89d"; // of "abc"

  private final List<Example> examples =
      Made.PASSAGES.stream().map(one -> Example.of(one, Made.SETTINGS.features())).toList();
  private final Folds folds = new Folds(Made.REPORT.foldOfFamily(), 4);

  @TempDir Path folder;

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("scores.tsv"), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void passagesAreKnownByTheSha1OfTheirUtf8() {
    assertThat(EncoderScores.keyOf("abc")).isEqualTo(SHA1);
    assertThat(EncoderScores.keyOf("é")).isEqualTo("bf15be717ac1b080b4f1c456692825891ff5073d");
  }

  @Test
  void eachExampleGetsItsOwnScoresInItsOrder() {
    var scores = Made.scores(Made.SCORE_LINES).of(examples, folds);
    for (int i = 0; i < examples.size(); i++) {
      assertThat(scores.get(i)).isEqualTo(Tiny.encoder().score(examples.get(i).passage().text()));
    }
  }

  @Test
  void neitherOrderNorDigitsOfTheLinesMatter() {
    var shuffled = new ArrayList<>(Made.SCORE_LINES);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(Made.scores(shuffled).sha256()).isEqualTo(Made.scores(Made.SCORE_LINES).sha256());
    assertThat(EncoderScores.read(file(HEADER + SHA1 + "\t0\t1\t2.50\t-3e0\t0\n")).sha256())
        .isEqualTo(EncoderScores.read(file(HEADER + SHA1 + "\t0\t1.0\t2.5\t-3\t0.000\n")).sha256())
        .isNotEqualTo(EncoderScores.read(file(HEADER + SHA1 + "\t0\t1.0\t2.5\t-3\t0.001\n")).sha256());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\t0\t1\t2\t3\t4",
        SHA1 + "\t0\t1\t2\t3",
        SHA1 + "\t0\t1\t2\t3\t4\t5",
        SHA1 + "\t-1\t1\t2\t3\t4",
        SHA1 + "\t0.5\t1\t2\t3\t4",
        SHA1 + "\t0\t1\t2\tthree\t4",
        SHA1 + "\t0\t1\t2\tNaN\t4",
        SHA1 + "\t0\t1\t2\tInfinity\t4",
        SHA1 + "\t0\t1\t\t3\t4",
        ""
      })
  void damagedLinesAreNamed(String line) {
    var file = file(HEADER + SHA1 + "\t0\t1\t2\t3\t4\n" + line + "\n");
    assertThatThrownBy(() -> EncoderScores.read(file))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("Cannot read encoder scores " + file + ":3: ");
  }

  @Test
  void oneFoldOfAPassageHasOneSetOfScores() {
    String line = SHA1 + "\t0\t1\t2\t3\t4\n";
    assertThat(EncoderScores.read(file(HEADER + line + line + SHA1 + "\t1\t9\t9\t9\t9\n"))).isNotNull();
    var file = file(HEADER + line + SHA1 + "\t0\t1\t2\t3\t5\n");
    assertThatThrownBy(() -> EncoderScores.read(file)).hasMessageContaining(":3: passage " + SHA1 + " stood before");
  }

  @Test
  void whatIsNoSuchFileIsRefused() throws IOException {
    assertThatThrownBy(() -> EncoderScores.read(folder.resolve("none"))).hasMessageEndingWith("there is no such file");
    assertThatThrownBy(() -> EncoderScores.read(folder)).isInstanceOf(ModelException.class);
    assertThatThrownBy(() -> EncoderScores.read(file(""))).hasMessageContaining(":1: its first line is not sha1, fold");
    assertThatThrownBy(() -> EncoderScores.read(file(HEADER.replace('\t', ',')))).hasMessageContaining(":1:");
    var latin = Files.write(folder.resolve("latin.tsv"), new byte[] {'s', (byte) 0xe9, '\n'});
    assertThatThrownBy(() -> EncoderScores.read(latin)).hasMessageEndingWith("it is not UTF-8");
  }

  @Test
  void missingPassagesAreCounted() {
    var some = Made.scores(Made.SCORE_LINES.subList(0, 57));
    assertThatThrownBy(() -> some.of(examples, folds))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("3 of 60 drawn passages are missing")
        .hasMessageContaining(EncoderScores.keyOf(examples.get(57).passage().text()));
  }

  @Test
  void otherFoldsAreRefusedByTheFirstSourceThatDiffers() {
    var moved = new ArrayList<String>();
    for (int i = 0; i < examples.size(); i++) {
      boolean other = List.of("papers", "notes").contains(examples.get(i).family());
      String[] fields = Made.SCORE_LINES.get(i).split("\t", 3);
      moved.add(fields[0] + "\t" + (other ? "9" : fields[1]) + "\t" + fields[2]);
    }
    assertThatThrownBy(() -> Made.scores(moved).of(examples, folds))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(
            "they deal source 'notes' to fold 9, training deals it to fold " + Made.REPORT.foldOfFamily().get("notes"));
  }
}
