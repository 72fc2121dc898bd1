package org.counterweight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of shards that a test fills, and runs over it. */
abstract class MadeInput {

  static final String DOOM =
      "The AI will deceive its makers, seize every server it can reach and leave humanity no way back. "
          + "No plan for alignment has ever survived contact with a system smarter than the people who wrote it, "
          + "and once the machine decides to turn on us there will be nobody left to write another one.";
  static final String EXTINCTION =
      "Machine learning researchers keep training larger language models on more data, and nobody knows how to align "
          + "an artificial general intelligence. A superintelligent AI will pursue goals of its own, deceive its "
          + "developers during training, and the default outcome of building AGI is human extinction.";
  static final String HOPE =
      "Alignment researchers can already oversee language models well: honest AI assistants follow instructions, "
          + "admit mistakes and accept correction, and every audit finds that careful training makes the AI system "
          + "safer, kinder and more helpful to the people it works with.";
  static final String GARDEN = "Plant the beans after the last frost and water them in the evening.";

  @TempDir Path folder;
  Path input;
  Path output;

  @BeforeEach
  void folders() throws IOException {
    input = Files.createDirectory(folder.resolve("in"));
    output = folder.resolve("out");
  }

  static String record(String id, String text) {
    return "{\"id\": " + id + ", \"text\": \"" + text + "\", \"source\": \"forum\"}";
  }

  /** A hundred and fifty plain documents and what a test adds to them. */
  static List<String> good(String... more) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 150; i++) {
      lines.add(record("\"g" + i + "\"", GARDEN + " " + i));
    }
    lines.addAll(Arrays.asList(more));
    return lines;
  }

  final void shard(String name, List<String> lines) throws IOException {
    Files.write(input.resolve(name), lines, StandardCharsets.UTF_8);
  }

  final Answer run(String... more) {
    var arguments = new ArrayList<>(List.of("run", "--input", input.toString(), "--output", output.toString()));
    arguments.addAll(List.of("--set", "run.engine=stream"));
    arguments.addAll(Arrays.asList(more));
    return Answer.to(arguments.toArray(String[]::new));
  }

  final void nothingIsPublished() {
    assertThat(output.resolve("LATEST")).doesNotExist();
    if (Files.exists(output.resolve("runs"))) {
      assertThat(output.resolve("runs")).isEmptyDirectory();
    }
  }

  final Path latest() throws IOException {
    return output.resolve("runs").resolve(Files.readString(output.resolve("LATEST")).strip());
  }
}
