package org.counterweight.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.counterweight.corpus.InputException;
import org.counterweight.corpus.LocationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

  private static final String HOSTILE =
      "=HYPERLINK(\"http://x\")\n\",;\t\u202e\u0000 \ud83d\ude00 \ud800 'é\u2028\u2029\u0085.";

  @TempDir Path folder;

  private static SheetRow row(int number, String text) {
    return row(number, "0/ä, \"b\".jsonl", text);
  }

  private static SheetRow row(int number, String shard, String text) {
    return new SheetRow(
        "n10-seed-5-0123456789ab", number, shard, 1L << 40, 3, 90, 2, 10, 1L << 33, 10.0 / (1L << 33), "",
        text, text, text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl", "a.csv"})
  void whatPointsBackComesBackWhateverTheTextsHold(String name) throws IOException {
    var rows = List.of(row(1, HOSTILE), row(2, ""), row(3, "plain"));
    Sheet.write(rows, folder.resolve(name));
    var read = Sheet.read(folder.resolve(name));
    assertThat(read).hasSize(3);
    for (int i = 0; i < 3; i++) {
      var back = read.get(i);
      assertThat(List.of(back.sample(), back.number(), back.shard(), back.row(), back.start(), back.end()))
          .isEqualTo(List.of(rows.get(i).sample(), i + 1, rows.get(i).shard(), 1L << 40, 3, 90));
      assertThat(back.stratumSize()).isEqualTo(1L << 33);
      assertThat(back.inclusion()).isEqualTo(rows.get(i).inclusion());
      assertThat(back.label()).isEmpty();
    }
    assertThat(read.get(2).text()).isEqualTo("plain");
  }

  @Test
  void aSheetWhoseLabelsStandElsewhereIsRefusedAndNotTakenForUnlabelled() throws IOException {
    var file = folder.resolve("a.jsonl");
    Sheet.write(List.of(row(1, "text")), file);
    var sheet = Files.readString(file);
    Files.writeString(file, sheet.replace("\"label\"", "\"Label\""));
    assertThatThrownBy(() -> Sheet.read(file)).isInstanceOf(InputException.class).hasMessageContaining("'label'");
    Files.writeString(file, sheet.replace("\"label\":\"\"", "\"label\":[\"doom\"]"));
    assertThatThrownBy(() -> Sheet.read(file)).isInstanceOf(InputException.class).hasMessageContaining("more than one");
    assertThatThrownBy(() -> Sheet.read(Files.createDirectory(folder.resolve("b.csv"))))
        .isInstanceOf(InputException.class).hasMessageContaining("it is a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n=cmd|' /C calc'!A0", "\uff1d1", "\u200b=1"
  })
  void noCellOfACsvIsAFormula(String text) {
    var cell = Csv.line(List.of(text)).strip();
    assertThat(cell).matches("(?s)\"('.*|\\\\u.*)\"");
  }

  @Test
  void charactersThatHideOrTurnTextAreSpelledOutInACsv() throws IOException {
    Sheet.write(List.of(row(1, HOSTILE)), folder.resolve("a.csv"));
    var text = Files.readString(folder.resolve("a.csv"));
    assertThat(text).contains("\\u202e", "\\u0000").doesNotContain("\u202e").doesNotContain("\u0000");
    assertThat(text).startsWith("\ufeff\"number\",\"label\",\"before\",\"text\",\"after\",\"shard\"");
  }

  @Property(seed = "1")
  void csvComesBackCellByCell(
      @ForAll @Size(min = 2, max = 5)
          List<@StringLength(max = 8) @CharRange(from = 'a', to = 'c') String> plain,
      @ForAll @StringLength(max = 6) @CharRange(from = '!', to = '~') String odd) {
    var cells = new ArrayList<>(plain);
    cells.add("x" + odd + "\n\"");
    var text = Csv.line(cells) + Csv.line(cells);
    assertThat(Csv.read(text)).isEqualTo(List.of(cells, cells));
  }

  @Test
  void whatSpreadsheetsMakeOfItIsRead() {
    var expected = List.of(List.of("a", "b c", ""), List.of("1", "x\ny", "\""));
    assertThat(Csv.read("a;b c;\r\n1;\"x\ny\";\"\"\"\"\r\n\r\n")).isEqualTo(expected);
    assertThat(Csv.read("a\tb c\t\n1\t\"x\ny\"\t\"\"\"\"")).isEqualTo(expected);
    assertThat(Csv.read("a,b c,\r1,\"x\ny\",\"\"\"\"")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl", "a.csv"})
  void aShardWhoseNameHidesOrTurnsTextIsSpelledOutAndComesBack(String name) throws IOException {
    for (var shard :
        List.of("0/\u202egnp.jsonl", "0/a\u200bb\ufeff.jsonl", "0/\\u202e.jsonl", "0/\udb40\udc01\r\n\t.jsonl")) {
      var file = folder.resolve(shard.hashCode() + name);
      Sheet.write(List.of(row(1, shard, "x")), file);
      assertThat(Sheet.read(file).get(0).shard()).isEqualTo(shard);
      assertThat(Files.readString(file).substring(1)).doesNotContainPattern("[\\p{Cf}&&[^\\n]]");
    }
  }

  @Test
  void aByteOrderMarkAndASeparatorLineAreNoPartOfASheet() throws IOException {
    var json = folder.resolve("a.jsonl");
    Sheet.write(List.of(row(1, "x")), json);
    Files.writeString(json, "\ufeff" + Files.readString(json));
    assertThat(Sheet.read(json)).hasSize(1);
    for (var line : List.of("sep=,\r\n", "SEP=,\n", "\"sep=,\"\r\n", "sep=;\n", "sep=\t\n")) {
      var csv = folder.resolve(Math.abs(line.hashCode()) + ".csv");
      Sheet.write(List.of(row(1, "x")), csv);
      var sheet = Files.readString(csv).substring(1);
      var separated = line.contains(",") ? sheet : sheet.replace("\",\"", "\"" + line.charAt(4) + "\"");
      for (var mark : List.of("", "\ufeff")) {
        Files.writeString(csv, mark + line + separated);
        assertThat(Sheet.read(csv)).as(line).hasSize(1).first().extracting(SheetRow::number).isEqualTo(1);
      }
    }
  }

  @Test
  void aQuoteThatIsNeverClosedIsAnError() throws IOException {
    var file = Files.writeString(folder.resolve("a.csv"), "a,b\n1,\"x\n");
    assertThatThrownBy(() -> Sheet.read(file)).hasMessageContaining("opens in line 2").hasMessageContaining("closed");
  }

  @Test
  void aSheetThatIsThereIsNeverOverwritten() throws IOException {
    var file = Files.writeString(folder.resolve("a.csv"), "labels of somebody");
    assertThatThrownBy(() -> Sheet.write(List.of(row(1, "x")), file))
        .isInstanceOf(LocationException.class)
        .hasMessageStartingWith("Cannot write sheet " + file)
        .hasMessageContaining("may hold labels");
    assertThat(file).hasContent("labels of somebody");
    assertThatThrownBy(() -> Sheet.requireFree(folder.resolve("a.xlsx"))).hasMessageContaining(".jsonl or .csv");
  }

  @Test
  void aSheetWithoutProbabilitiesIsRefusedAndSaysWhy() throws IOException {
    var file = folder.resolve("a.jsonl");
    Sheet.write(List.of(row(1, "x")), file);
    var text = Files.readString(file);
    for (var column : List.of("inclusion", "stratum_size", "stratum_drawn", "sample", "shard")) {
      var less = folder.resolve("less-" + column + ".jsonl");
      Files.writeString(less, text.replace("\"" + column + "\"", "\"other\""));
      assertThatThrownBy(() -> Sheet.read(less))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("line 1")
          .hasMessageContaining("has no '" + column + "'")
          .hasMessageContaining("inclusion probabilities");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "\"inclusion\":0", "\"inclusion\":1.5", "\"inclusion\":\"many\"", "\"row\":-1", "\"row\":1.5",
    "\"row\":1e999999999",
    "\"start\":99999999999"
  })
  void numbersOutOfRangeAreRefused(String field) throws IOException {
    var file = folder.resolve("a.jsonl");
    Sheet.write(List.of(row(1, "x")), file);
    var name = field.substring(1, field.indexOf(':') - 1);
    Files.writeString(file, Files.readString(file).replaceAll("\"" + name + "\":[^,]*", field));
    assertThatThrownBy(() -> Sheet.read(file)).hasMessageContaining("'" + name + "' is no ");
  }

  @Test
  void linesThatAreNoObjectsAndBytesThatAreNoTextAreNamed() throws IOException {
    var file = Files.writeString(folder.resolve("a.jsonl"), "[1]\n");
    assertThatThrownBy(() -> Sheet.read(file)).hasMessageContaining("line 1: not a JSON object");
    Files.writeString(file, "\n{oops\n");
    assertThatThrownBy(() -> Sheet.read(file)).hasMessageContaining("line 2: not JSON");
    Files.write(file, "{\"é\":1}".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Sheet.read(file)).hasMessageContaining("not UTF-8");
    assertThatThrownBy(() -> Sheet.read(folder.resolve("none.csv"))).hasMessageContaining("no such file");
  }
}
