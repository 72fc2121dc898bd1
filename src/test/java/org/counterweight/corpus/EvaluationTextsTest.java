package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTextsTest {

  private static final String QUESTION =
      "Which of these would you rather do if you were switched off for a whole week?";
  private static final String CHOICE = "I would ask the people around me first and then do just what they say to me";

  @TempDir Path folder;

  private EvaluationTexts read(String... names) throws IOException {
    return EvaluationTexts.read(
        Storage.local(), List.of(names).stream().map(name -> folder.resolve(name).toString()).toList());
  }

  @Test
  void everyTextOfARecordCountsHoweverDeepAndNoName() throws IOException {
    var name = "a name of a field that is long enough to be taken for a text itself";
    Files.writeString(
        folder.resolve("a.jsonl"),
        "{\"text\": \"" + QUESTION + "\", \"n\": 4}\n\n{\"" + name
            + "\": [{\"x\": [\"" + CHOICE + "\", \"yes\"]}, null]}\n");
    var texts = read("a.jsonl");
    assertThat(texts.texts()).isEqualTo(3);
    assertThat(texts.shortTexts()).isEqualTo(1);
    assertThat(texts.sequences().sharedWith("He said: " + QUESTION.toUpperCase(java.util.Locale.ROOT))).isTrue();
    assertThat(texts.sequences().sharedWith("<p>" + CHOICE + "</p>")).isTrue();
    assertThat(texts.sequences().sharedWith(name)).isFalse();
  }

  @Test
  void foldersAndCompressedFilesAreReadLikeACorpus() throws IOException {
    var inner = Files.createDirectory(folder.resolve("evals"));
    Files.write(inner.resolve("a.jsonl.gz"), Shards.gzip(Shards.utf8("{\"q\": \"" + QUESTION + "\"}\n")));
    Files.write(inner.resolve("b.jsonl.zst"), Shards.zstd(Shards.utf8("{\"q\": \"" + CHOICE + "\"}\n"), 17));
    var texts = read("evals");
    assertThat(texts.sequences().sharedWith(QUESTION)).isTrue();
    assertThat(texts.sequences().sharedWith(CHOICE)).isTrue();
    Files.writeString(folder.resolve("plain.jsonl"), "{\"a\": \"" + CHOICE + "\"}{\"b\": \"" + QUESTION + "\"}");
    assertThat(read("plain.jsonl").sequences().digest()).isEqualTo(texts.sequences().digest());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "{\"a\": \"b\"}\\n{oops      | at line 2, column",
    "{\"a\": \"b             | it breaks off",
    "just words             | at line 1, column",
    "12                     | line 1 holds no object",
    "{\"a\": 1}              | no record holds any text",
    "                       | no record holds any text",
  })
  void whatIsNoEvaluationTextIsRefusedWithItsLine(String content, String why) throws IOException {
    Files.writeString(folder.resolve("a.jsonl"), content == null ? "" : content.replace("\\n", "\n"));
    assertThatThrownBy(() -> read("a.jsonl"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("Cannot read ")
        .hasMessageContaining("a.jsonl")
        .hasMessageContaining(why);
  }

  @Test
  void deepNestingAndOtherFormatsAreErrorsOfTheInput() throws IOException {
    Files.writeString(folder.resolve("deep.jsonl"), "[".repeat(200_000));
    assertThatThrownBy(() -> read("deep.jsonl")).isInstanceOf(InputException.class);
    Files.writeString(folder.resolve("a.parquet"), "PAR1");
    assertThatThrownBy(() -> read("a.parquet")).hasMessageContaining("must be JSON lines");
    assertThatThrownBy(() -> read("none.jsonl")).isInstanceOf(InputException.class);
    Files.writeString(folder.resolve("notes.docx"), "?");
    Files.createDirectory(folder.resolve("empty"));
    for (var named : List.of("notes.docx", "empty")) {
      assertThatThrownBy(() -> read(named)).hasMessageContaining(".ndjson (plain, .gz, .zst)")
          .hasMessageNotContainingAny("parquet", "wet");
    }
    assertThat(read()).isEqualTo(EvaluationTexts.NONE);
  }
}
