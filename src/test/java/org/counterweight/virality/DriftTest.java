package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DriftTest {

  private static final ViralitySettings SETTINGS = ViralitySettings.defaults().withReplicates(200);

  @Test
  void adjustedValuesAreThoseOfTheProcedureByHand() {
    assertThat(DiscoveryRate.adjusted(new double[] {0.04, 0.01, 0.03, 0.02, 0.9}))
        .containsExactly(new double[] {0.05, 0.05, 0.05, 0.05, 0.9}, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(DiscoveryRate.adjusted(new double[0])).isEmpty();
  }

  private static double[] values(List<Integer> hundredThousandths) {
    return hundredThousandths.stream().mapToDouble(p -> p / 1e5).toArray();
  }

  @Property(seed = "1")
  void adjustedValuesFollowTheStepUpRule(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 100_000) Integer> list) {
    double[] p = values(list);
    double[] q = DiscoveryRate.adjusted(p);
    double[] sorted = p.clone();
    Arrays.sort(sorted);
    int rejected = 0;
    for (int i = 1; i <= sorted.length; i++) {
      rejected = sorted[i - 1] <= 0.05 * i / sorted.length * (1 - 1e-12) ? i : rejected;
    }
    for (int i = 0; i < p.length; i++) {
      assertThat(q[i]).isBetween(p[i], 1.0);
      if (rejected > 0 && p[i] <= sorted[rejected - 1]) {
        assertThat(q[i]).isLessThanOrEqualTo(0.05);
      }
      for (int j = 0; j < p.length; j++) {
        assertThat(p[i] <= p[j] ? q[i] <= q[j] : q[i] >= q[j]).isTrue();
      }
    }
  }

  @Property(seed = "1")
  void orderDoesNotMatterAndALesserValueNeverUnmarks(
      @ForAll @Size(min = 2, max = 20) List<@IntRange(min = 1, max = 100_000) Integer> list,
      @ForAll @IntRange(min = 0, max = 19) int at) {
    var turned = new ArrayList<>(list);
    Collections.reverse(turned);
    double[] q = DiscoveryRate.adjusted(values(list));
    double[] back = DiscoveryRate.adjusted(values(turned));
    for (int i = 0; i < q.length; i++) {
      assertThat(back[q.length - 1 - i]).isEqualTo(q[i]);
    }
    var lesser = new ArrayList<>(list);
    lesser.set(at % list.size(), (list.get(at % list.size()) + 1) / 2);
    double[] after = DiscoveryRate.adjusted(values(lesser));
    for (int i = 0; i < q.length; i++) {
      assertThat(after[i]).isLessThanOrEqualTo(q[i]);
    }
  }

  /** Log odds of works of which a share is there in both runs, the others new; all of one make. */
  private static LogOdds odds(long world, long fresh, int works, double kept, double doom) {
    var sums = Documents.sums(SETTINGS);
    for (int w = 0; w < works; w++) {
      boolean shared = w < kept * works;
      var random = new SplittableRandom(1_000_003 * (shared ? world : fresh) + w);
      var document = Documents.of(50 + random.nextInt(300),
          random.nextDouble() < (shared ? 0.5 : doom) ? Documents.DOOM : Documents.TRACTABLE);
      sums.add(document, (shared ? "s" + world : "f" + fresh) + "-" + w, 1);
    }
    return LogOdds.of(Basis.judged(sums, new SampleSize(SETTINGS)));
  }

  private static Drift drift(long round, int shards, int works, double doomOfTheFirst) {
    var parts = new ArrayList<PartDrift>();
    for (int s = 0; s < shards; s++) {
      long id = 1000 * round + s;
      var before = odds(id, 2 * id + 1_000_000, works, 0.6, 0.5);
      var now = odds(id, 2 * id + 1_000_001, works, 0.6, s == 0 ? doomOfTheFirst : 0.5);
      var change = Change.between(before, now);
      parts.add(new PartDrift("0/" + s, PartDrift.Status.CHANGED, change, Change.unknown("too few")));
    }
    return Drift.of("run", PartDrift.alone("corpus", PartDrift.Status.NEW), parts);
  }

  @Test
  void whereNothingDriftsFewRunsMarkAnything() {
    int marked = 0;
    int small = 0;
    for (int round = 0; round < 100; round++) {
      var drift = drift(round, 20, 100, 0.5);
      marked += drift.marked().isEmpty() ? 0 : 1;
      small += (int) drift.shards().stream().filter(shard -> shard.judged().p() <= 0.05).count();
    }
    assertThat(small / 2000.0).as("share of p up to .05 under no drift").isBetween(0.03, 0.075);
    assertThat(marked).as("runs of 100 that mark anything").isLessThanOrEqualTo(11);
  }

  @Test
  void aShardThatDriftsIsMarkedAmongManyThatDoNot() {
    int found = 0;
    int falsely = 0;
    for (int round = 200; round < 220; round++) {
      var names = drift(round, 40, 220, 0.97).marked().stream().map(PartDrift::name).toList();
      found += names.contains("0/0") ? 1 : 0;
      falsely += names.size() - (names.contains("0/0") ? 1 : 0);
    }
    assertThat(found).as("of 20").isGreaterThanOrEqualTo(17);
    assertThat(falsely).as("of 780").isLessThanOrEqualTo(6);
  }

  @Test
  void shardsThatDidNotChangeAreExactlyTheSameAndNotTested() {
    var odds = odds(1, 2, 50, 1, 0.5);
    var same = new Replicates("0/a", "c0ffee", 0, 200, odds, odds);
    var moved = new Replicates("0/a", "c0ffee", 0, 200, odds(9, 9, 50, 1, 0.5), odds);
    var part = PartDrift.of(same, moved);
    assertThat(part.status()).isEqualTo(PartDrift.Status.UNCHANGED);
    assertThat(part.judged()).isEqualTo(Change.NONE);
    var weak = new Change(Figure.of(2, 1.1, 3), 0.04, 0.04);
    var changed = new PartDrift("0/b", PartDrift.Status.CHANGED, weak, weak);
    var parts = new ArrayList<PartDrift>(Collections.nCopies(50, part));
    parts.add(changed);
    assertThat(Drift.of("run", part, parts).marked()).extracting(PartDrift::name).containsExactly("0/b");
  }

  @Test
  void aShardOfOneRunAloneIsCountedAndNotCompared() {
    var part = PartDrift.alone("0/x", PartDrift.Status.GONE);
    var drift = Drift.of("run", part, List.of(part, PartDrift.alone("0/y", PartDrift.Status.NEW)));
    assertThat(drift.count(PartDrift.Status.GONE)).isEqualTo(1);
    assertThat(drift.count(PartDrift.Status.NEW)).isEqualTo(1);
    assertThat(drift.marked()).isEmpty();
    assertThatThrownBy(() -> new Drift("run", "another model", Optional.of(part), List.of()))
        .hasMessageContaining("either a comparison or a reason");
  }
}
