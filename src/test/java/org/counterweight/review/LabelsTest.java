package org.counterweight.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.counterweight.corpus.InputException;
import org.counterweight.stance.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sheet must be for its labels to count. */
class LabelsTest {

  private static final World WORLD = new World(5, 2_000, 2, World.NATURAL);

  private static List<SheetRow> sheet(int draws, String label) {
    var sample = WORLD.sample(draws, 3);
    var rows = new ArrayList<SheetRow>();
    for (var drawn : sample.drawn()) {
      rows.add(labelled(SheetRow.of(sample, rows.size() + 1, new PassageText(drawn, "", "x", "")), label));
    }
    return rows;
  }

  private static SheetRow labelled(SheetRow row, String label) {
    return with(row, row.sample(), row.stratumDrawn(), row.inclusion(), label);
  }

  private static SheetRow with(SheetRow row, String sample, int drawn, double inclusion, String label) {
    return new SheetRow(
        sample, row.number(), row.shard(), row.row(), row.start(), row.end(), row.stratum(), drawn,
        row.stratumSize(), inclusion, label, "", "", "");
  }

  private static Labelled match(List<SheetRow> rows) throws IOException {
    return Labels.of(rows, "sheet.csv", WORLD.frame());
  }

  /** The sheet with its third row changed. */
  private static List<SheetRow> changed(UnaryOperator<SheetRow> change) {
    var rows = sheet(50, "doom");
    rows.set(2, change.apply(rows.get(2)));
    return rows;
  }

  private static void refused(List<SheetRow> rows, String... why) {
    assertThatThrownBy(() -> match(rows))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("Cannot read sheet.csv: ")
        .hasMessageContainingAll(why);
  }

  @Test
  void labelsComeInTheOrderOfTheSampleWhateverTheOrderOfTheRows() throws IOException {
    var rows = sheet(50, "NEUTRAL ".strip());
    var turned = new ArrayList<>(rows);
    java.util.Collections.reverse(turned);
    assertThat(match(turned)).isEqualTo(match(rows));
    assertThat(match(rows).labels()).hasSize(50).allMatch(label -> label.label() == Stance.NEUTRAL);
  }

  @Test
  void rowsWithoutALabelOrGoneAltogetherAreMissing() throws IOException {
    var rows = sheet(50, "doom");
    for (int i = 0; i < 10; i++) {
      rows.set(i, labelled(rows.get(i), ""));
    }
    rows.remove(49);
    var labelled = match(rows);
    assertThat(labelled.missing()).isEqualTo(11);
    var report = LabelReport.of("run", labelled);
    assertThat(report.toText()).contains("Missing     11").contains("number 1, 2, 3").contains("and others");
    assertThat(report.toJson()).contains("\"missing\":[1,2,3,4,5,6,7,8,9,10,50]");
  }

  @Test
  void aRowThatIsThereTwiceIsRefused() {
    var rows = sheet(50, "doom");
    rows.add(labelled(rows.get(7), "tractable"));
    refused(rows, "number 8", "is there twice");
  }

  @Test
  void aChangedProbabilityIsRefused() {
    refused(changed(row -> with(row, row.sample(), row.stratumDrawn(), row.inclusion() * 1.01, "doom")), "number 3",
        "was changed");
    refused(changed(row -> with(row, row.sample(), row.stratumDrawn() + 1, row.inclusion(), "doom")), "was changed");
  }

  @Test
  void aProbabilityThatASpreadsheetRoundedIsTaken() throws IOException {
    var rounded = changed(row -> with(row, row.sample(), row.stratumDrawn(), (float) row.inclusion(), "doom"));
    assertThat(match(rounded).labels()).hasSize(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dooom", "yes", "doom?", "0", "=doom"})
  void anUnknownLabelIsRefused(String label) {
    refused(changed(row -> labelled(row, label)), "number 3", "'" + label + "'", "none of doom, tractable");
  }

  @Test
  void aRowOfAnotherPlaceIsRefused() {
    refused(
        changed(row -> new SheetRow(row.sample(), 3, row.shard(), row.row() + 100_000, row.start(), row.end(),
            row.stratum(), row.stratumDrawn(), row.stratumSize(), row.inclusion(), "doom", "", "", "")),
        "is not of the sample");
  }

  @Test
  void aSheetOfAnotherRunIsRefused() throws IOException {
    var other = new World(6, 2_000, 2, World.NATURAL);
    assertThatThrownBy(() -> Labels.of(sheet(50, "doom"), "sheet.csv", other.frame()))
        .hasMessageContaining("a sample of another run: n50-seed3-");
  }

  @Test
  void sheetsThatAreMixedEmptyOrOfNoSampleAreRefused() {
    refused(List.of(), "no rows");
    refused(changed(row -> with(row, "n50-seed4-" + row.sample().substring(10), row.stratumDrawn(), row.inclusion(),
        "doom")), "mixes samples");
    for (var id : List.of("x", "n0-seed1-0123456789ab", "n999999-seed1-0123456789ab")) {
      refused(List.of(with(sheet(50, "").get(0), id, 1, 1, "")), "is no sample that counterweight review draws");
    }
    refused(List.of(with(sheet(50, "").get(0), "n5-seed9999999999999999999-0123456789ab", 1, 1, "")), "64 bits");
  }

  @Test
  void manyMistakesAreCountedAndTheFirstNamed() {
    refused(sheet(50, "gloom"), "number 1 ", "number 5 ", "and 45 more mistakes");
  }
}
