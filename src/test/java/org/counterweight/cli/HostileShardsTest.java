package org.counterweight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Shards that are damaged, empty or hold bad records: what can be read is, and the rest is told with its place. */
class HostileShardsTest extends MadeInput {

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
}
