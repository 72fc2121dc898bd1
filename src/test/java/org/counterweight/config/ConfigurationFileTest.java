package org.counterweight.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that ships and files of users, as files. */
class ConfigurationFileTest {

  @Test
  void theShippedFileIsTheOneThatUsersRead() throws Exception {
    assertThat(Assembly.shippedText()).isEqualTo(Files.readString(Path.of("conf/counterweight.yaml")));
  }

  @Test
  void theShippedFileSaysWhatEachKeyMeans() {
    var lines = Assembly.shippedText().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.matches(" *[a-z-]+:.*") && !line.contains("#")) {
        int above = i - 1;
        while (lines.get(above).matches(" *[a-z-]+:.*")) {
          above--;
        }
        assertThat(lines.get(above)).as("above line " + (i + 1)).matches(" *#.*|");
      }
      assertThat(line.length()).as("line " + (i + 1)).isLessThanOrEqualTo(120);
    }
  }

  @Test
  void aFileWithNothingInItLeavesTheDefaults() throws Exception {
    for (var nothing : List.of("", "\n\n", "# only a comment\n", "---\n", "corpus:\nplan:\n  target:\n", "\ufeff")) {
      assertThat(ConfigurationTest.load(nothing)).isEqualTo(Configuration.defaults());
    }
  }

  @Test
  void readsAFileAndSaysWhyItCannot(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("my.yaml"), "seed: 5\n");
    var broken = Files.write(folder.resolve("broken.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});
    var large = Files.writeString(folder.resolve("large.yaml"), "#".repeat(YamlReader.MAX_CHARACTERS + 1));

    assertThat(Configuration.load(file, List.of("plan.floor=0")).seed()).isEqualTo(5);
    assertThatThrownBy(() -> Configuration.load(folder.resolve("none.yaml"), List.of()))
        .hasMessageMatching("Cannot use .*none.yaml: there is no such file");
    assertThatThrownBy(() -> Configuration.load(folder, List.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageEndingWith(": it is a folder");
    assertThatThrownBy(() -> Configuration.load(broken, List.of())).hasMessageEndingWith("it is not UTF-8 text");
    assertThatThrownBy(() -> Configuration.load(large, List.of())).hasMessageContaining("over 1 MiB");
  }
}
