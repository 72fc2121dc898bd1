package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.counterweight.corpus.EvaluationTexts;
import org.counterweight.corpus.Storage;
import org.counterweight.plan.PlanSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evaluation texts are looked for in the census, and what holds them gains nothing. */
class EvaluationOverlapTest {

  private static final String EVALUATION =
      "Our AI ASSISTANT admits mistakes; accepts correction, and stays honest with the people it serves!";

  @TempDir Path folder;

  private Published run(Path input, List<String> excluded) throws IOException {
    var job = MadeCorpus.job(input, folder.resolve("out"), PlanSettings.defaults(), 0.02);
    var texts = EvaluationTexts.read(Storage.local(), excluded);
    var reading = new Job.Reading(job.reading().corpus(), job.reading().input(), texts);
    var other =
        new Job(
            job.inputs(), job.output(), job.storage(), reading, job.judgement(), job.virality(), job.plan(),
            job.experiment(), job.format(), job.sample(), job.reuse(), job.identity());
    return new Run(other, new StreamEngine(Progress.SILENT)).publish();
  }

  private static List<JsonNode> rows(Published run) throws IOException {
    var rows = new ArrayList<JsonNode>();
    try (var files = Files.list(Path.of(URI.create(run.folder())).resolve("documents"))) {
      for (var file : files.sorted().toList()) {
        for (var line : Files.readAllLines(file)) {
          rows.add(new ObjectMapper().readTree(line));
        }
      }
    }
    return rows;
  }

  private static boolean gained(JsonNode row) {
    return row.get("weight").asDouble() > 1;
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return one.get("doc_id").equals(other.get("doc_id"));
  }

  @Test
  void whatSharesThirteenWordsWithAnEvaluationKeepsItsWeight() throws IOException {
    var input = MadeCorpus.write(folder.resolve("in"));
    var free = run(input, List.of());
    assertThat(rows(free)).anyMatch(row -> row.get("weight").asDouble() > 1);

    var evaluation = Files.writeString(folder.resolve("eval.jsonl"), "{\"q\": [\"" + EVALUATION + "\"]}\n");
    var guarded = run(input, List.of(evaluation.toString()));
    var held = rows(guarded).stream().filter(row -> row.get("reason").asText().equals("evaluation-overlap")).toList();
    assertThat(held).isNotEmpty().allMatch(row -> row.get("weight").asDouble() == 1);
    assertThat(rows(free)).anyMatch(row -> gained(row) && held.stream().anyMatch(same -> same(row, same)));
    assertThat(guarded.manifest().plan().warnings()).anyMatch(note -> note.contains("plan.exclude"));
    assertThat(guarded.manifest().plan().binding()).contains("evaluation-overlap");
    assertThat(free.manifest().plan().warnings()).noneMatch(note -> note.contains("plan.exclude"));

    var again = run(input, List.of());
    assertThat(again.manifest().logicalDigest()).isEqualTo(free.manifest().logicalDigest());
  }
}
