package org.counterweight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.counterweight.corpus.Sha256;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A published run that was harmed, or of which only a part is named, as every command that takes one sees it. */
class BrokenRunTest {

  private static final List<String> COMMANDS = List.of("verify", "report", "plan", "sample", "review", "evaluate");

  @TempDir static Path folder;
  private static Path run;
  private static Path sheet;

  @BeforeAll
  static void run() throws IOException {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      lines.add("{\"id\": " + i + ", \"source\": \"s\", \"text\": \"The AI will betray its makers and take control of"
          + " every weapon it can reach in year " + i + " of the war.\"}");
      lines.add("{\"id\": \"c" + i + "\", \"source\": \"s\", \"text\": \"Our AI assistant admits mistakes and accepts"
          + " correction. It serves patient " + i + " well.\"}");
    }
    var input = Files.write(Files.createDirectory(folder.resolve("in")).resolve("a.jsonl"), lines);
    var out = folder.resolve("out");
    var answer =
        Answer.to(
            "run", "--input", input.toString(), "--output", out.toString(), "--set", "run.engine=stream", "--set",
            "stance.classifier=fast", "--set", "virality.replicates=100", "--set", "stance.gain-threshold=0.001",
            "--set", "plan.arms=[treatment,salience]", "--set", "plan.doses=[5%,10%]");
    assertThat(answer.code()).as(answer.err()).isIn(0, 4);
    run = out.resolve("runs").resolve(Files.readString(out.resolve("LATEST")).strip());
    sheet = folder.resolve("sheet.jsonl");
    assertThat(Answer.to("review", "--run", run.toString(), "--n", "20", "--output", sheet.toString()).code()).isZero();
  }

  private static Answer to(String command, Path named) {
    return switch (command) {
      case "review" -> Answer.to(command, "--run", named.toString(), "--output", folder.resolve("new.csv").toString());
      case "evaluate" -> Answer.to(command, "--run", named.toString(), "--labels", sheet.toString());
      default -> Answer.to(command, "--run", named.toString());
    };
  }

  /** Puts something else in a file's place while a check is made: a header also sealed, as if it were the run's own. */
  private static void with(String file, String text, Path in, Check check) throws IOException {
    var path = in.resolve(file);
    var good = Files.readAllBytes(path);
    var seal = Files.readString(in.resolve("_SUCCESS"));
    try {
      if (text == null) {
        Files.delete(path);
      } else {
        Files.writeString(path, text);
      }
      check.run();
      if (file.equals("manifest.json") && text != null) {
        Files.writeString(in.resolve("_SUCCESS"), Sha256.of(text) + "  manifest.json\n");
        check.run();
      }
    } finally {
      Files.write(path, good);
      Files.writeString(in.resolve("_SUCCESS"), seal);
    }
  }

  private interface Check {
    void run() throws IOException;
  }

  @Test
  void aBrokenHeaderGivesTheSameMessageAndCodeEverywhere() throws IOException {
    var good = Files.readString(run.resolve("manifest.json"));
    var broken = Map.of(
        "", ": it is empty; publish",
        good.substring(0, good.length() / 2), ": it breaks off, at line ",
        "[1]", ": not a JSON object; publish",
        "{\"schema_version\": }", ", at line 1, column 2",
        good.replace("\"schema_version\" : 1", "\"schema_version\" : 9"), "schema_version is 9; this version of",
        good.replace("\"seed\" :", "\"sead\" :"), "provenance.seed is missing; publish");
    for (var one : broken.entrySet()) {
      with("manifest.json", one.getKey(), run, () -> {
        for (var command : COMMANDS) {
          var answer = to(command, run);
          assertThat(answer.code()).as(command + one.getValue() + answer.err()).isEqualTo(3);
          assertThat(answer.out()).isEmpty();
          var first = answer.err().lines().findFirst().orElseThrow();
          assertThat(first).as(command).startsWith("Cannot read " + "file:" + run + "/manifest.json")
              .contains(one.getValue()).endsWith("; publish the run again, or name another")
              .doesNotContain("REDACTED", "StreamReadFeature").doesNotContainPattern("Cannot.*Cannot");
        }
      });
    }
    with("manifest.json", null, run, () -> {
      for (var command : COMMANDS) {
        assertThat(to(command, run).code()).as(command).isEqualTo(3);
        assertThat(to(command, run).err())
            .startsWith("Cannot read file:" + run + "/manifest.json: there is no such file");
      }
    });
  }

  @Test
  void aHeaderThatWasChangedIsNotBelieved() throws IOException {
    var good = Files.readString(run.resolve("manifest.json"));
    Files.writeString(run.resolve("manifest.json"), good + "\n");
    try {
      for (var command : COMMANDS) {
        var answer = to(command, run);
        assertThat(answer.code()).as(command).isEqualTo(3);
        assertThat(answer.err()).contains("does not have the SHA-256 that _SUCCESS holds");
      }
    } finally {
      Files.writeString(run.resolve("manifest.json"), good);
    }
  }

  @Test
  void aPartThatIsGoneIsNamedByEveryCommandThatReadsIt() throws IOException {
    var documents = name("documents");
    var passages = name("passages");
    for (var one : Map.of(
        documents, List.of("sample", "verify"),
        passages, List.of("sample", "verify", "review", "evaluate"),
        "statistics/corpus.json", List.of("report", "plan", "verify"),
        "statistics/months.jsonl", List.of("report", "plan", "verify"),
        "statistics/replicates/corpus.bin", List.of("plan", "verify"),
        "census/ledger.bin", List.of("plan", "verify")).entrySet()) {
      with(one.getKey(), null, run, () -> {
        for (var command : one.getValue()) {
          var answer = to(command, run);
          assertThat(answer.code()).as(command + answer.err()).isEqualTo(3);
          assertThat(answer.err()).as(command).contains(one.getKey()).doesNotContainPattern("Cannot.*Cannot");
        }
      });
    }
  }

  private static String name(String table) throws IOException {
    try (var files = Files.list(run.resolve(table))) {
      return table + "/" + files.findFirst().orElseThrow().getFileName();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"review", "plan", "evaluate", "report"})
  void aVariantIsNoRunAndTheRunIsNamed(String command) {
    var variant = run.resolve("variants/main.salience.10pct");
    var answer = to(command, variant);
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).isEqualTo("Cannot use file:" + variant + " as a run: it holds the variant"
        + " main.salience.10pct, one plan of a run, and not what that run measured; name the run: file:" + run + "\n");
    assertThat(to("verify", variant).code()).isZero();
    assertThat(to("sample", variant).code()).isZero();
  }

  @Test
  void aDefectInAVariantIsToldOnceAndCountedOnce() throws IOException {
    var variant = "variants/main.salience.10pct/";
    var part = variant + name(variant + "documents").substring(variant.length());
    for (var file : List.of(part, variant + "manifest.json", variant + "_SUCCESS")) {
      for (var text : new String[] {"x", null}) {
        with(file, text, run, () -> {
          var err = to("verify", run).err();
          assertThat(err.lines()).as(err).hasSize(2);
          assertThat(err).startsWith(file + ": ").contains(": 1 problem;");
        });
      }
    }
    with(part, "x", run, () -> with("statistics/corpus.json", "{}", run, () -> {
      assertThat(to("verify", run).err()).contains(": 2 problems;");
    }));
  }
}
