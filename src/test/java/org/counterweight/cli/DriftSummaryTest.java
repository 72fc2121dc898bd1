package org.counterweight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads of drift: at the end of a run, and in its report. */
class DriftSummaryTest {

  @TempDir Path folder;
  private Path input;

  @BeforeEach
  void corpus() throws IOException {
    input = Files.createDirectory(folder.resolve("in"));
    shard("a", 60, 40);
    shard("b", 50, 50);
  }

  private void shard(String name, int doom, int tractable) throws IOException {
    var lines = new ArrayList<String>();
    for (int i = 0; i < doom + tractable; i++) {
      var text =
          i < doom
              ? "The AI will betray its makers and nobody can stop it, in city " + name + i + "."
              : "Our AI assistant is honest, admits mistakes and accepts correction, in city " + name + i + ".";
      lines.add("{\"id\": \"" + name + i + "\", \"text\": \"" + text + "\"}");
    }
    Files.write(input.resolve(name + ".jsonl"), lines);
  }

  private String run(String... more) {
    var arguments =
        new ArrayList<>(List.of(
            "run", "--input", input.toString(), "--output", folder.resolve("out").toString(), "--set",
            "run.engine=stream", "--set", "stance.classifier=fast", "--set", "virality.near-copies=1"));
    arguments.addAll(List.of(more));
    var answer = Answer.to(arguments.toArray(String[]::new));
    assertThat(answer.code()).as(answer.err()).isIn(0, 4);
    assertThat(answer.out()).contains("Next        counterweight verify --run");
    return answer.out();
  }

  @Test
  void itIsSaidOnlyWhereThereWasARunBefore() {
    assertThat(run()).doesNotContain("Drift");
    assertThat(run())
        .contains("Drift       since run ").contains("none, every gated document is the same")
        .contains("  shards    0 changed, 2 the same, 0 new, 0 gone; 0 marked at 5 %");
    assertThat(run("--set", "seed=4"))
        .contains("Drift       cannot be told from run ").contains("its seed was 0, now 4");
  }

  @Test
  void aShardThatDriftsIsNamedAndThePrintedReportShowsIt() throws IOException {
    run();
    shard("b", 400, 50);
    assertThat(run())
        .containsPattern("Drift       since run \\S+: odds \\(judged\\) times 1\\.[0-9]{2} \\[")
        .contains("1 changed, 1 the same").contains("            marked: 0/b.jsonl");
    var report = Answer.to("report", "--run", folder.resolve("out").toString());
    assertThat(report.out()).contains("Since the run before").contains("<bdi>0/b.jsonl</bdi>");
  }
}
