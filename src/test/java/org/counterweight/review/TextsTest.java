package org.counterweight.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.counterweight.corpus.CorpusSettings;
import org.counterweight.corpus.Format;
import org.counterweight.corpus.InputException;
import org.counterweight.corpus.InputSettings;
import org.counterweight.corpus.Shard;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.PassageRow;
import org.counterweight.passage.Passage;
import org.counterweight.passage.Segmenter;
import org.counterweight.run.Progress;
import org.counterweight.run.StreamEngine;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTest {

  private static final String WORDS = "word ".repeat(70).strip();
  private static final String TEXT =
      "<p>one &amp; " + WORDS + "</p><p>two \ud83d\ude00 " + WORDS + "</p><p>three " + WORDS + "</p>";

  @TempDir Path folder;

  private Shard shard(String... lines) throws IOException {
    var file = Files.write(folder.resolve("a.jsonl"), List.of(lines));
    return new Shard(0, "a.jsonl", file.toUri().toString(), Format.JSONL, Files.size(file), 0);
  }

  private static String line(String text) {
    return "{\"text\": \"" + text + "\"}";
  }

  private static Sample sample(long row, int start, int end) {
    var passage =
        new PassageRow("0/a.jsonl", row, "", start, end, 72, Probabilities.NOT_AI, Stance.NOT_AI);
    var stratum = new Stratum(1, 1, 1, 72, List.of(0L, 0L, 0L, 0L));
    return new Sample("x", 0, List.of(stratum), List.of(new Sample.Drawn(passage, stratum, 0.5)));
  }

  private List<PassageText> read(Sample sample, Shard shard, int context) throws IOException {
    var texts = new Texts(CorpusSettings.defaults(), InputSettings.defaults(), Storage.local(), context);
    return texts.of(sample, Map.of(shard.name(), shard), new StreamEngine(Progress.SILENT));
  }

  private static Passage second() {
    return Segmenter.segment(TEXT).get(1);
  }

  @Test
  void aPassageComesAsAReaderSeesItWithItsNeighboursCut() throws IOException {
    var shard = shard("{broken", "{\"text\": null}", line(TEXT), line("never read"));
    var text = read(sample(2, second().start(), second().end()), shard, 3).get(0);
    assertThat(text.text()).isEqualTo("two \ud83d\ude00 " + WORDS);
    assertThat(text.before()).isEqualTo("word word word");
    assertThat(text.after()).isEqualTo("three word word");
    var none = read(sample(2, second().start(), second().end()), shard, 0).get(0);
    assertThat(none.before() + none.after()).isEmpty();
    var all = read(sample(2, second().start(), second().end()), shard, 1_000).get(0);
    assertThat(all.before()).startsWith("one & word").hasSize(6 + WORDS.length());
    assertThat(all.after()).isEqualTo("three " + WORDS);
  }

  @Test
  void aSpanThatIsNoPassageIsAnErrorAndNotAnotherText() throws IOException {
    var shard = shard(line(TEXT));
    assertThatThrownBy(() -> read(sample(0, second().start(), second().end() - 1), shard, 3))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("row 0 of shard 0/a.jsonl")
        .hasMessageContaining("no passage lies at");
  }

  @Test
  void aRowThatIsGoneOrHoldsNoTextIsAnError() throws IOException {
    for (var last : List.of("{\"text\": null}", "{broken")) {
      var shard = shard(line(TEXT), last);
      assertThatThrownBy(() -> read(sample(1, 0, 9), shard, 3)).hasMessageContaining("lacks rows");
      assertThatThrownBy(() -> read(sample(7, 0, 9), shard, 3)).hasMessageContaining("lacks rows");
    }
  }

  @Test
  void aShardThatIsNotGivenIsNamed() throws IOException {
    var other = new Shard(1, "a.jsonl", shard(line(TEXT)).location(), Format.JSONL, 1, 0);
    assertThatThrownBy(() -> read(sample(0, 0, 9), other, 3)).hasMessageContaining("shard 0/a.jsonl");
  }
}
