package org.counterweight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every {@code sh} block of the README runs, in its order, and ends well (or with 4 where its target is out of reach);
 * where a {@code text} block follows, that is what it prints, times and run ids apart.
 */
class ReadmeIT {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

  /** Commands that another part of the gate runs: the tests themselves, and a real cluster. */
  private static final Pattern RUN_ELSEWHERE = Pattern.compile("(?m)^(mvn -B verify|scripts/submit|scripts/check-).*$");

  private record Example(String commands, String output) {}

  @BeforeAll
  static void forgetEarlierRuns() throws IOException, InterruptedException {
    Launcher.shell(Path.of(""), List.of("rm", "-rf", "out"));
  }

  private static List<Example> examples() throws IOException {
    var blocks = BLOCK.matcher(Files.readString(Path.of("README.md"))).results().toList();
    var examples = new ArrayList<Example>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).group(1).equals("sh")) {
        boolean answered = i + 1 < blocks.size() && blocks.get(i + 1).group(1).equals("text");
        examples.add(new Example(blocks.get(i).group(2), answered ? blocks.get(i + 1).group(2) : ""));
      }
    }
    return examples;
  }

  @TestFactory
  Stream<DynamicTest> everyExampleDoesWhatTheReadmeSays() throws IOException {
    var examples = examples();
    assertThat(examples).hasSizeGreaterThan(5);
    return examples.stream()
        .filter(example -> !RUN_ELSEWHERE.matcher(example.commands()).find())
        .map(example -> DynamicTest.dynamicTest(example.commands().lines().findFirst().orElse(""), () -> run(example)));
  }

  private static void run(Example example) throws IOException, InterruptedException {
    var answer = Launcher.shell(Path.of(""), List.of("bash", "-euo", "pipefail", "-c", example.commands()));
    boolean outOfReach = example.output().contains("out of reach");
    assertThat(answer.code()).as(answer.err()).isEqualTo(outOfReach ? 4 : 0);
    if (!example.output().isEmpty()) {
      assertThat(normal(answer.out())).isEqualTo(normal(example.output()));
    }
  }

  private static String normal(String output) {
    return output
        .replaceAll("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}(-[0-9]+)?", "RUN")
        .replaceAll("in [0-9.]+ s \\(.*?\\)", "in TIME")
        .replaceAll("(?m)\\s+$", "")
        .strip();
  }
}
