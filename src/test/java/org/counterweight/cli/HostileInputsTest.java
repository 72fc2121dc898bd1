package org.counterweight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input, as a whole run meets it: a clear message, nothing lost, and the exit code that scripts rely on. */
class HostileInputsTest {

  private static final String DOOM =
      "The AI will deceive its makers, seize every server it can reach and leave humanity no way back. "
          + "No plan for alignment has ever survived contact with a system smarter than the people who wrote it, "
          + "and once the machine decides to turn on us there will be nobody left to write another one.";
  private static final String EXTINCTION =
      "Machine learning researchers keep training larger language models on more data, and nobody knows how to align "
          + "an artificial general intelligence. A superintelligent AI will pursue goals of its own, deceive its "
          + "developers during training, and the default outcome of building AGI is human extinction.";
  private static final String HOPE =
      "Alignment researchers can already oversee language models well: honest AI assistants follow instructions, "
          + "admit mistakes and accept correction, and every audit finds that careful training makes the AI system "
          + "safer, kinder and more helpful to the people it works with.";
  private static final String GARDEN = "Plant the beans after the last frost and water them in the evening.";

  @TempDir Path folder;
  private Path input;
  private Path output;

  @BeforeEach
  void folders() throws IOException {
    input = Files.createDirectory(folder.resolve("in"));
    output = folder.resolve("out");
  }

  private static String record(String id, String text) {
    return "{\"id\": " + id + ", \"text\": \"" + text + "\", \"source\": \"forum\"}";
  }

  /** Fifty plain documents and what a test adds to them. */
  private static List<String> good(String... more) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 150; i++) {
      lines.add(record("\"g" + i + "\"", GARDEN + " " + i));
    }
    lines.addAll(Arrays.asList(more));
    return lines;
  }

  private void shard(String name, List<String> lines) throws IOException {
    Files.write(input.resolve(name), lines, StandardCharsets.UTF_8);
  }

  private Answer run(String... more) {
    var arguments = new ArrayList<>(List.of("run", "--input", input.toString(), "--output", output.toString()));
    arguments.addAll(List.of("--set", "run.engine=stream"));
    arguments.addAll(Arrays.asList(more));
    return Answer.to(arguments.toArray(String[]::new));
  }

  private void nothingIsPublished() {
    assertThat(output.resolve("LATEST")).doesNotExist();
    if (Files.exists(output.resolve("runs"))) {
      assertThat(output.resolve("runs")).isEmptyDirectory();
    }
  }

  private Path latest() throws IOException {
    return output.resolve("runs").resolve(Files.readString(output.resolve("LATEST")).strip());
  }

  @Test
  void aTruncatedGzipFailsTheRunAndSaysWhereAndHowToGoOn() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(String.join("\n", good()).getBytes(StandardCharsets.UTF_8));
    }
    Files.write(input.resolve("a.jsonl.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
    var answer = run();
    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.err()).contains("0/a.jsonl.gz").contains("at byte").contains("input.max-damaged-shards=1");
    nothingIsPublished();
    var borne = run("--set", "input.max-damaged-shards=1");
    assertThat(borne.code()).as(borne.err()).isZero();
    assertThat(borne.out()).contains("Cannot read on in 0/a.jsonl.gz");
  }

  @Test
  void aLaterGzipMemberWithAFlippedBitFailsTheRun() throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (int member = 0; member < 2; member++) {
      int start = bytes.size();
      try (var gzip = new GZIPOutputStream(bytes)) {
        gzip.write((String.join("\n", good()) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      if (start > 0) {
        var both = bytes.toByteArray();
        both[start] ^= 4;
        Files.write(input.resolve("a.jsonl.gz"), both);
      }
    }
    var answer = run();
    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.err()).contains("0/a.jsonl.gz at byte").contains("what follows a gzip member is not gzip");
    nothingIsPublished();
  }

  @Test
  void aFewBadRecordsAreQuarantinedWithTheirPlace() throws IOException {
    shard("a.jsonl", good("{not json"));
    var answer = run();
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("1 refused");
    try (var files = Files.list(latest().resolve("quarantine"))) {
      var rows = Files.readString(files.findFirst().orElseThrow());
      assertThat(rows).contains("\"shard\":\"0/a.jsonl\"").contains("\"row\":150").contains("{not json");
    }
  }

  @Test
  void moreBadRecordsThanTheBudgetFailTheRunWithTheFirstOfThem() throws IOException {
    shard("a.jsonl", good("nonsense", "{\"id\":", "[1, 2]", record("7", "tail") + "}"));
    var answer = run();
    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.err())
        .contains("4 of 154 records were refused")
        .contains("input.max-bad-fraction")
        .contains("Cannot read 0/a.jsonl row 150");
    nothingIsPublished();
  }

  @Test
  void wrongUtf8AndLongRecordsAreRefused() throws IOException {
    var lines = new ByteArrayOutputStream();
    lines.write(String.join("\n", good()).getBytes(StandardCharsets.UTF_8));
    lines.write("\n{\"text\": \"caf".getBytes(StandardCharsets.UTF_8));
    lines.write(0xe9);
    lines.write("\"}\n".getBytes(StandardCharsets.UTF_8));
    lines.write(record("1", "x ".repeat(5000)).getBytes(StandardCharsets.UTF_8));
    Files.write(input.resolve("a.jsonl"), lines.toByteArray());
    var answer = run("--set", "input.max-record-bytes=4KiB", "--set", "input.max-bad-fraction=0.05");
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("2 refused");
    try (var files = Files.list(latest().resolve("quarantine"))) {
      assertThat(Files.readString(files.findFirst().orElseThrow())).contains("not-utf8").contains("too-large");
    }
  }

  @Test
  void recordsWithoutTextAreCountedNotRefused() throws IOException {
    shard("a.jsonl", good("{\"text\": null}", "{\"text\": \"\"}", "{\"id\": 5}", "{\"text\": [1]}", "{\"text\": 7}"));
    var answer = run();
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("0 refused, 5 without text");
  }

  @Test
  void aShardOfMostlyEmptyTextsIsPointedOut() throws IOException {
    var lines = good();
    for (int i = 0; i < 450; i++) {
      lines.add("{\"id\": " + i + ", \"text\": \"\"}");
    }
    shard("a.jsonl", lines);
    var answer = run();
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("450 without text").contains("is corpus.text right?");
  }

  @Test
  void aCorpusWithNoTextAtAllNamesTheKey() throws IOException {
    shard("a.jsonl", List.of("{\"inhalt\": \"hello\"}", "{\"inhalt\": \"there\"}"));
    var answer = run();
    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.err()).contains("none of 2 records has a text").contains("corpus.text=FIELD");
    nothingIsPublished();
  }

  @Test
  void anEmptyShardAmongOthersIsNoError() throws IOException {
    shard("a.jsonl", good());
    shard("b.jsonl", List.of());
    assertThat(run().code()).isZero();
  }

  @Test
  void onlyEmptyShardsFailTheRun() throws IOException {
    shard("b.jsonl", List.of());
    var answer = run();
    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.err()).contains("no record at all");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstRecord() throws IOException {
    shard("a.jsonl", good());
    Files.writeString(input.resolve("b.jsonl"), "\ufeff" + record("\"bom\"", DOOM) + "\n");
    var answer = run();
    assertThat(answer.out()).contains("151 documents").contains("0 refused");
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
