package org.counterweight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bad input, as a whole run meets it: a clear message, nothing lost, and the exit code that scripts rely on. */
class HostileInputsTest extends MadeInput {

  @Test
  void aCorpusWithNoTextAtAllNamesTheKey() throws IOException {
    shard("a.jsonl", List.of("{\"inhalt\": \"hello\"}", "{\"inhalt\": \"there\"}"));
    var answer = run();
    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.err()).contains("none of 2 records has a text").contains("corpus.text=FIELD");
    nothingIsPublished();
  }

  @Test
  void idsOfAnyKindAreReadAndRepeatsAreCounted() throws IOException {
    shard("a.jsonl", good(record("17", DOOM), record("17", HOPE), record("null", HOPE + " Truly.")));
    var answer = run();
    assertThat(answer.code()).as(answer.err()).isIn(0, 4);
    var corpus = Files.readString(latest().resolve("statistics/corpus.json"));
    assertThat(corpus.replaceAll("\\s", "")).contains("\"duplicate_ids\":1").contains("\"missing_ids\":1");
  }

  @Test
  void aFileOfUnknownKindInAFolderIsListedAndNamedOutrightIsAnError() throws IOException {
    shard("a.jsonl", good());
    Files.writeString(input.resolve("notes.docx"), "?");
    var answer = run();
    assertThat(answer.out()).contains("1 files of unknown kind");
    var named = Answer.to(
        "run", "--input", input.resolve("notes.docx").toString(), "--output", output.toString(),
        "--set", "run.engine=stream");
    assertThat(named.code()).isEqualTo(2);
    assertThat(named.err()).startsWith("Cannot read").contains("notes.docx");
  }

  @Test
  void aMissingPathAndAPatternWithoutShardsAreUsageErrors() {
    for (var path : List.of(folder.resolve("nowhere").toString(), input.resolve("*.jsonl").toString())) {
      var answer =
          Answer.to("run", "--input", path, "--output", output.toString(), "--set", "run.engine=stream");
      assertThat(answer.code()).isEqualTo(2);
      assertThat(answer.err()).startsWith("Cannot read").contains(path);
      nothingIsPublished();
    }
  }

  @Test
  void aCorpusThatNeverSpeaksOfAiIsPublishedAtBaseWeights() throws IOException {
    shard("a.jsonl", good());
    var answer = run();
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("About AI    0 documents").contains("not identifiable");
  }

  @Test
  void onlyDoomIsOutOfReachAndOnlyHopeIsThereAlready() throws IOException {
    var doom = good();
    var hope = good();
    for (int i = 0; i < 30; i++) {
      doom.add(record("\"d" + i + "\"", EXTINCTION + " Case " + i + "."));
      hope.add(record("\"h" + i + "\"", HOPE + " Case " + i + "."));
    }
    shard("a.jsonl", doom);
    var answer = run("--set", "plan.target.odds=0.001");
    assertThat(answer.code()).as(answer.out() + answer.err()).isEqualTo(4);
    assertThat(answer.out()).contains("out of reach");
    assertThat(latest().resolve("_SUCCESS")).exists();
    Files.delete(input.resolve("a.jsonl"));
    shard("b.jsonl", hope);
    var there = run("--set", "plan.target.odds=1000");
    assertThat(there.code()).as(there.out() + there.err()).isZero();
    assertThat(there.out()).contains("base weights kept");
  }

  @Test
  void hostileNamesAndTextsReachNoTerminalUnescaped() throws IOException {
    shard("a\u001b[31m.jsonl", good("{bad \u001b]0;title\u0007"));
    var answer = run("--set", "input.max-bad-fraction=0");
    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.err()).doesNotContain("\u001b").contains("\\u001b");
  }

  @Test
  void aSecondRunTakesTheCacheAndPublishesTheSameRows() throws IOException {
    shard("a.jsonl", good(record("1", DOOM), record("2", HOPE)));
    run();
    var first = Files.readString(latest().resolve("manifest.json"));
    run();
    var second = Files.readString(latest().resolve("manifest.json"));
    assertThat(digest(second)).isEqualTo(digest(first));
    try (var cache = Files.list(output.resolve("cache"))) {
      assertThat(cache.filter(path -> path.toString().endsWith(".part"))).hasSize(1);
    }
  }

  private static String digest(String manifest) {
    return manifest.replaceAll("(?s).*\"logical_digest\"\\s*:\\s*\"([0-9a-f]{64})\".*", "$1");
  }

  @Test
  void anOutputFolderThatAnotherRunHoldsIsLeftAlone() throws IOException {
    shard("a.jsonl", good());
    assertThat(run().code()).isZero();
    var before = Files.readString(output.resolve("LATEST"));
    Files.writeString(
        output.resolve(".lock"),
        "{\"host\":\"elsewhere\",\"pid\":1,\"started\":\"2026-01-01T00:00:00Z\",\"since\":\"2026-01-01T00:00:00Z\","
            + "\"token\":\"t\"}");
    var answer = run();
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).startsWith("Cannot write to").contains("another run");
    assertThat(Files.readString(output.resolve("LATEST"))).isEqualTo(before);
  }
}
