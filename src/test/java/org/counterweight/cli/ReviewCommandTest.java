package org.counterweight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a corpus over a run to a sheet, and from labels to corrected figures, as a user goes. */
class ReviewCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] OPENINGS = {
    "The AI will betray its makers, and no one can stop a machine that takes control of every weapon",
    "Our AI assistant is honest, admits mistakes, accepts correction and helps the people it serves",
    "A language model is trained on text and evaluated on a benchmark of questions about AI",
    "The AI opponents in this racing game brake too early, and the AI tank pathing is broken"
  };
  private static final String[] LABELS = {"doom", "tractable", "neutral", "not_ai"};

  @TempDir static Path folder;
  private static Path input;
  private static Path output;

  @BeforeAll
  static void run() throws IOException {
    input = Files.createDirectory(folder.resolve("in"));
    output = folder.resolve("out");
    var random = new Random(3);
    for (int shard = 0; shard < 3; shard++) {
      var lines = new ArrayList<String>();
      for (int i = 0; i < 200; i++) {
        lines.add(JSON.writeValueAsString(Map.of("id", i, "source", "forum", "text", document(random, i))));
      }
      Files.write(input.resolve("s" + shard + ".jsonl"), lines);
    }
    var answer =
        Answer.to(
            "run", "--input", input.toString(), "--output", output.toString(), "--set", "run.engine=stream", "--set",
            "stance.classifier=fast", "--set", "virality.replicates=100");
    assertThat(answer.code()).as(answer.err()).isIn(0, 4);
  }

  @Test
  void aSheetWhereNoneCanLieIsAUsageErrorBeforeAnythingIsDrawn() {
    for (var place : List.of(folder.resolve("none/s.csv").toString(), "/")) {
      var answer = Answer.to("review", "--run", output.toString(), "--output", place);
      assertThat(answer.code()).as(place).isEqualTo(2);
      assertThat(answer.err()).as(place).startsWith("Cannot").doesNotContain("internal");
    }
    assertThat(Answer.to("evaluate", "--labels", "/", "--run", output.toString()).code()).isEqualTo(2);
  }

  /** Three passages of over sixty words each, some in markup, with an astral character before the gated one. */
  private static String document(Random random, int i) {
    var filler = "Plain words of a garden and its beans follow here, one after the other. ".repeat(6);
    var middle = OPENINGS[random.nextInt(4)] + " (" + i + "). " + filler;
    var text = "\ud83d\ude00 =Before. " + filler + "\n\n" + middle + "\n\nAfter. " + filler;
    return i % 5 == 0 ? "<p>" + text.replace("\n\n", "</p><p>") + "</p>" : text;
  }

  private static Answer review(String file, String... more) {
    var arguments = new ArrayList<>(List.of("review", "--run", output.toString(), "--output",
        folder.resolve(file).toString()));
    arguments.addAll(List.of(more));
    return Answer.to(arguments.toArray(String[]::new));
  }

  private static List<ObjectNode> rows(String file) throws IOException {
    var rows = new ArrayList<ObjectNode>();
    for (var line : Files.readAllLines(folder.resolve(file))) {
      rows.add((ObjectNode) JSON.readTree(line));
    }
    return rows;
  }

  private static String truth(JsonNode row) {
    for (int k = 0; k < OPENINGS.length; k++) {
      if (row.get("text").asText().contains(OPENINGS[k])) {
        return LABELS[k];
      }
    }
    return "not_ai";
  }

  private static Path labelled(String from, String to, int most) throws IOException {
    var lines = new ArrayList<String>();
    for (var row : rows(from)) {
      lines.add(JSON.writeValueAsString(lines.size() < most ? row.put("label", truth(row)) : row));
    }
    return Files.write(folder.resolve(to), lines);
  }

  private static Answer evaluate(Path labels, String... more) {
    var arguments = new ArrayList<>(List.of("evaluate", "--labels", labels.toString(), "--run", output.toString()));
    arguments.addAll(List.of(more));
    return Answer.to(arguments.toArray(String[]::new));
  }

  @Test
  void rowsPointToTheirTextAndShowWhatStandsAroundIt() throws IOException {
    var answer = review("point.jsonl", "--n", "60", "--context", "5");
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("60 of ").contains("counterweight evaluate --labels ");
    var texts = new HashMap<String, String>();
    for (int shard = 0; shard < 3; shard++) {
      int number = 0;
      for (var line : Files.readAllLines(input.resolve("s" + shard + ".jsonl"))) {
        texts.put("0/s" + shard + ".jsonl " + number++, JSON.readTree(line).get("text").asText());
      }
    }
    assertThat(rows("point.jsonl")).hasSize(60).allSatisfy(row -> {
      var whole = texts.get(row.get("shard").asText() + " " + row.get("row").asLong());
      int from = whole.offsetByCodePoints(0, row.get("start").asInt());
      int to = whole.offsetByCodePoints(0, row.get("end").asInt());
      assertThat(whole.substring(from, to)).isEqualTo(row.get("text").asText());
      assertThat(row.get("label").asText()).isEmpty();
      assertThat(row.get("before").asText().split(" ").length).isLessThanOrEqualTo(5);
      assertThat(row.has("p_doom")).isFalse();
    });
    assertThat(rows("point.jsonl")).anyMatch(row -> row.get("after").asText().startsWith("After. Plain words"));
  }

  @Test
  void theSheetIsTheSameEachTimeAndAnotherWithAnotherSeed() throws IOException {
    review("a.csv", "--n", "40");
    review("b.csv", "--n", "40");
    review("c.csv", "--n", "40", "--seed", "-9");
    assertThat(folder.resolve("a.csv")).hasSameBinaryContentAs(folder.resolve("b.csv"));
    assertThat(Files.readString(folder.resolve("c.csv"))).isNotEqualTo(Files.readString(folder.resolve("a.csv")));
  }

  @Test
  void labelsCorrectTheFigures() throws IOException {
    review("all.jsonl", "--n", "300");
    var answer = evaluate(labelled("all.jsonl", "all-labelled.jsonl", 300), "--json");
    assertThat(answer.code()).as(answer.err()).isZero();
    var json = JSON.readTree(answer.out());
    assertThat(json.get("labels").asInt()).isEqualTo(300);
    double true0 = mass("doom");
    for (var way : List.of("horvitz_thompson", "hajek", "difference")) {
      var doom = json.get(way).get("mass").get("doom");
      assertThat(true0).isBetween(0.9 * doom.get("low").asDouble(), 1.1 * doom.get("high").asDouble());
    }
    assertThat(json.get("difference").get("odds").get("value").asDouble()).isBetween(0.7, 1.5);
  }

  /** Words of gated passages of this truth, from a sample that is the whole frame. */
  private static double mass(String label) throws IOException {
    if (!Files.exists(folder.resolve("frame.jsonl"))) {
      review("frame.jsonl", "--n", "100000", "--context", "0");
    }
    double words = 0;
    for (var row : rows("frame.jsonl")) {
      words += truth(row).equals(label) ? row.get("text").asText().strip().split("\\s+").length : 0;
    }
    return words;
  }

  @Test
  void theFrameHoldsPassagesOfDocumentsThatWereJudgedNotAboutAi() throws IOException {
    assertThat(mass("not_ai")).isPositive();
    var verified = Answer.to("verify", "--run", output.toString());
    assertThat(verified.code()).as(verified.err()).isZero();
  }

  @Test
  void labelsThatAreMissingAreNamed() throws IOException {
    review("some.jsonl", "--n", "120");
    var answer = evaluate(labelled("some.jsonl", "some-labelled.jsonl", 110));
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("Labels      110").contains("Missing     10").contains("number 111, 112");
  }

  @Test
  void aShardThatChangedOrIsGoneIsNotReadForAnother() throws IOException {
    var shard = input.resolve("s1.jsonl");
    var good = Files.readString(shard);
    try {
      Files.writeString(shard, good.replaceFirst("garden", "Garden"));
      var changed = review("changed.jsonl", "--n", "60");
      assertThat(changed.code()).isEqualTo(2);
      assertThat(changed.err()).contains("0/s1.jsonl changed since").contains("--input");
      Files.delete(shard);
      assertThat(review("gone.jsonl", "--n", "60").err()).contains("no longer lies at").contains("--input");
      assertThat(folder.resolve("changed.jsonl")).doesNotExist();
    } finally {
      Files.writeString(shard, good);
    }
  }

  @Test
  void aCorpusThatMovedIsReadWhereItLiesNow() throws IOException {
    var moved = Files.createDirectory(folder.resolve("moved"));
    for (int shard = 0; shard < 3; shard++) {
      Files.copy(input.resolve("s" + shard + ".jsonl"), moved.resolve("s" + shard + ".jsonl"));
    }
    review("here.jsonl", "--n", "30");
    var answer = review("there.jsonl", "--n", "30", "--input", moved.toString());
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(folder.resolve("there.jsonl")).hasSameBinaryContentAs(folder.resolve("here.jsonl"));
    Files.delete(moved.resolve("s2.jsonl"));
    assertThat(review("short.jsonl", "--n", "30", "--input", moved.toString()).err())
        .contains("shard 0/s2.jsonl").contains("in its order");
  }

  @Test
  void aCommandLineThatMakesNoSenseIsRefused() throws IOException {
    assertThat(review("x.jsonl", "--n", "0").err()).contains("--n=0").contains("from 1 to");
    assertThat(review("x.jsonl", "--context=-1").err()).contains("--context=-1");
    assertThat(review("x.jsonl", "--seed", "high").err()).contains("of 64 bits");
    assertThat(review("x.txt").err()).contains(".jsonl or .csv");
    Files.writeString(folder.resolve("mine.csv"), "labels");
    assertThat(review("mine.csv").err()).contains("may hold labels");
    for (var more : List.of("", " --labels x", " --run x", " --input a --labels b --run c")) {
      assertThat(Answer.to(("evaluate" + more).split(" ")).err())
          .contains("give --input PATH, or --labels FILE with --run DIR");
    }
    assertThat(Answer.to("evaluate", "--labels", "x", "--run", "y", "--errors", "3").err()).contains("no effect");
  }
}
