package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Periods, clusters and floors of a stratum. */
class StrataPartsTest {

  private static Reaction of(int i, String work, String host, String month) {
    return Reactions.of("k" + i, work, host, month, 100, 1, Reactions.sure(0));
  }

  private static List<Reaction> monthly(int months, int each) {
    var reactions = new ArrayList<Reaction>();
    for (int i = 0; i < months * each; i++) {
      reactions.add(of(i, "w" + i, "", String.format("%d-%02d", 2000 + i % months / 12, i % months % 12 + 1)));
    }
    return reactions;
  }

  @Test
  void everyMonthWithATwelfthIsAPeriodAndSmallerOnesAreJoined() {
    assertThat(new Periods(monthly(12, 30)).count()).isEqualTo(12);
    assertThat(new Periods(monthly(48, 10)).count()).isEqualTo(12);
    assertThat(new Periods(monthly(12, 6)).count()).isEqualTo(3);
    assertThat(new Periods(monthly(3, 2)).count()).isOne();
  }

  @Property(seed = "1", tries = 100)
  void periodsFollowTimeAndHoldTwentyDocuments(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 600) int count,
      @ForAll @IntRange(min = 1, max = 90) int span) {
    var random = new Random(seed);
    var reactions = new ArrayList<Reaction>();
    for (int i = 0; i < count; i++) {
      int month = random.nextInt(span);
      reactions.add(of(i, "w" + i, "", String.format("%d-%02d", 2000 + month / 12, month % 12 + 1)));
    }
    var periods = new Periods(reactions);
    var sizes = new int[periods.count()];
    reactions.forEach(reaction -> sizes[periods.of(reaction)]++);
    for (int size : sizes) {
      assertThat(size).isGreaterThanOrEqualTo(Math.min(20, count));
    }
    assertThat(periods.count()).isBetween(1, 12);
    reactions.sort((a, b) -> a.month().compareTo(b.month()));
    int before = 0;
    for (var reaction : reactions) {
      assertThat(periods.of(reaction)).isBetween(before, before + 1);
      before = periods.of(reaction);
    }
  }

  @Test
  void undatedDocumentsAreAPeriodOnlyIfThereAreTwenty() {
    var reactions = monthly(4, 20);
    for (int i = 0; i < 19; i++) {
      reactions.add(of(1000 + i, "u" + i, "", ""));
    }
    assertThat(new Periods(reactions).count()).isEqualTo(4);
    assertThat(new Periods(reactions).of(reactions.get(80))).isZero();
    reactions.add(of(2000, "u", "", ""));
    assertThat(new Periods(reactions).of(reactions.get(80))).isEqualTo(4);
    assertThat(new Periods(List.of(of(1, "w", "", ""))).count()).isOne();
  }

  /** So many documents on each of so many hosts, each a work of its own. */
  private static List<Reaction> hosted(int hosts, int each) {
    var reactions = new ArrayList<Reaction>();
    for (int i = 0; i < hosts * each; i++) {
      reactions.add(of(i, "w" + i, "h" + i % hosts, ""));
    }
    return reactions;
  }

  @Test
  void theCoarsestClusteringWithFortyEffectiveClustersIsTaken() {
    assertThat(Clusters.of(hosted(40, 5)).by()).isEqualTo("host");
    assertThat(Clusters.of(hosted(40, 5)).count()).isEqualTo(40);
    assertThat(Clusters.of(hosted(39, 5)).by()).isEqualTo("work");
    var lopsided = hosted(60, 1);
    for (int i = 0; i < 60; i++) {
      lopsided.add(of(1000 + i, "x" + i, "h0", ""));
    }
    assertThat(Clusters.of(lopsided).by()).as("one host holds half").isEqualTo("work");
    assertThat(Clusters.of(hosted(50, 1)).by()).as("nothing is joined by hosts").isEqualTo("work");
  }

  @Test
  void copiesOfAWorkStayTogetherAcrossHosts() {
    var reactions = hosted(50, 3);
    assertThat(Clusters.of(reactions).count()).isEqualTo(50);
    reactions.add(of(500, "w0", "h1", ""));
    var joined = Clusters.of(reactions);
    assertThat(joined.count()).isEqualTo(49);
    assertThat(joined.of()[0]).isEqualTo(joined.of()[1]);
    reactions.add(of(501, "w0", "", ""));
    assertThat(Clusters.of(reactions).of()[151]).isEqualTo(joined.of()[0]);
  }

  private static double[] logNormal(long seed, int n, double least) {
    var random = new Random(seed);
    var values = new double[n];
    for (int i = 0; i < n; i++) {
      do {
        values[i] = Math.floor(Math.exp(7 + 1.3 * random.nextGaussian()));
      } while (values[i] < least);
    }
    return values;
  }

  /** Log-normal values have a thin tail on the left, whatever their scale: no floor is seen where there is none. */
  @Property(seed = "1", tries = 300)
  void aThinLeftTailIsNoFloor(@ForAll long seed, @ForAll @IntRange(min = 20, max = 3000) int n) {
    assertThat(Truncation.floor(logNormal(seed, n, 0))).isNaN();
  }

  @Property(seed = "1", tries = 200)
  void topPostsHaveAFloor(
      @ForAll long seed,
      @ForAll @IntRange(min = 200, max = 3000) int n,
      @ForAll @DoubleRange(min = 1100, max = 10_000) double least) {
    assertThat(Truncation.floor(logNormal(seed, n, least))).isGreaterThanOrEqualTo(least);
  }

  @Test
  void valuesThatReachOneHaveNoFloor() {
    assertThat(Truncation.floor(new double[] {1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 5})).isNaN();
    assertThat(Truncation.floor(new double[] {})).isNaN();
    assertThat(Truncation.floor(new double[] {9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9})).as("too few").isNaN();
    assertThat(Truncation.floor(new double[] {5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 7, 5, 5, 5})).isEqualTo(5, within(0.0));
  }
}
