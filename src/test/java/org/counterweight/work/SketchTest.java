package org.counterweight.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SketchTest {

  @Test
  void punctuationCaseAndMarkupMakeNoDifference() {
    var plain = Sketch.of("The machine learned to lie, and nobody noticed \u2014 not for years & years.");
    assertThat(Sketch.of("<p>The <b>MACHINE</b> learned to lie and nobody noticed not for years &amp; years</p>"))
        .isEqualTo(plain)
        .hasSameHashCodeAs(plain);
  }

  @Test
  void aTextOfFewerThanFiveWordsIsOneShingle() {
    assertThat(Sketch.of("An AI wrote this").hashes()).hasSize(1);
    assertThat(Sketch.of("an ai wrote THIS!").jaccard(Sketch.of("An AI wrote this"))).isEqualTo(1);
    assertThat(Sketch.of("an ai wrote that").jaccard(Sketch.of("An AI wrote this"))).isZero();
    assertThat(Sketch.of("wrote this").jaccard(Sketch.of("An AI wrote this"))).isZero();
  }

  @Test
  void aTextWithoutWordsIsLikeNone() {
    assertThat(Sketch.of("!!! \ud83e\udd16")).isEqualTo(Sketch.EMPTY);
    assertThat(Sketch.EMPTY.jaccard(Sketch.EMPTY)).isZero();
  }

  @Property(seed = "1", tries = 200)
  void ofShortTextsItIsExact(
      @ForAll @IntRange(max = 150) int only,
      @ForAll @IntRange(max = 150) int shared,
      @ForAll @IntRange(max = 150) int other) {
    var left = Sketch.of(Texts.words(1, only) + Texts.words(2, shared));
    var right = Sketch.of(Texts.words(2, shared) + Texts.words(3, other));
    var lefts = Texts.shingles(Texts.words(1, only) + Texts.words(2, shared));
    var rights = Texts.shingles(Texts.words(2, shared) + Texts.words(3, other));
    assertThat(left.jaccard(right)).isEqualTo(Texts.jaccard(lefts, rights)).isEqualTo(right.jaccard(left));
  }

  /** Of 200 long pairs about nine in ten lie within 1.645 standard errors; fewer than 170 has a chance of 1e-4. */
  @Test
  void ofLongTextsTheErrorIsTheOneThatIsStated() {
    int within = 0;
    double bias = 0;
    for (int i = 0; i < 200; i++) {
      int shared = 2000 + 150 * i;
      var left = Texts.words(3 * i, shared) + Texts.words(3 * i + 1, shared / 8);
      var right = Texts.words(3 * i, shared) + Texts.words(3 * i + 2, shared / 8);
      double truth = Texts.jaccard(Texts.shingles(left), Texts.shingles(right));
      double error = Sketch.of(left).jaccard(Sketch.of(right)) - truth;
      bias += error / 200;
      within += Math.abs(error) <= 1.645 * Math.sqrt(truth * (1 - truth) / 256) ? 1 : 0;
    }
    assertThat(within).isGreaterThanOrEqualTo(170);
    assertThat(bias).isCloseTo(0, within(0.006));
  }

  @Test
  void aTextOfTenMegabytesIsSketchedInBoundedMemory() {
    var long10 = Texts.words(5, 2_000_000);
    var sketch = Sketch.of(long10);
    assertThat(long10.length()).isGreaterThan(7_000_000);
    assertThat(sketch.hashes().length).isBetween(200, Sketch.CAPACITY);
    assertThat(sketch.jaccard(Sketch.of(long10 + "and one more sentence at the end of it"))).isGreaterThan(0.99);
    assertThat(Sketch.of("again and again ".repeat(500_000)).hashes()).hasSize(3);
  }

  /** The sketch of a whole is the sketch of its shingles in any order, so it does not depend on when it was thinned. */
  @Property(seed = "1", tries = 30)
  void paragraphsInAnotherOrderGiveNearlyTheSameSketch(@ForAll Random random) {
    var paragraphs = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      paragraphs.add(Texts.words(i, 300));
    }
    var whole = Sketch.of(String.join("", paragraphs));
    java.util.Collections.shuffle(paragraphs, random);
    assertThat(Sketch.of(String.join("", paragraphs)).jaccard(whole)).isGreaterThan(0.9);
  }

  @Test
  void whatIsNoSketchIsRefused() {
    for (var hashes : List.of(new int[] {2, 1}, new int[] {1, 1}, new int[] {-1, 1}, new int[513])) {
      assertThatThrownBy(() -> new Sketch(0, hashes)).hasMessageStartingWith("Cannot hold a sketch");
    }
    assertThatThrownBy(() -> new Sketch(1, new int[] {-1})).hasMessageContaining("beyond level 1");
    assertThatThrownBy(() -> new Sketch(32, new int[0])).hasMessageContaining("level 32");
    assertThat(new Sketch(0, new int[] {1, -1}).sizeAt(1)).isEqualTo(1);
  }

  @Test
  void aPrintIsOfTheWordsInOrder() {
    assertThat(Print.of("Doom, they said.")).isEqualTo(Print.of("doom they\nsaid")).isNotEqualTo(Print.NONE);
    assertThat(Print.of("they said doom")).isNotEqualTo(Print.of("doom they said"));
    assertThat(Print.of("doomthey said")).isNotEqualTo(Print.of("doom they said"));
    assertThat(Print.of("...")).isEqualTo(Print.NONE);
  }
}
