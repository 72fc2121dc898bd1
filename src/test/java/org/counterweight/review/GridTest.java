package org.counterweight.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.counterweight.manifest.PassageRow;
import org.counterweight.stance.Probabilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sums of cells against the definitions, passage by passage. */
class GridTest {

  private static final World WORLD = new World(11, 2_000, 1.5, World.NATURAL);
  private static final double DOUBT = 0.1;

  private static Grid grid(List<PassageRow> rows) {
    var grid = new Grid();
    rows.forEach(grid::add);
    return grid;
  }

  private static double mass(List<PassageRow> rows, boolean doom) {
    return rows.stream().mapToDouble(row -> row.words() * (doom ? row.p().doom() : row.p().tractable()) / 1e6).sum();
  }

  /** v_i as the package's description has it. */
  private static double variance(PassageRow row, double doom, double tractable, double words) {
    double d = row.p().doom() / 1e6;
    double t = row.p().tractable() / 1e6;
    return row.words() * (double) row.words()
        * ((1 - DOUBT) * of(d, t, doom, tractable) + DOUBT * of(doom / words, tractable / words, doom, tractable));
  }

  private static double of(double d, double t, double doom, double tractable) {
    return d * (1 - d) / doom / doom + t * (1 - t) / tractable / tractable + 2 * d * t / doom / tractable;
  }

  @Test
  void theDeviationOfAStratumIsTheOneOfItsPassages() {
    var rows = WORLD.rows;
    var grid = grid(rows);
    double doom = mass(rows, true);
    double tractable = mass(rows, false);
    double words = rows.stream().mapToDouble(PassageRow::words).sum();
    for (var cells : Stratification.of(grid, 300).strata()) {
      var members = rows.stream().filter(row -> new HashSet<>(cells).contains(Grid.cell(row))).toList();
      double mean = 0;
      double within = 0;
      for (var row : members) {
        within += variance(row, doom, tractable, words) / members.size();
        mean += expected(row, doom, tractable) / members.size();
      }
      double between = 0;
      for (var row : members) {
        between += Math.pow(expected(row, doom, tractable) - mean, 2) / members.size();
      }
      double expected = members.size() * Math.sqrt(within + between);
      assertThat(grid.neyman(cells)).isCloseTo(expected, within(1e-9 * expected));
    }
  }

  private static double expected(PassageRow row, double doom, double tractable) {
    return row.words() * (row.p().doom() / doom - row.p().tractable() / tractable) / 1e6;
  }

  @Test
  void theOrderOfThePassagesDoesNotMatterToTheStrata() {
    var turned = new ArrayList<>(WORLD.rows);
    java.util.Collections.reverse(turned);
    assertThat(Stratification.of(grid(turned), 300).strata())
        .isEqualTo(Stratification.of(grid(WORLD.rows), 300).strata());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 17, 36, 72, 300, 1_000, 100_000})
  void strataPartTheCellsWhateverTheSample(int draws) {
    var grid = grid(WORLD.rows);
    var cut = Stratification.of(grid, draws);
    var seen = new TreeSet<Integer>();
    for (int h = 0; h < cut.strata().size(); h++) {
      assertThat(cut.strata().get(h)).isNotEmpty();
      for (int cell : cut.strata().get(h)) {
        assertThat(seen.add(cell)).isTrue();
        assertThat(cut.ofCell()[cell]).isEqualTo(h);
        assertThat(grid.count(cell)).isPositive();
      }
    }
    assertThat(WORLD.rows).allMatch(row -> seen.contains(Grid.cell(row)));
    assertThat(cut.strata().size()).isBetween(2, 44);
  }

  @Test
  void aLargerSampleHasMoreStrataUpToABound() {
    var grid = grid(WORLD.rows);
    int before = 0;
    for (int draws : new int[] {10, 100, 300, 700, 5_000}) {
      int strata = Stratification.of(grid, draws).strata().size();
      assertThat(strata).isGreaterThanOrEqualTo(before);
      before = strata;
    }
  }

  @Test
  void sidesBandsAndLengthsAreKeptApart() {
    for (var cells : Stratification.of(grid(WORLD.rows), 300).strata()) {
      var members = WORLD.rows.stream().filter(row -> new HashSet<>(cells).contains(Grid.cell(row))).toList();
      boolean doom = members.get(0).p().doom() >= members.get(0).p().tractable();
      assertThat(members).allMatch(row -> row.p().doom() >= row.p().tractable() == doom);
    }
  }

  @Test
  void extremeProbabilitiesAndLengthsHaveACell() {
    for (int words : new int[] {0, 1, 449, 450, 100_000}) {
      for (var p : List.of(Probabilities.NOT_AI, Probabilities.of(1, 0, 0, 0, 0), Probabilities.of(0, 1, 0, 0, 0))) {
        var row = new PassageRow("0/a", 0, "", 0, 1, words, p, p.stance());
        assertThat(Grid.cell(row)).isBetween(0, Grid.SIDES * Grid.SCORES * Grid.LENGTHS - 1);
        var grid = grid(List.of(row));
        assertThat(grid.neyman(List.of(Grid.cell(row)))).isFinite().isGreaterThanOrEqualTo(0);
      }
    }
  }
}
