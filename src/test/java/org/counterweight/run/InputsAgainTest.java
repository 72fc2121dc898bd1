package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.counterweight.corpus.InputException;
import org.counterweight.corpus.Shard;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.Provenance;
import org.counterweight.plan.PlanSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a command that reads a corpus again reads what the run read. */
class InputsAgainTest {

  private static final String FIRST = "0/shard-0.jsonl";

  @TempDir static Path folder;
  private static Path input;
  private static Provenance provenance;

  @BeforeAll
  static void run() throws IOException {
    input = MadeCorpus.write(folder.resolve("a corpus"));
    var job = MadeCorpus.job(input, folder.resolve("out"), PlanSettings.defaults(), 0.02);
    provenance = new Run(job, new StreamEngine(Progress.SILENT)).publish().manifest().provenance();
  }

  private static Map<String, Shard> find(List<String> names, String... inputs) throws IOException {
    var engine = new StreamEngine(Progress.SILENT);
    return InputsAgain.of(Storage.local(), provenance, names, List.of(inputs), engine);
  }

  private static Path copy(String name) throws IOException {
    var copy = Files.createDirectory(folder.resolve(name));
    try (var files = Files.list(input)) {
      for (var file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  @Test
  void shardsAreFoundWhereTheyLayByNameOnlyThoseWanted() throws IOException {
    var found = find(List.of("0/shard-2.jsonl", FIRST, FIRST));
    assertThat(found.keySet()).containsExactlyInAnyOrder(FIRST, "0/shard-2.jsonl");
    assertThat(Files.isSameFile(Path.of(found.get(FIRST).hadoopPath().toUri()), input.resolve("shard-0.jsonl")))
        .isTrue();
    assertThat(found.get(FIRST).sha256()).hasSize(64);
    assertThat(found.get(FIRST).bytes()).isEqualTo(Files.size(input.resolve("shard-0.jsonl")));
    assertThat(find(List.of())).isEmpty();
  }

  @Test
  void aCopyServesWhateverItsTimes() throws IOException {
    var copy = copy("copy");
    Files.setLastModifiedTime(copy.resolve("shard-0.jsonl"), FileTime.fromMillis(7));
    assertThat(find(List.of(FIRST), copy.toString()).get(FIRST).location()).contains("/copy/");
  }

  @Test
  void oneByteThatDiffersIsSeenAlthoughSizeAndTimeAreTheSame() throws IOException {
    var copy = copy("edited");
    var file = copy.resolve("shard-0.jsonl");
    var time = Files.getLastModifiedTime(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, time);
    assertThatThrownBy(() -> find(List.of(FIRST, "0/shard-1.jsonl"), copy.toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(FIRST + " changed since")
        .hasMessageNotContaining("shard-1");
  }

  @Test
  void whatIsNotThereIsNamedWithWhatToDo() throws IOException {
    var copy = copy("short");
    Files.delete(copy.resolve("shard-0.jsonl"));
    assertThatThrownBy(() -> find(List.of(FIRST), copy.toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("shard " + FIRST)
        .hasMessageContaining("in its order");
  }

  @Test
  void inputsInAnotherOrderAreNotTakenForOneAnother() throws IOException {
    var one = copy("one");
    var other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("shard-0.jsonl"), "{\"text\": \"something else\"}\n");
    assertThatThrownBy(() -> find(List.of(FIRST), other.toString(), one.toString()))
        .hasMessageContaining(FIRST + " changed since");
  }
}
