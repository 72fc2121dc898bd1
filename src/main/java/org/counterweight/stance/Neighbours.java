package org.counterweight.stance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the labelled passages that are worded most like a text: the cosine of their n-grams, each weighted by {@code
 * ln((1 + passages) / (1 + passages that have it)) + 1} whatever its number of occurrences (Salton and Buckley, 1988).
 */
public final class Neighbours {

  private static final int SHOWN_WORDS = 12;

  private final List<LabelledPassage> passages;
  private final List<Map<Integer, Double>> vectors;
  private final Map<Integer, Integer> holders = new HashMap<>();

  /**
   * A passage near a text.
   *
   * @param passage the passage
   * @param similarity the cosine, above 0 and up to 1
   */
  public record Near(LabelledPassage passage, double similarity) {

    /** One line for people. Id and words are the set's own: escape them where they go into markup or a terminal. */
    public String toText() {
      var words = passage.text().strip().split("[\\s\\p{Cntrl}]+");
      var first = Stream.of(words).limit(SHOWN_WORDS).collect(Collectors.joining(" "));
      return String.format(
          Locale.ROOT, "%.3f  %-10s %-16s %s%s\n", similarity, passage.label().label(), passage.id(), first,
          words.length > SHOWN_WORDS ? " ..." : "");
    }
  }

  private Neighbours(List<LabelledPassage> passages) {
    this.passages = List.copyOf(passages);
    var buckets = this.passages.stream().map(passage -> buckets(passage.text())).toList();
    buckets.forEach(some -> some.keySet().forEach(bucket -> holders.merge(bucket, 1, Integer::sum)));
    vectors = buckets.stream().map(this::weighted).toList();
  }

  /** Among these passages. */
  public static Neighbours among(List<LabelledPassage> passages) {
    return new Neighbours(passages);
  }

  /** The nearest passages, the nearest first, by id where equal; none that share no n-gram with the text. */
  public List<Near> of(String text, int most) {
    var vector = weighted(buckets(text));
    var near = new ArrayList<Near>();
    for (int i = 0; i < passages.size(); i++) {
      double similarity = product(vector, vectors.get(i));
      if (similarity > 0) {
        near.add(new Near(passages.get(i), Math.min(1, similarity)));
      }
    }
    near.sort(Comparator.comparing(Near::similarity).reversed().thenComparing(one -> one.passage().id()));
    return List.copyOf(near.subList(0, Math.min(most, near.size())));
  }

  /** The buckets of a text's n-grams, without that of its length; sorted, so that sums do not depend on chance. */
  private static Map<Integer, Double> buckets(String text) {
    var buckets = new TreeMap<Integer, Double>();
    NGrams.visit(
        text,
        FeatureSettings.defaults(),
        (bucket, start, end) -> {
          if (end > start) {
            buckets.put(bucket, 1.0);
          }
        });
    return buckets;
  }

  /** A vector of length one. */
  private Map<Integer, Double> weighted(Map<Integer, Double> buckets) {
    buckets.replaceAll(
        (bucket, one) ->
            1 + StrictMath.log((1.0 + passages.size()) / (1.0 + holders.getOrDefault(bucket, 0))));
    double squares = buckets.values().stream().mapToDouble(weight -> weight * weight).sum();
    buckets.replaceAll((bucket, weight) -> weight / Math.sqrt(squares));
    return buckets;
  }

  private static double product(Map<Integer, Double> some, Map<Integer, Double> others) {
    double product = 0;
    for (var entry : some.entrySet()) {
      product += entry.getValue() * others.getOrDefault(entry.getKey(), 0.0);
    }
    return product;
  }
}
