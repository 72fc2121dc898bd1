package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.TaggedDocument;
import org.junit.jupiter.api.Test;

class MassSumsTest {

  private static final PoissonWeights WEIGHTS = new PoissonWeights(3, 20);

  private record Added(TaggedDocument document, String work, int copies) {}

  private static List<Added> documents(long seed, int count) {
    var random = new Random(seed);
    var documents = new ArrayList<Added>();
    for (int i = 0; i < count; i++) {
      double a = random.nextDouble();
      double b = random.nextDouble() * (1 - a);
      var p = Probabilities.of(a, b, (1 - a - b) / 3, (1 - a - b) / 3, (1 - a - b) / 3);
      long declared = random.nextInt(4) == 0 ? random.nextInt(50) : 0;
      int copies = random.nextInt(3) == 0 ? 1 + random.nextInt(9) : 1;
      documents.add(
          new Added(Documents.declared(1 + random.nextInt(400), declared, p, p), "w" + random.nextInt(15), copies));
    }
    return documents;
  }

  private static MassSums sum(List<Added> documents) {
    var sums = new MassSums(WEIGHTS);
    documents.forEach(added -> sums.add(added.document, added.work, added.copies));
    return sums;
  }

  @Property(seed = "1", tries = 200)
  void anySplitInAnyOrderGivesTheSameLongs(
      @ForAll long seed, @ForAll @IntRange(max = 40) int count, @ForAll @IntRange(min = 1, max = 6) int parts) {
    var documents = documents(seed, count);
    var whole = sum(documents);
    Collections.shuffle(documents, new Random(seed + 1));
    var shards = new ArrayList<MassSums>();
    for (int part = 0; part < parts; part++) {
      shards.add(sum(documents.subList(count * part / parts, count * (part + 1) / parts)));
    }
    Collections.shuffle(shards, new Random(seed + 2));
    var leftToRight = shards.stream().reduce(new MassSums(WEIGHTS), MassSums::plus);
    Collections.reverse(shards);
    var rightToLeft = shards.stream().reduce((one, other) -> other.plus(one)).orElseThrow();

    assertThat(leftToRight).isEqualTo(whole).hasSameHashCodeAs(whole);
    assertThat(rightToLeft).isEqualTo(whole);
  }

  @Property(seed = "1", tries = 50)
  void addingPartsChangesNeither(@ForAll long seed) {
    var one = sum(documents(seed, 10));
    var other = sum(documents(seed + 1, 10));
    var both = one.plus(other);
    both.add(Documents.declared(10, 5, Documents.DOOM), "new", 3);
    assertThat(one).isEqualTo(sum(documents(seed, 10)));
    assertThat(other).isEqualTo(sum(documents(seed + 1, 10)));
  }

  @Test
  void theLevelsCountADocumentAsDefined() {
    var sums = new MassSums(WEIGHTS);
    sums.add(Documents.declared(100, 7, Probabilities.of(0.6, 0.2, 0.05, 0.05, 0.1)), "w", 4);
    assertThat(sums.at(Level.DOCUMENTS, 0)).containsExactly(new double[] {60, 20, 10, 10}, within(1e-9));
    assertThat(sums.at(Level.WORKS, 0)).containsExactly(new double[] {15, 5, 2.5, 2.5}, within(1e-9));
    assertThat(sums.at(Level.DECLARED, 0)).containsExactly(new double[] {420, 140, 70, 70}, within(1e-9));
    assertThat(sums.at(Level.PAIRS, 0)).containsExactly(new double[] {180, 60, 30, 30}, within(1e-9));
    assertThat(sums.masses()).isEqualTo(new Masses(60_000_000, 20_000_000, 5_000_000, 5_000_000, 10_000_000));
    assertThat(sums.copies()).isEqualTo(new CopyCounts(1, 250_000, 1));
  }

  @Test
  void everyReplicateIsTheMassTimesTheWorksWeight() {
    var sums = new MassSums(WEIGHTS);
    sums.add(Documents.of(100, Documents.DOOM), "w", 1);
    long[] weights = WEIGHTS.of("w");
    for (int r = 0; r <= WEIGHTS.replicates(); r++) {
      assertThat(sums.at(Level.DOCUMENTS, r)[0]).isCloseTo(90.0 * weights[r], within(1e-9));
      assertThat(sums.at(Level.WORKS, r)).isEqualTo(sums.at(Level.DOCUMENTS, r));
    }
  }

  @Test
  void weightsDrawnOutsideGiveTheSame() {
    var inside = new MassSums(WEIGHTS);
    inside.add(Documents.of(100, Documents.DOOM), "w", 2);
    var outside = new MassSums(WEIGHTS);
    outside.add(Documents.of(100, Documents.DOOM), 2, WEIGHTS.of("w"));
    assertThat(outside).isEqualTo(inside);
  }

  @Property(seed = "1", tries = 300)
  void theCopiesOfAWorkAddUpToItWithinHalfAMillionthEach(
      @ForAll @IntRange(min = 1, max = 5000) int copies, @ForAll @IntRange(max = 2_000_000_000) int mass) {
    long sum = MassSums.divide(mass, copies) * copies;
    assertThat(Math.abs(sum - mass)).isLessThanOrEqualTo((copies + 1) / 2);
  }

  @Test
  void moreThanAddsUpExactlyIsNoticedWhateverTheOrder() {
    var huge = Documents.of(Integer.MAX_VALUE, Documents.DOOM, Documents.DOOM, Documents.DOOM);
    var sums = new MassSums(WEIGHTS);
    sums.add(huge, "w", 1);
    assertThat(sums.overflowed()).isFalse();
    for (int doubled = 0; doubled < 12; doubled++) {
      sums = sums.plus(sums);
    }
    assertThat(sums.overflowed()).isTrue();
    assertThat(new MassSums(WEIGHTS).plus(sums).overflowed()).isTrue();
  }

  @Test
  void anAbsurdDeclaredCountDoesNotOverflow() {
    var sums = new MassSums(WEIGHTS);
    sums.add(Documents.declared(1000, Long.MAX_VALUE, Documents.DOOM), "w", Integer.MAX_VALUE);
    assertThat(sums.overflowed()).isFalse();
    assertThat(sums.at(Level.DECLARED, 0)[0]).isCloseTo(900.0 * 1_000_001, within(1.0));
  }

  @Test
  void travelsToWorkersAndBack() throws Exception {
    var sums = sum(documents(5, 30));
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(sums);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      var back = (MassSums) in.readObject();
      assertThat(back).isEqualTo(sums);
      back.add(Documents.of(10, Documents.DOOM), "more", 1);
      assertThat(back).isNotEqualTo(sums);
    }
  }

  @Test
  void refusesSumsOfOtherWeightsAndImpossibleCopies() {
    var sums = new MassSums(WEIGHTS);
    assertThatThrownBy(() -> sums.plus(new MassSums(new PoissonWeights(4, 20)))).hasMessageContaining("Cannot add");
    assertThatThrownBy(() -> sums.plus(new MassSums(new PoissonWeights(3, 10)))).hasMessageContaining("Cannot add");
    assertThatThrownBy(() -> sums.add(Documents.of(1, Documents.DOOM), "w", 0)).hasMessageContaining("0 copies");
  }
}
