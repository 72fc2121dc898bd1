package org.counterweight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {

  @TempDir static Path folder;
  private static String out;
  private static Answer first;

  @BeforeAll
  static void run() {
    out = folder.resolve("out").toString();
    first =
        Answer.to(
            "run", "--input", "data-samples/corpus", "--output", out, "--set", "run.engine=stream", "--set",
            "stance.classifier=fast", "--set", "virality.replicates=100", "--set", "stance.gain-threshold=0.05");
  }

  private static Answer plan(String... sets) {
    var line = new ArrayList<>(List.of("plan", "--run", out));
    for (var set : sets) {
      line.add("--set");
      line.add(set);
    }
    return Answer.to(line.toArray(String[]::new));
  }

  @Test
  void plansAnewAndSaysWhatCameOfIt() throws IOException {
    assertThat(first.code()).as(first.err()).isIn(0, 4);
    var latest = Files.readString(Path.of(out, "LATEST"));
    var answer = plan("plan.target.share=0.5%", "output.format=jsonl");
    assertThat(answer.err()).isEmpty();
    assertThat(answer.code()).isIn(0, 4);
    assertThat(answer.out()).contains(latest.strip()).contains("share: 0.5%").contains("counterweight verify --run");
    var next = Files.readString(Path.of(out, "LATEST"));
    assertThat(next).isNotEqualTo(latest);
    var manifest = new ObjectMapper().readTree(Path.of(out, "runs", next.strip(), "manifest.json").toFile());
    assertThat(manifest.at("/provenance/census").asText()).isEqualTo(latest.strip());
    assertThat(manifest.at("/provenance/configuration").asText()).contains("share: 0.5%").contains("fast");
    assertThat(Answer.to("verify", "--run", out).code()).isZero();
  }

  @Test
  void thePassagesOfAPlanInTheSameFormatAreThoseOfItsRun() throws IOException {
    assertThat(plan("output.format=parquet").code()).isIn(0, 4);
    var before = filesBeside();
    assertThat(plan("output.format=parquet", "plan.target.odds=0.7").code()).isIn(0, 4);
    assertThat(filesBeside()).isEqualTo(before).anyMatch(file -> file.contains("not_ai/"))
        .anyMatch(file -> file.contains("passages/")).anyMatch(file -> file.contains("quarantine/"));
    assertThat(Answer.to("verify", "--run", out).code()).isZero();
  }

  /** The files of the newest run's passages and refusals, with their digests. */
  private static List<String> filesBeside() throws IOException {
    var run = Path.of(out, "runs", Files.readString(Path.of(out, "LATEST")).strip());
    var files = new ArrayList<String>();
    for (var file : new ObjectMapper().readTree(run.resolve("manifest.json").toFile()).at("/files")) {
      if (file.at("/path").asText().matches("(passages|not_ai|quarantine)/.*")) {
        files.add(file.toString());
      }
    }
    return files;
  }

  @Test
  void onlyThePlanMayChangeAndEveryOtherKeyIsNamed() {
    var answer = plan("seed=3", "plan.floor=0.5", "corpus.sampled=0.5", "stance.classifier=accurate");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).startsWith("Cannot use").contains("seed").contains("corpus.sampled")
        .contains("stance.classifier").contains("a new run").doesNotContain("plan.floor");
    assertThat(plan("plan.flor=1").err()).contains("did you mean plan.floor");
    assertThat(plan("seed=0").code()).as("what stays the same is no change").isIn(0, 4);
  }

  @Test
  void aStageThatTheCorpusCannotFillIsAUsageErrorAndIsNotCutShort() {
    for (var stage : List.of("words: 5e9", "words: 4e18", "tokens: 100", "epochs: 1e-9")) {
      var answer = plan("plan.stages=[{name: anneal, " + stage + "}]");
      assertThat(answer.code()).as(stage).isEqualTo(2);
      assertThat(answer.err()).as(stage).contains("Cannot plan").contains("stage anneal").doesNotContain("internal");
    }
  }

  @Test
  void aFolderThatIsNoRunIsAUsageError() {
    var answer = Answer.to("plan", "--run", folder.resolve("nothing").toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).startsWith("Cannot find a run in");
  }
}
