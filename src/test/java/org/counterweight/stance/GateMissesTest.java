package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.counterweight.passage.Gate;
import org.counterweight.stance.GateMisses.Stratum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateMissesTest {

  private static final String GATE = "ab".repeat(32);
  private static final GateMisses SHIPPED = GateMisses.shipped();

  /** A hundred passages read are one for each labelled one that is admitted. */
  private static Stratum stratum(String family, int read, int missedDoom, int labelled, int foundDoom) {
    return new Stratum(
        family, family, 10_000, read, List.of(missedDoom, 0, 0), 100 * labelled, labelled,
        List.of(foundDoom, 1, 1));
  }

  @Test
  void itIsOfTheGateThatShips() {
    assertThat(SHIPPED.gate())
        .as("whoever changes the lexicon reads what it refuses anew, and writes gate-misses.tsv")
        .isEqualTo(Gate.reading(Set.of("en")).digest());
  }

  @Test
  void itHoldsWhatWasReadOfRefusedPassages() throws IOException {
    for (var stratum : SHIPPED.strata()) {
      var rows =
          rows("refused.tsv").filter(row -> row[0].equals("fresh") && row[1].equals(stratum.name())).toList();
      assertThat(rows).as(stratum.name()).hasSize(stratum.read())
          .allMatch(row -> Integer.parseInt(row[3]) == stratum.refused());
      assertThat(stratum.missed())
          .isEqualTo(classes(rows.stream().map(row -> Stance.of(row[7])).toList()));
    }
    assertThat(SHIPPED.read()).isEqualTo(300);
    assertThat(SHIPPED.missed()).containsExactly(3, 0, 8);
  }

  /** The random draws of a stratum that the gate admits are some of them, and hold all that is doom or tractable. */
  @Test
  void itHoldsWhatWasReadOfAdmittedPassages() throws IOException {
    for (var stratum : SHIPPED.strata()) {
      var labels =
          rows("real.tsv")
              .filter(row -> row[0].startsWith(stratum.name()) && row[5].equals("random"))
              .map(row -> LabelPointer.of(String.join("\t", row)).settled())
              .toList();
      var classes = classes(labels);
      assertThat(stratum.labelled()).as(stratum.name()).isLessThanOrEqualTo(labels.size());
      assertThat(stratum.found().subList(0, 2)).as(stratum.name()).isEqualTo(classes.subList(0, 2));
      assertThat(stratum.found().get(2)).as(stratum.name()).isBetween(classes.get(2) - 2, classes.get(2));
      assertThat(stratum.family()).isEqualTo(PassageSet.family(stratum.name() + "-00.jsonl.gz"));
    }
  }

  private static Stream<String[]> rows(String file) throws IOException {
    return Files.readAllLines(Path.of("data-samples/labels", file)).stream().skip(1).map(row -> row.split("\t", -1));
  }

  private static List<Integer> classes(List<Stance> labels) {
    var counts = new Integer[] {0, 0, 0};
    for (var label : labels) {
      var of = StanceClass.of(label);
      if (of != StanceClass.NOT_AI) {
        counts[of.ordinal()]++;
      }
    }
    return List.of(counts);
  }

  @Test
  void aRatioOfHandCountedStrata() {
    // a tenth of 500 refused passages read, 4 of 20 labelled of 100 admitted are doom: 2 would be as many as admitted
    var one = new Stratum("a", "a", 500, 50, List.of(3, 0, 5), 100, 20, List.of(4, 2, 10));
    assertThat(new GateMisses(GATE, List.of(one)).ratios()).containsExactly(1.5, 0, 1);
    // another where nothing was missed and 6 would have been
    var other = new Stratum("b", "b", 100, 10, List.of(0, 0, 0), 60, 6, List.of(6, 0, 0));
    assertThat(new GateMisses(GATE, List.of(one, other)).ratios()[0]).isCloseTo(3 / 8.0, within(1e-12));
  }

  @Test
  void aDrawIsFixedByReplicateAndSeed() {
    assertThat(SHIPPED.draw(7, 3)).containsExactly(SHIPPED.draw(7, 3));
    assertThat(SHIPPED.draw(7, 3)).isNotEqualTo(SHIPPED.draw(8, 3)).isNotEqualTo(SHIPPED.draw(7, 4));
    for (int r = 1; r <= 1000; r++) {
      assertThat(Arrays.stream(SHIPPED.draw(r, 0))).allMatch(ratio -> ratio > 0 && ratio < 100);
    }
  }

  @Test
  void theDrawsSpreadAroundWhatWasFound() {
    assertThat(quantile(SHIPPED, 0, 0.025)).isBetween(0.02, 0.06);
    assertThat(quantile(SHIPPED, 0, 0.5)).isBetween(0.14, 0.22);
    assertThat(quantile(SHIPPED, 0, 0.975)).isBetween(0.4, 0.9);
  }

  @Test
  void aClassThatWasNeverMissedIsBoundedAndTheTighterTheMoreWasRead() {
    assertThat(quantile(SHIPPED, 1, 0.025)).isLessThan(1e-3);
    assertThat(quantile(SHIPPED, 1, 0.975)).isBetween(0.1, 0.6);
    var few = new GateMisses(GATE, List.of(stratum("a", 50, 0, 40, 20), stratum("b", 50, 0, 40, 20)));
    var many = new GateMisses(GATE, List.of(stratum("a", 900, 0, 40, 20), stratum("b", 900, 0, 40, 20)));
    assertThat(quantile(many, 0, 0.975)).isLessThan(quantile(few, 0, 0.975) / 8);
  }

  @Test
  void strataThatDifferWidenIt() {
    var alike = new GateMisses(GATE, List.of(stratum("a", 60, 10, 60, 20), stratum("b", 60, 10, 60, 20)));
    var apart = new GateMisses(GATE, List.of(stratum("a", 60, 20, 60, 20), stratum("b", 60, 0, 60, 20)));
    assertThat(alike.ratios()).containsExactly(apart.ratios(), within(1e-12));
    assertThat(width(apart)).isGreaterThan(1.3 * width(alike));
  }

  private static double width(GateMisses misses) {
    return Math.log(quantile(misses, 0, 0.975) / quantile(misses, 0, 0.025));
  }

  private static double quantile(GateMisses misses, int k, double share) {
    var draws = new double[2000];
    for (int r = 1; r <= draws.length; r++) {
      draws[r - 1] = misses.draw(r, 5)[k];
    }
    Arrays.sort(draws);
    return draws[(int) (share * (draws.length - 1))];
  }

  /** Worlds of eight families whose true ratio is known, alike or each with its own. */
  @ParameterizedTest
  @CsvSource({"0.05, 0", "0.2, 0", "0.6, 0", "0.2, 0.5", "0.6, 0.5"})
  void theIntervalHoldsTheTruth(double ratio, double differing) {
    var random = new Random(Double.hashCode(ratio + differing));
    int worlds = 200;
    int held = 0;
    for (int world = 0; world < worlds; world++) {
      var strata = new ArrayList<Stratum>();
      double expected = 0;
      double missed = 0;
      for (int s = 0; s < 8; s++) {
        double admitted = s < 2 ? 12 : 2;
        double own = ratio * Math.exp(differing * random.nextGaussian() - differing * differing / 2);
        strata.add(stratum("f" + s, 100, poisson(random, own * admitted), 100, poisson(random, admitted)));
        expected += admitted;
        missed += own * admitted;
      }
      var draws = new double[200];
      if (strata.stream().allMatch(stratum -> stratum.found().get(0) == 0)) {
        continue;
      }
      var misses = new GateMisses(GATE, strata);
      Arrays.setAll(draws, r -> misses.draw(r + 1, 0)[0]);
      Arrays.sort(draws);
      double truth = missed / expected;
      held += draws[5] <= truth && truth <= draws[194] ? 1 : 0;
    }
    assertThat(held / (double) worlds).isBetween(0.9, 1.0);
  }

  private static int poisson(Random random, double mean) {
    int count = -1;
    for (double sum = 0; sum <= mean; count++) {
      sum -= Math.log(1 - random.nextDouble());
    }
    return count;
  }

  @Test
  void itsTextComesBackAndNamesItsDigest() {
    assertThat(GateMisses.parse(SHIPPED.text())).isEqualTo(SHIPPED);
    assertThat(SHIPPED.digest()).hasSize(64).isEqualTo(GateMisses.parse(SHIPPED.text()).digest());
    var other = new GateMisses(GATE, SHIPPED.strata());
    assertThat(other.digest()).isNotEqualTo(SHIPPED.digest());
  }

  @Test
  void whatDoesNotAddUpIsRefused() {
    assertThatThrownBy(() -> stratum("a", 10, 11, 10, 1)).hasMessageContaining("'a'");
    assertThatThrownBy(() -> stratum("a", 10, 0, 2, 1)).hasMessageContaining("add up");
    assertThatThrownBy(() -> stratum("a", 0, 0, 10, 1)).hasMessageContaining("add up");
    assertThatThrownBy(() -> new GateMisses("no digest", SHIPPED.strata())).hasMessageContaining("no SHA-256");
    assertThatThrownBy(() -> new GateMisses(GATE, List.of())).hasMessageContaining("no stratum");
    assertThatThrownBy(() -> new GateMisses(GATE, List.of(stratum("a", 10, 0, 10, 0))))
        .hasMessageContaining("nothing admitted of class 0");
    assertThatThrownBy(() -> GateMisses.parse("")).hasMessageContaining("first lines");
    assertThatThrownBy(() -> GateMisses.parse(SHIPPED.text() + "x\ty\tz\n")).hasMessageContaining("'x\ty\tz'");
    assertThatThrownBy(() -> GateMisses.parse(SHIPPED.text() + "x\ty\t1\t1\n")).hasMessageContaining("is no stratum");
  }
}
