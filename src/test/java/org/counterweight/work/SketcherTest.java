package org.counterweight.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.counterweight.passage.MarkupView;
import org.counterweight.passage.Passage;
import org.counterweight.passage.Segmenter;
import org.junit.jupiter.api.Test;

class SketcherTest {

  /** All shingles' hashes from all words' hashes at once, thinned at the end: nothing rolls, nothing is rehashed. */
  private static Sketch slowly(String text) {
    var words = new ArrayList<Long>();
    NormalWords.each(text, words::add);
    var hashes = new TreeSet<Long>();
    int length = Math.min(Sketcher.SHINGLE, words.size());
    for (int i = 0; length > 0 && i + length <= words.size(); i++) {
      long polynomial = 0;
      for (long word : words.subList(i, i + length)) {
        polynomial = polynomial * 0xd6e8feb86659fd95L + word;
      }
      hashes.add(Mix.of(polynomial) >>> 32);
    }
    int level = 0;
    while (hashes.size() > Sketch.CAPACITY) {
      level++;
      hashes = new TreeSet<>(hashes.headSet(1L << 32 - level));
    }
    return new Sketch(level, hashes.stream().mapToInt(Long::intValue).toArray());
  }

  private static Sketch read(List<Passage> passages) {
    var sketcher = new Sketcher();
    for (var passage : passages) {
      assertThat(sketcher.read(passage.text())).isEqualTo(Print.of(passage.text()));
    }
    return sketcher.sketch();
  }

  @Property(seed = "1", tries = 150)
  void aSketchIsTheSetOfAllShinglesThinned(@ForAll @IntRange(max = 9000) int words, @ForAll long seed) {
    var text = Texts.words(seed, words);
    assertThat(Sketch.of(text)).isEqualTo(slowly(text));
  }

  @Property(seed = "1", tries = 200)
  void whatComesAgainCountsOnce(@ForAll @IntRange(min = 1, max = 700) int words, @ForAll @IntRange(max = 9) int times) {
    var text = Texts.words(words, words);
    assertThat(Sketch.of(text.repeat(times))).isEqualTo(slowly(text.repeat(times)));
  }

  @Property(seed = "1", tries = 500)
  void ofAnyTextItIsTheSame(@ForAll String text) {
    assertThat(Sketch.of(text)).isEqualTo(slowly(MarkupView.of(text).text()));
  }

  @Property(seed = "1", tries = 100)
  void passagesInOrderGiveTheSketchOfTheWhole(@ForAll Random random) {
    var text = new StringBuilder(random.nextBoolean() ? "<p>" : "");
    for (int i = random.nextInt(30); i >= 0; i--) {
      text.append(Texts.words(random.nextInt(20), 1 + random.nextInt(40 + i * 20)));
      text.append(List.of("\n\n", ". ", "</p><p>", "\n", " \n\t\n&nbsp;", " &amp; ").get(random.nextInt(6)));
    }
    assertThat(read(Segmenter.segment(text.toString()))).isEqualTo(Sketch.of(text.toString()));
  }

  @Test
  void justFullIsNotThinned() {
    var text = Texts.words(1, Sketch.CAPACITY + Sketcher.SHINGLE - 1);
    assertThat(Sketch.of(text).level()).isZero();
    assertThat(Sketch.of(text).hashes()).hasSize(Sketch.CAPACITY);
    assertThat(Sketch.of(text + "more").level()).isEqualTo(1);
  }

  @Test
  void withoutWordsThereIsNothing() {
    assertThat(read(List.of())).isEqualTo(Sketch.EMPTY);
    assertThat(new Sketcher().read("...")).isEqualTo(Print.NONE);
  }

  @Test
  void wordsInAnotherOrderMakeAnotherPrint() {
    var words = new ArrayList<>(List.of(Texts.words(3, 400).split(" ")));
    var print = Print.of(String.join(" ", words));
    for (int distance : new int[] {1, 2, 64, 128, 256}) {
      java.util.Collections.swap(words, 0, distance);
      assertThat(Print.of(String.join(" ", words))).isNotEqualTo(print);
      java.util.Collections.swap(words, 0, distance);
    }
    assertThat(Print.of(String.join(" ", words))).isEqualTo(print);
  }

  @Test
  void aSpreadNumberIsMovedByEveryBitAndByNoTwoTheSame() {
    for (int bit = 0; bit < Long.SIZE; bit++) {
      int moved = 0;
      for (long i = 0; i < 200; i++) {
        moved += Long.bitCount(Mix.of(i) ^ Mix.of(i ^ 1L << bit));
      }
      assertThat(moved / 200.0).as("bit " + bit).isBetween(29.0, 35.0);
    }
  }
}
