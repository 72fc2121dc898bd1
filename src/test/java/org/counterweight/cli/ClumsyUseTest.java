package org.counterweight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hand slips into: names that are empty or of the wrong thing, answers that nobody can take. */
class ClumsyUseTest extends MadeInput {

  private static final String FAST = "stance.classifier=fast";

  @ParameterizedTest
  @ValueSource(strings = {"verify --run", "report --run", "plan --run", "sample --run", "run --input in --output"})
  void aNameThatIsEmptyIsNotTheFolderHere(String line) {
    for (var empty : List.of("", " ")) {
      var words = (line + " X").split(" ");
      words[words.length - 1] = empty;
      var answer = Answer.to(words);
      assertThat(answer.code()).isEqualTo(2);
      assertThat(answer.err()).startsWith("Cannot use a path without a name");
    }
  }

  @Test
  void anInputIsNoOutputButAFolderInItMayBe() throws IOException {
    shard("a.jsonl", good());
    var same = Answer.to("run", "--input", input.toString(), "--output", input + "/", "--set", FAST);
    assertThat(same.code()).isEqualTo(2);
    assertThat(same.err()).startsWith("Cannot write to " + input + ": it is an input too");
    assertThat(input.resolve("runs")).doesNotExist();
    for (int time = 0; time < 2; time++) {
      var inside = Answer.to("run", "--input", input.toString(), "--output", input + "/out", "--set",
          "run.engine=stream", "--set", FAST);
      assertThat(inside.code()).as(inside.err()).isZero();
      assertThat(inside.out()).contains("1 shards of 1: 150 documents");
    }
  }

  @Test
  void aLinkToNothingIsToldAndNotPassedOver() throws IOException {
    shard("a.jsonl", good());
    Files.createSymbolicLink(input.resolve("b.jsonl"), folder.resolve("unmounted/b.jsonl"));
    assertThat(run("--set", FAST).out()).contains("1 files of unknown kind");
    var named = Answer.to("run", "--input", input + "/b.jsonl", "--output", output.toString());
    assertThat(named.code()).isEqualTo(2);
    assertThat(named.err()).isEqualTo(
        "Cannot read " + input + "/b.jsonl: a symbolic link to nothing; check what it points to\n");
  }

  @Test
  void aUriWithoutItsHostIsAUsageError() throws IOException {
    shard("a.jsonl", good());
    var answer = Answer.to("run", "--input", input.toString(), "--output", "hdfs:///out", "--set", FAST, "--set",
        "run.engine=stream");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).startsWith("Cannot reach hdfs:").contains("it names no host");
  }

  @Test
  void draftsOfARunThatWasKilledGoWithTheNextRun() throws IOException {
    shard("a.jsonl", good());
    run("--set", FAST);
    var cache = output.resolve("cache");
    var drafts = List.of("0".repeat(64) + ".tagged.zst.123", "f".repeat(64) + ".part.9");
    for (var draft : drafts) {
      Files.writeString(cache.resolve(draft), "half");
    }
    Files.writeString(cache.resolve("mine.part.9"), "not ours");
    long before = count(cache);
    assertThat(run("--set", FAST).code()).isZero();
    assertThat(count(cache)).isEqualTo(before - 2);
    drafts.forEach(draft -> assertThat(cache.resolve(draft)).doesNotExist());
    assertThat(cache.resolve("mine.part.9")).hasContent("not ours");
  }

  private static long count(java.nio.file.Path cache) throws IOException {
    try (var files = Files.list(cache)) {
      return files.count();
    }
  }

  @Test
  void anAnswerThatCannotBeWrittenIsAFailure() {
    var err = new ByteArrayOutputStream();
    for (var line : List.of("--version", "classify --set stance.classifier=fast")) {
      err.reset();
      var texts = "{\"id\": 1, \"text\": \"AI\"}\n".repeat(3).getBytes(StandardCharsets.UTF_8);
      var console =
          new Console(
              new ByteArrayInputStream(texts), new PrintStream(full(), true, StandardCharsets.UTF_8),
              new PrintStream(err, true, StandardCharsets.UTF_8), false);
      assertThat(Cli.execute(line.split(" "), console)).isEqualTo(5);
      assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Cannot write to standard output").hasLineCount(1);
    }
  }

  private static OutputStream full() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("No space left on device");
      }
    };
  }

  @Test
  void classifyTakesAByteOrderMarkAndGivesIdsBackDigitByDigit() throws IOException {
    var ids = List.of("0.12345678901234567890123", "1.5e300", "1.00", "12345678901234567890", "{\"a\":[1]}", "null");
    var lines = new StringBuilder("\ufeff");
    ids.forEach(id -> lines.append("{\"id\": ").append(id).append(", \"text\": \"\\ud800 AI \\udc00\\u0000\"}\n"));
    var answer = Answer.withInput(lines.toString(), "classify", "--set", FAST);
    assertThat(answer.code()).as(answer.err()).isZero();
    var said = answer.out().lines().map(line -> line.replaceAll("^\\{\"id\":(.*),\"stance\".*", "$1")).toList();
    assertThat(said).containsExactly(ids.get(0), "1.5E+300", "1.00", ids.get(3), "{\"a\":[1]}", "null");
    assertThat(new ObjectMapper().readTree(answer.out().lines().findFirst().orElseThrow()).get("spans")).isNotNull();
  }

  @Test
  void aFolderInPlaceOfAFileIsAUsageError() {
    for (var line : List.of("classify --input X --set " + FAST, "explain --input X --set " + FAST,
        "evaluate --labels X.csv --run Y")) {
      var answer = Answer.to(line.replace("X", input.toString()).split(" "));
      assertThat(answer.code()).as(line).isEqualTo(2);
      assertThat(answer.err()).as(line).startsWith("Cannot read " + input);
    }
  }

  @Test
  void explainTakesOneTextAndSaysWhereThereIsNone() {
    var both = Answer.to("explain", "--text", "a", "--input", "b");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).startsWith("Cannot explain: ");
    assertThat(Answer.withInput(" \n", "explain", "--set", FAST).out()).isEqualTo("The text holds no word: not_ai\n");
  }

  @Test
  void aSheetThatCannotBeWrittenIsAUsageErrorOfWriting() throws IOException {
    shard("a.jsonl", good("{\"id\": 1, \"text\": \"" + DOOM + "\"}"));
    assertThat(run("--set", FAST).code()).isIn(0, 4);
    for (var sheet : List.of("/proc/x.csv", input + "/x.txt", "")) {
      var answer = Answer.to("review", "--run", output.toString(), "--output", sheet);
      assertThat(answer.code()).as(sheet + answer.err()).isEqualTo(2);
      assertThat(answer.err()).startsWith("Cannot ").contains("sheet " + sheet);
    }
  }
}
