package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The sample of documents not about AI: what is kept, in which order, and that merging is exact. */
class ControlsTest {

  private static List<Control> documents(int count, long seed) {
    Random random = new Random(seed);
    List<Control> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int text = random.nextInt(count);
      documents.add(new Control(random.nextInt(4), i, "id" + i, "s" + text % 2, "text" + text, 20 + text % 60));
    }
    return documents;
  }

  private static final Map<Cell, Long> NEEDED =
      Map.of(new Cell("s0", 5), 200L, new Cell("s0", 6), 50L, new Cell("s1", 5), 1L, new Cell("s1", 4), 9_999L);

  private static List<Object> kept(Controls controls) {
    List<Object> kept = new ArrayList<>();
    NEEDED.keySet().stream().sorted().forEach(cell -> kept.add(controls.of(cell)));
    return kept;
  }

  @Property(seed = "1", tries = 200)
  void mergingKeepsWhatOnePassKeeps(
      @ForAll @IntRange(max = 300) int count,
      @ForAll @LongRange(min = 0, max = 99) long seed,
      @ForAll @IntRange(min = 1, max = 9) int parts) {
    List<Control> documents = documents(count, seed);
    Controls whole = new Controls(5, NEEDED);
    documents.forEach(whole::add);
    Random random = new Random(seed);
    List<Controls> dealt = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      dealt.add(new Controls(5, NEEDED));
    }
    documents.forEach(document -> dealt.get(random.nextInt(parts)).add(document));
    Collections.shuffle(dealt, random);
    assertThat(kept(dealt.stream().reduce(Controls::plus).orElseThrow())).isEqualTo(kept(whole));
  }

  @Property(seed = "1", tries = 100)
  void theSmallestHashesAreKeptUntilTheyHoldTheWordsNeeded(@ForAll @LongRange(min = 0, max = 99) long seed) {
    Controls few = new Controls(5, NEEDED);
    Controls all = new Controls(5, Map.of(new Cell("s0", 5), Long.MAX_VALUE / 2));
    documents(400, seed).forEach(document -> {
      few.add(document);
      all.add(document);
    });
    List<Controls.Text> kept = few.of(new Cell("s0", 5));
    assertThat(all.of(new Cell("s0", 5)).subList(0, kept.size())).isEqualTo(kept);
    long words = kept.stream().mapToLong(text -> text.control().words()).sum();
    assertThat(words).isGreaterThanOrEqualTo(200);
    assertThat(words - kept.get(kept.size() - 1).control().words()).isLessThan(200);
  }

  @Example
  void copiesOfATextAreOneWithItsLeastKey() {
    Controls controls = new Controls(1, Map.of(new Cell("web", 6), 1000L));
    controls.add(new Control(3, 9, "b", "web", "same", 70));
    controls.add(new Control(0, 2, "c", "web", "same", 70));
    controls.add(new Control(1, 5, "a", "web", "same", 70));
    assertThat(controls.of(new Cell("web", 6)))
        .containsExactly(new Controls.Text(new Control(1, 5, "a", "web", "same", 70), 3));
  }

  @Property(seed = "1", tries = 300)
  void aLargerShareKeepsWhatASmallerOneDoes(@ForAll String text) {
    boolean last = false;
    for (double share : new double[] {0.01, 0.2, 0.7, 1}) {
      boolean kept = Control.kept(text, share);
      assertThat(kept || !last).isTrue();
      last = kept;
    }
    assertThat(last).isTrue();
  }

  @Example
  void aboutTheShareIsKept() {
    long kept = 0;
    for (int i = 0; i < 20_000; i++) {
      kept += Control.kept("text" + i, 0.2) ? 1 : 0;
    }
    assertThat(kept).isBetween(3_800L, 4_200L);
  }

  @Property(seed = "1")
  void cellsCutLengthsByTwoAndTheLastIsOpen(@ForAll @IntRange(min = 1) int words) {
    Cell cell = Cell.of("web", words);
    assertThat((long) words).isGreaterThanOrEqualTo(1L << cell.band());
    assertThat(words < 2L << cell.band() || words >= 4096).isTrue();
    assertThat(cell.band()).isBetween(0, 12);
  }

  @Example
  void lengthsAreSaidInWords() {
    assertThat(Cell.of("", 100).lengths()).isEqualTo("64 to 127 words");
    assertThat(Cell.of("", 70_000).lengths()).isEqualTo("4096 words and more");
  }

  @Example
  void aDocumentWithoutWordsIsNoControl() {
    assertThatThrownBy(() -> new Control(0, 0, "", "", "text", 0)).hasMessageContaining("no length");
  }
}
