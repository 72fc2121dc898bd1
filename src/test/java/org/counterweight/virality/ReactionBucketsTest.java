package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.counterweight.stance.Probabilities;
import org.junit.jupiter.api.Test;

class ReactionBucketsTest {

  private static final double[] DOOM = {1, 0, 0, 0};

  private static List<Reaction> reactions(long seed, int count) {
    var random = new Random(seed);
    var reactions = new ArrayList<Reaction>();
    for (int i = 0; i < count; i++) {
      double a = random.nextDouble();
      double b = random.nextDouble() * (1 - a);
      var p = Probabilities.of(a, b, 0, 1 - a - b, 0);
      double value = random.nextInt(5) == 0 ? -3 : Math.floor(Math.exp(random.nextGaussian() * 3));
      reactions.add(Reactions.of("" + i, "w" + i, "", "", 100, value, p));
    }
    return reactions;
  }

  private static ReactionBuckets sum(List<Reaction> reactions) {
    var buckets = new ReactionBuckets();
    reactions.forEach(buckets::add);
    return buckets;
  }

  @Property(seed = "1", tries = 100)
  void anySplitInAnyOrderGivesTheSameHistogram(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int parts) {
    var reactions = reactions(seed, 60);
    var whole = sum(reactions);
    Collections.shuffle(reactions, new Random(seed));
    var merged = new ReactionBuckets();
    for (int part = 0; part < parts; part++) {
      merged = sum(reactions.subList(60 * part / parts, 60 * (part + 1) / parts)).plus(merged);
    }
    assertThat(merged).isEqualTo(whole).hasSameHashCodeAs(whole);
    assertThat(merged.plus(sum(reactions(seed + 1, 1)))).isNotEqualTo(whole);
  }

  @Property(seed = "1", tries = 500)
  void aBucketIsOnePercentWide(@ForAll @Scale(10) @DoubleRange(min = 1e-9, max = 1e300) double reactions) {
    double middle = ReactionBuckets.middle(ReactionBuckets.bucket(reactions));
    assertThat(middle / reactions).isCloseTo(1, within(0.0051));
  }

  @Property(seed = "1", tries = 500)
  void moreReactionsNeverComeInALowerBucket(
      @ForAll @DoubleRange(max = 1e12) double one, @ForAll @DoubleRange(max = 1e12) double other) {
    int low = ReactionBuckets.bucket(Math.min(one, other));
    assertThat(ReactionBuckets.bucket(Math.max(one, other))).isGreaterThanOrEqualTo(low);
  }

  @Test
  void zeroHasABucketOfItsOwnAndNegativesAreIn() {
    assertThat(ReactionBuckets.bucket(0)).isEqualTo(ReactionBuckets.NONE);
    assertThat(ReactionBuckets.bucket(Double.MIN_VALUE)).isGreaterThan(ReactionBuckets.NONE);
    assertThat(ReactionBuckets.middle(ReactionBuckets.NONE)).isZero();
    var buckets = sum(List.of(Reactions.of("a", "a", "", "", 9, -5, Reactions.sure(0))));
    assertThat(buckets.counts()).containsOnlyKeys(ReactionBuckets.NONE);
    assertThat(buckets.quantiles(DOOM)).isEqualTo(new Quantiles(0, 0, 0));
  }

  @Test
  void quantilesAreThoseOfTheDocumentsWithinHalfAPercent() {
    var reactions = new ArrayList<Reaction>();
    for (int i = 1; i <= 1000; i++) {
      reactions.add(Reactions.of("" + i, "w" + i, "", "", 9, i, Reactions.sure(i % 2)));
    }
    var quantiles = sum(reactions).quantiles(DOOM);
    assertThat(quantiles.median()).isCloseTo(500, within(5.0));
    assertThat(quantiles.ninety()).isCloseTo(900, within(9.0));
    assertThat(quantiles.ninetyNine()).isCloseTo(990, within(10.0));
  }

  @Test
  void quantilesOfAClassThatIsNotThereAreUnknown() {
    var tractable = sum(List.of(Reactions.of("a", "a", "", "", 9, 5, Reactions.sure(1))));
    assertThat(tractable.quantiles(DOOM)).isEqualTo(Quantiles.UNKNOWN);
    assertThat(new ReactionBuckets().quantiles(DOOM)).isEqualTo(Quantiles.UNKNOWN);
  }

  /** What the other class leaks into a class is taken out again: exact where the matrix holds exactly. */
  @Test
  void aCorrectionUnmixesTheQuantiles() {
    var reactions = new ArrayList<Reaction>();
    var doom = Probabilities.of(0.7, 0.3, 0, 0, 0);
    var tractable = Probabilities.of(0.3, 0.7, 0, 0, 0);
    for (int i = 0; i < 100; i++) {
      reactions.add(Reactions.of("d" + i, "d" + i, "", "", 9, 1000, doom));
      reactions.add(Reactions.of("t" + i, "t" + i, "", "", 9, 1, tractable));
    }
    assertThat(sum(reactions).quantiles(DOOM).ninety()).isCloseTo(1000, within(5.0));
    assertThat(sum(reactions).quantiles(new double[] {0, 1, 0, 0}).ninety()).isCloseTo(1000, within(5.0));
    double[] unmixed = {-0.3 / 0.4, 0.7 / 0.4, 0, 0};
    assertThat(sum(reactions).quantiles(unmixed).ninetyNine()).isCloseTo(1, within(0.01));
  }
}
