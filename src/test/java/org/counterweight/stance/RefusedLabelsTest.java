package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the shipped labels of refused passages to what their README says of them. */
class RefusedLabelsTest {

  private static List<String[]> rows;

  @BeforeAll
  static void read() throws IOException {
    var lines = Files.readAllLines(Path.of("data-samples/labels/refused.tsv"));
    assertThat(lines.get(0)).isEqualTo("draw\tstratum\tdrawn\teligible\tshard\trow\tsha1\tlabel\tsure");
    rows = lines.stream().skip(1).map(line -> line.split("\t", -1)).toList();
  }

  @Test
  void everyRowIsAPointerWithALabel() {
    for (var row : rows) {
      assertThat(row).hasSize(9);
      var draw = Draw.RANDOM.label();
      var pointer = LabelPointer.of(String.join("\t", row[4], row[5], row[6], row[7], row[8], draw, "", ""));
      assertThat(pointer.shard()).startsWith(row[1]);
    }
    assertThat(rows).extracting(row -> row[4] + row[5] + row[6]).doesNotHaveDuplicates();
  }

  @Test
  void eachStratumHasTheRowsThatWereDrawnFromIt() {
    var strata = rows.stream().collect(Collectors.groupingBy(row -> row[0] + " " + row[1]));
    assertThat(strata).hasSize(16);
    strata.forEach(
        (name, drawn) ->
            assertThat(drawn)
                .as(name)
                .allMatch(row -> Integer.parseInt(row[2]) == drawn.size())
                .allMatch(row -> Integer.parseInt(row[3]) > drawn.size()));
  }

  @Test
  void theReadmeCountsThem() {
    assertThat(aboutAi("first")).isEqualTo(56);
    assertThat(aboutAi("fresh")).isEqualTo(11);
    assertThat(rows).filteredOn(row -> row[7].equals("doom")).hasSize(7);
    assertThat(rows).noneMatch(row -> row[7].equals("tractable"));
  }

  private static long aboutAi(String draw) {
    return rows.stream().filter(row -> row[0].equals(draw) && !row[7].equals("not_ai")).count();
  }
}
