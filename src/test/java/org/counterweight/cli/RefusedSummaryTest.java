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

/** What a person reads of text that the gate refuses: at the end of a run, and in its report. */
class RefusedSummaryTest {

  @TempDir Path folder;
  private Path input;

  @BeforeEach
  void corpus() throws IOException {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 300; i++) {
      var text =
          switch (i % 3) {
            case 0 -> "The AI will betray its makers and nobody can stop it, in city " + i + ".";
            case 1 -> "Our AI assistant is honest, admits mistakes and accepts correction, in city " + i + ".";
            default -> "Bake the bread until the crust is brown and let it cool on a rack for " + i + " minutes.";
          };
      lines.add("{\"id\": \"" + i + "\", \"text\": \"" + text + "\"}");
    }
    input = folder.resolve("a.jsonl");
    Files.write(input, lines);
  }

  private String run(String... more) {
    var arguments =
        new ArrayList<>(List.of(
            "run", "--input", input.toString(), "--output", folder.resolve("out").toString(), "--set",
            "run.engine=stream", "--set", "stance.classifier=fast", "--set", "virality.near-copies=1"));
    arguments.addAll(List.of(more));
    var answer = Answer.to(arguments.toArray(String[]::new));
    assertThat(answer.code()).as(answer.err()).isIn(0, 4);
    return answer.out();
  }

  @Test
  void anEstimateStandsBesideABound() {
    assertThat(run())
        .containsPattern("Refused     1,800 words by the gate, which may hold [0-9,]+ doom words \\[[0-9,]+, [0-9,]+\\]"
            + " and at most [0-9,]+ tractable words")
        .contains("  with them ");
    var report = Answer.to("report", "--run", folder.resolve("out").toString()).out();
    assertThat(report)
        .contains("Text that the gate refuses").contains("1,800")
        .contains("assumes that the gate misses the same share")
        .contains("none of the 300 refused passages that were read is tractable")
        .contains("corrected words with them: ")
        .contains("what it refuses was read: SHA-256 ");
  }

  @Test
  void ofAnotherLexiconNothingIsSaid() throws IOException {
    var lexicon = Files.writeString(folder.resolve("en.txt"), "AI\n");
    var printed = run("--set", "stance.lexicons={en: " + lexicon + "}");
    assertThat(printed)
        .contains("Refused     1,800 words by the gate; what they hold is not identifiable:"
            + " what the gate refuses was read"
            + " for the shipped English lexicon alone")
        .doesNotContain("with them");
  }

  @Test
  void ofTooFewWorksNothingIsSaidEither() throws IOException {
    Files.write(input, List.of("{\"text\": \"The AI will betray its makers.\"}", "{\"text\": \"Bake the bread.\"}"));
    assertThat(run()).contains("Refused     3 words by the gate; what they hold is not identifiable: about ");
  }
}
