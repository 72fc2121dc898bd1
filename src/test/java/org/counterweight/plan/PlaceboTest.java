package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How the placebo follows the shape of a treatment. */
class PlaceboTest {

  private static final Cell SHORT = new Cell("web", 6);
  private static final Cell LONG = new Cell("books", 9);

  private static Controls controls(int texts) {
    Controls controls = new Controls(3, Map.of(SHORT, 1_000_000L, LONG, 1_000_000L));
    Random random = new Random(1);
    for (int i = 0; i < texts; i++) {
      controls.add(new Control(0, i, "w" + i, "web", "w" + i, 64 + random.nextInt(26)));
      controls.add(new Control(1, i, "b" + i, "books", "b" + i, 512 + random.nextInt(212)));
    }
    return controls;
  }

  private static Shape shape(long[] shorts, long[] longs) {
    TreeMap<Cell, long[]> layers = new TreeMap<>(Map.of(SHORT, shorts, LONG, longs));
    long words = layers.values().stream().mapToLong(l -> java.util.Arrays.stream(l).sum()).sum();
    return new Shape(layers, words);
  }

  private static Map<Integer, Long> wordsByTimes(Map<Controls.Text, Integer> times, String source) {
    Map<Integer, Long> words = new HashMap<>();
    times.forEach((text, more) -> {
      for (int layer = 1; layer <= more && text.control().source().equals(source); layer++) {
        words.merge(layer, (long) text.control().words(), Long::sum);
      }
    });
    return words;
  }

  @Test
  void everyCellAndLayerGetsItsWordsToOneDocument() {
    Shape shape = shape(new long[] {5_000, 2_000, 300}, new long[] {60_000, 9_000});
    Placebo placebo = new Placebo(controls(400), text -> 3);
    Map<Controls.Text, Integer> times = placebo.match(shape);
    assertThat(placebo.unmatched(shape)).isEmpty();
    Map<Integer, Long> shorts = wordsByTimes(times, "web");
    assertThat(shorts.get(1)).isBetween(5_000L - 135, 5_000L + 135);
    assertThat(shorts.get(2)).isBetween(2_000L - 135, 2_000L + 135);
    assertThat(shorts.get(3)).isBetween(300L - 135, 300L + 135);
    Map<Integer, Long> longs = wordsByTimes(times, "books");
    assertThat(longs.get(1)).isBetween(60_000L - 1_086, 60_000L + 1_086);
    assertThat(longs.get(2)).isBetween(9_000L - 1_086, 9_000L + 1_086);
    long all = times.entrySet().stream().mapToLong(e -> e.getKey().control().words() * (long) e.getValue()).sum();
    assertThat(all).isBetween(76_300L - 30, 76_300L + 30);
  }

  @Test
  void aLargerShapeKeepsEveryTextOfASmallerOne() {
    Placebo placebo = new Placebo(controls(400), text -> 3);
    Map<Controls.Text, Integer> last = Map.of();
    for (int size = 1; size <= 20; size++) {
      Map<Controls.Text, Integer> times =
          placebo.match(shape(new long[] {211L * size, 97L * size}, new long[] {3_001L * size}));
      last.forEach((text, more) -> assertThat(times.get(text)).isGreaterThanOrEqualTo(more));
      last = times;
    }
    assertThat(last).hasSizeGreaterThan(100);
  }

  @Test
  void noTextGetsMoreThanItsRoom() {
    Placebo placebo = new Placebo(controls(60), text -> text.control().words() % 3);
    Map<Controls.Text, Integer> times = placebo.match(shape(new long[] {2_500, 900}, new long[] {9_000, 2_000, 700}));
    times.forEach((text, more) -> assertThat(more).isLessThanOrEqualTo(text.control().words() % 3));
    assertThat(times.values()).contains(1, 2);
  }

  @Test
  void aSourceWithTooFewTextsIsNamedWithWhatItCouldGive() {
    Shape shape = shape(new long[] {100}, new long[] {600_000});
    Placebo placebo = new Placebo(controls(9), text -> 3);
    placebo.match(shape);
    assertThat(placebo.unmatched(shape))
        .contains("Cannot match the treatment's 600100 extra words")
        .contains("source \"books\" at 512 to 1023 words")
        .contains("for 600000");
  }

  @Test
  void aShapeCountsWordsOncePerLayer() {
    List<Candidate> documents =
        List.of(Corpora.document(0, 100, 0, 1, "web", ""), Corpora.document(1, 70, 0, 1, "web", ""),
            Corpora.document(2, 70, 1, 0, "web", ""));
    PlanSettings settings = Corpora.to(new Target.Odds(0.1));
    Candidates candidates = Candidates.of(documents);
    Ground ground = Ground.alone(candidates, settings, 0);
    Plan plan = new Planner(settings).plan(candidates, Rest.of(0), Corpora.viral());
    Shape shape = Shape.of(plan, ground, settings.seed());
    assertThat(shape.words()).isEqualTo(plan.outcome().extraWords());
    assertThat(shape.layers().get(new Cell("web", 6))).containsExactly(170, 170, 170);
  }
}
