package org.counterweight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOSTILE = "Our AI assistant \\u001b[31mred\\u202e admits mistakes, accepts correction.";

  @TempDir static Path folder;
  private static Path shard;
  private static String out;

  @BeforeAll
  static void run() throws IOException {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 40; i++) {
      lines.add("{\"id\": \"doom-" + i + "\\u0007\", \"source\": \"s\", \"text\": \"The AI will betray its makers"
          + " and take control of every weapon it can reach in year " + i + " of the war.\"}");
      lines.add("{\"id\": \"calm-" + i + "\", \"source\": \"s\", \"text\": \"" + HOSTILE + " It serves patient " + i
          + " well.\"}");
    }
    shard = Files.write(Files.createDirectory(folder.resolve("in")).resolve("a.jsonl"), lines);
    out = folder.resolve("out").toString();
    var answer =
        Answer.to(
            "run", "--input", shard.toString(), "--output", out, "--set", "run.engine=stream", "--set",
            "stance.classifier=fast", "--set", "virality.replicates=100", "--set", "stance.gain-threshold=0.001",
            "--set", "plan.target.odds=0.01", "--set", "plan.floor=0.5");
    assertThat(answer.code()).as(answer.err()).isIn(0, 4);
  }

  private static List<JsonNode> json(String... more) throws IOException {
    var line = new ArrayList<>(List.of("sample", "--run", out, "--json"));
    line.addAll(List.of(more));
    var answer = Answer.to(line.toArray(String[]::new));
    assertThat(answer.err()).isEmpty();
    var rows = new ArrayList<JsonNode>();
    for (var row : answer.out().lines().toList()) {
      rows.add(JSON.readTree(row));
    }
    return rows;
  }

  private static double change(JsonNode row) {
    return Math.abs(row.get("weight").asDouble() - row.get("weight_before").asDouble());
  }

  @Test
  void showsThoseThatChangedMostFirstWithTheReason() throws IOException {
    var all = json("--n", "1000");
    assertThat(all).hasSizeGreaterThan(40);
    for (int i = 1; i < all.size(); i++) {
      assertThat(change(all.get(i))).isLessThanOrEqualTo(change(all.get(i - 1)));
    }
    assertThat(change(all.get(0))).isPositive();
    assertThat(all.get(0).get("why").asText()).isNotEmpty();
    assertThat(all).allMatch(row -> row.get("weight").asDouble() <= row.get("cap").asDouble());
    assertThat(json("--n", "7")).isEqualTo(all.subList(0, 7)).isEqualTo(json("--n", "7"));
    assertThat(json()).hasSize(50);
  }

  @Test
  void textIsShownOnlyWhenAskedForAndNeverSteersATerminal() throws IOException {
    assertThat(json("--n", "5")).noneMatch(row -> row.has("text"));
    assertThat(json("--n", "80", "--show-text")).allMatch(row -> row.get("text").asText().contains("AI"));
    for (var kind : List.of("--json", "--show-text")) {
      var answer = Answer.to("sample", "--run", out, "--n", "80", "--show-text", kind);
      assertThat(answer.code()).isZero();
      assertThat(answer.out()).doesNotContain("\u001b", "\u202e", "\u0007").contains("AI assistant");
    }
  }

  @Test
  void aChangedShardIsNotShown() throws IOException {
    var text = Files.readString(shard);
    Files.writeString(shard, text.replace("year 3", "year 4"));
    var answer = Answer.to("sample", "--run", out, "--show-text");
    Files.writeString(shard, text);
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).startsWith("Cannot read").contains("changed");
  }

  @Test
  void onlyDocumentsWhoseWeightChangedAreShownAndTheyAreCounted() throws IOException {
    var answer = Answer.to("sample", "--run", out, "--n", "3");
    assertThat(answer.out()).startsWith("The plan changed the weight of 80 of 80 documents; these are the 3 that");
    assertThat(Answer.to("sample", "--run", out).out()).contains("the 50 that changed most:");
    var still = folder.resolve("still").toString();
    Answer.to("run", "--input", shard.toString(), "--output", still, "--set", "run.engine=stream", "--set",
        "stance.classifier=fast", "--set", "virality.replicates=100", "--set", "stance.gain-threshold=0.001",
        "--set", "plan.target.odds=0.7");
    var few = Answer.to("sample", "--run", still, "--n", "1000");
    assertThat(few.out()).containsPattern("^The plan changed the weight of [1-7]?[0-9] of 80 documents");
    assertThat(few.out()).doesNotContain("+0.000 ").doesNotContain("+0.000000").doesNotContain("-0.000");
    var none = Answer.to("plan", "--run", still, "--set", "plan.target.odds=1000");
    assertThat(none.out()).contains("base weights kept");
    assertThat(Answer.to("sample", "--run", still))
        .isEqualTo(new Answer(0, "The plan changed the weight of 0 of 80 documents\n", ""));
    assertThat(Answer.to("sample", "--run", still, "--json")).isEqualTo(new Answer(0, "", ""));
  }

  @Test
  void textsAreReadWhereTheInputsLieNow() throws IOException {
    var moved = Files.copy(shard, Files.createDirectory(folder.resolve("moved")).resolve("a.jsonl"));
    var here = Answer.to("sample", "--run", out, "--show-text").out();
    var text = Files.readString(shard);
    Files.delete(shard);
    try {
      assertThat(Answer.to("sample", "--run", out, "--show-text").err()).contains("no longer lies at", "--input");
      assertThat(Answer.to("sample", "--run", out, "--show-text", "--input", moved.toString()))
          .isEqualTo(new Answer(0, here, ""));
      var idle = Answer.to("sample", "--run", out, "--input", moved.toString());
      assertThat(idle.code()).isEqualTo(2);
      assertThat(idle.err()).contains("--input without --show-text");
    } finally {
      Files.writeString(shard, text);
    }
  }

  @Test
  void wrongCountsAreUsageErrors() {
    for (var n : List.of("0", "-1", "x", "100001", "1e3", "")) {
      assertThat(Answer.to("sample", "--run", out, "--n", n).code()).as(n).isEqualTo(2);
    }
  }
}
