package org.counterweight.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.counterweight.manifest.PassageRow;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.Stance;
import org.junit.jupiter.api.Test;

class SampleTest {

  private static final World WORLD = new World(5, 3_000, 2, World.NATURAL);

  @Test
  void theSameFrameDrawsAndSeedGiveTheSameSampleAndAnotherSeedAnother() {
    assertThat(WORLD.sample(100, 7)).isEqualTo(WORLD.sample(100, 7));
    assertThat(WORLD.sample(100, 8).drawn()).isNotEqualTo(WORLD.sample(100, 7).drawn());
    assertThat(WORLD.sample(100, 8).id()).isNotEqualTo(WORLD.sample(100, 7).id());
    assertThat(WORLD.sample(100, 7).strata()).isEqualTo(WORLD.sample(100, 8).strata());
  }

  @Test
  void oneJudgementThatDiffersMakesAnotherSample() {
    var rows = new ArrayList<>(WORLD.rows);
    var row = rows.get(17);
    var moved = new Probabilities(0, 0, 0, 0, 1_000_000);
    rows.set(17, new PassageRow(row.shard(), row.row(), row.docId(), row.start(), row.end(), row.words(), moved,
        Stance.NOT_AI));
    assertThat(sample(rows, 100, 7).id()).isNotEqualTo(WORLD.sample(100, 7).id());
  }

  @Property(seed = "1", tries = 60)
  void strataPartitionTheFrameAndRecordWhatWasDrawn(@ForAll @IntRange(min = 1, max = 700) int draws) {
    var world = new World(draws, 400, 2, World.NATURAL);
    var sample = world.sample(draws, 1);
    assertThat(sample.drawn()).hasSize(Math.min(draws, 400)).doesNotHaveDuplicates();
    assertThat(sample.strata().stream().mapToLong(Stratum::size).sum()).isEqualTo(400);
    assertThat(sample.strata().stream().mapToLong(Stratum::words).sum())
        .isEqualTo(world.rows.stream().mapToLong(PassageRow::words).sum());
    for (var stratum : sample.strata()) {
      long drawn = sample.drawn().stream().filter(one -> one.stratum().equals(stratum)).count();
      assertThat(drawn).isEqualTo(stratum.drawn());
      if (draws >= Allocation.LEAST * sample.strata().size()) {
        assertThat(drawn).isGreaterThanOrEqualTo(Math.min(Allocation.LEAST, stratum.size()));
      }
    }
  }

  @Test
  void eachPassageIsDrawnAsOftenAsItsInclusionProbabilitySays() {
    var world = new World(9, 300, 2, World.NATURAL);
    var met = new HashMap<PassageRow, Integer>();
    int rounds = 2_000;
    for (long seed = 0; seed < rounds; seed++) {
      world.sample(60, seed).drawn().forEach(one -> met.merge(one.passage(), 1, Integer::sum));
    }
    var grid = new Grid();
    world.rows.forEach(grid::add);
    var cut = Stratification.of(grid, 60);
    var strata = world.sample(60, 0).strata();
    double chi = 0;
    for (var row : world.rows) {
      double p = strata.get(cut.ofCell()[Grid.cell(row)]).inclusion();
      double expected = rounds * p;
      assertThat(met.getOrDefault(row, 0) - expected).isCloseTo(0, within(5 * Math.sqrt(expected * (1 - p)) + 1e-9));
      chi += p < 1 ? Math.pow(met.getOrDefault(row, 0) - expected, 2) / (expected * (1 - p)) : 0;
    }
    assertThat(chi / world.rows.size()).isCloseTo(1, within(0.35));
  }

  @Test
  void likelyPassagesAreDrawnMoreOftenThanOthersAndLongMoreOftenThanShort() {
    double sided = 0;
    double rest = 0;
    for (var one : WORLD.sample(300, 1).drawn()) {
      var p = one.passage().p();
      boolean likely = Math.max(p.doom(), p.tractable()) > 300_000;
      sided += likely ? 1 : 0;
      rest += likely ? 0 : 1;
    }
    long likely = WORLD.rows.stream().filter(row -> Math.max(row.p().doom(), row.p().tractable()) > 300_000).count();
    assertThat(sided / likely).isGreaterThan(2 * rest / (WORLD.rows.size() - likely));
  }

  @Test
  void theFirstRowsAreNotOfFewStrata() {
    var first = WORLD.sample(300, 3).drawn().subList(0, 60);
    var strata = new HashSet<Integer>();
    first.forEach(one -> strata.add(one.stratum().name()));
    assertThat(strata.size()).isGreaterThan(WORLD.sample(300, 3).strata().size() / 2);
  }

  @Property(seed = "1")
  void everyPassageIsGivenAndNoStratumGivesMoreThanItHas(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 50) Integer> sizes,
      @ForAll @IntRange(min = 1, max = 300) int draws) {
    long[] held = sizes.stream().mapToLong(Integer::longValue).toArray();
    double[] deviations = sizes.stream().mapToDouble(size -> size * (size % 5)).toArray();
    int[] drawn = Allocation.of(draws, held, deviations);
    assertThat(Arrays.stream(drawn).sum()).isEqualTo((int) Math.min(draws, Arrays.stream(held).sum()));
    for (int h = 0; h < drawn.length; h++) {
      assertThat((long) drawn[h]).isBetween(0L, held[h]);
    }
  }

  @Test
  void theAllocationIsNeymansWhereNothingBinds() {
    int[] drawn = Allocation.of(600, new long[] {10_000, 10_000, 10_000}, new double[] {1, 2, 3});
    assertThat(drawn).containsExactly(100, 200, 300);
  }

  @Test
  void anEmptyFrameGivesAnEmptySampleAndOneWithoutSidesAnOrdinaryOne() {
    assertThat(sample(List.of(), 10, 0).drawn()).isEmpty();
    var rows = new ArrayList<PassageRow>();
    for (int i = 0; i < 50; i++) {
      rows.add(new PassageRow("0/a", i, "", 0, 9, 3, Probabilities.NOT_AI, Stance.NOT_AI));
    }
    assertThat(sample(rows, 10, 0).drawn()).hasSize(10);
  }

  @Test
  void nonsenseIsRefused() {
    for (int draws : new int[] {0, -1, Sample.MOST + 1}) {
      assertThatThrownBy(() -> Sample.of(WORLD.frame(), draws, 0)).hasMessageStartingWith("Cannot draw " + draws);
    }
  }

  private static Sample sample(List<PassageRow> rows, int draws, long seed) {
    try {
      return Sample.of(
          taker -> {
            for (var row : rows) {
              taker.take(row);
            }
          },
          draws,
          seed);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
