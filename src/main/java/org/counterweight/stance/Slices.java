package org.counterweight.stance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.counterweight.stance.Evaluation.Interval;
import org.counterweight.stance.Evaluation.Slice;

/** Judged passages by length, by whether their reader was sure, by genre and by source. */
final class Slices {

  private static final List<String> SHOWN =
      List.of(
          "macro_f1",
          "accuracy",
          "ece",
          "flips",
          "doom.precision",
          "doom.recall",
          "doom.f1",
          "doom.average_precision",
          "tractable.precision",
          "tractable.recall",
          "tractable.f1",
          "tractable.average_precision",
          "neutral.f1",
          "not_ai.f1");

  /** By slice, the places of its passages among all. */
  private final Map<String, List<Integer>> places = new TreeMap<>();

  private Slices() {}

  /** The slices with their figures, in the order of their names. */
  static Map<String, Slice> of(List<Judged> judged, Redraws redraws) {
    var parts = new Slices();
    int[] cuts = quartiles(judged);
    for (int i = 0; i < judged.size(); i++) {
      parts.add(i, judged.get(i), cuts);
    }
    var slices = new LinkedHashMap<String, Slice>();
    parts.places.forEach((name, place) -> slices.put(name, slice(judged, place, redraws)));
    return slices;
  }

  private void add(int place, Judged one, int[] cuts) {
    add(lengthOf(one.words(), cuts), place);
    add(one.passage().sure() ? "reader=sure" : "reader=unsure", place);
    if (!one.passage().genre().isEmpty()) {
      add("genre=" + one.passage().genre(), place);
    }
    if (!one.passage().source().isEmpty()) {
      add("source=" + one.passage().source(), place);
    }
  }

  private void add(String name, int place) {
    places.computeIfAbsent(name, key -> new ArrayList<>()).add(place);
  }

  private static Slice slice(List<Judged> judged, List<Integer> place, Redraws redraws) {
    var tally = new Tally(place.stream().map(judged::get).toList());
    int[] once = new int[place.size()];
    Arrays.fill(once, 1);
    var figures = new LinkedHashMap<String, Interval>();
    tally.figures(once).forEach((name, value) -> figures.put(name, Interval.without(value)));
    figures.keySet().retainAll(SHOWN);
    var slice = new Slice(place.size(), figures);
    if (!slice.small()) {
      int[] places = place.stream().mapToInt(Integer::intValue).toArray();
      redraws.intervals(places, tally::scores).forEach(figures::replace);
    }
    return slice;
  }

  /** Each quartile's least words, and one more than the most of all; equal lengths are never parted. */
  private static int[] quartiles(List<Judged> judged) {
    int[] words = judged.stream().mapToInt(Judged::words).sorted().toArray();
    int n = words.length;
    int[] cuts = {words[0], words[n / 4], words[n / 2], words[3 * n / 4], words[n - 1] + 1};
    return Arrays.stream(cuts).distinct().toArray();
  }

  private static String lengthOf(int words, int[] cuts) {
    int band = 0;
    while (words >= cuts[band + 1]) {
      band++;
    }
    return "words=%04d-%04d".formatted(cuts[band], cuts[band + 1] - 1);
  }
}
