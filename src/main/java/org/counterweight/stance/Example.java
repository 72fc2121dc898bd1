package org.counterweight.stance;

import java.util.TreeMap;
import org.counterweight.corpus.Words;

/**
 * A passage as training sees it: its n-grams' buckets in order and how often each occurs.
 *
 * @param passage the passage
 * @param words its number of words
 * @param tokens its number of tokens
 * @param buckets distinct buckets, ascending
 * @param counts occurrences of each
 */
record Example(LabelledPassage passage, int words, int tokens, int[] buckets, int[] counts) {

  static Example of(LabelledPassage passage, FeatureSettings features) {
    var found = new TreeMap<Integer, Integer>();
    int tokens =
        NGrams.visit(passage.text(), features, (bucket, start, end) -> found.merge(bucket, 1, Integer::sum));
    int[] buckets = found.keySet().stream().mapToInt(Integer::intValue).toArray();
    int[] counts = found.values().stream().mapToInt(Integer::intValue).toArray();
    int words = Words.count(passage.text());
    return new Example(passage, words, tokens, buckets, counts);
  }

  StanceClass label() {
    return StanceClass.of(passage.label());
  }

  String family() {
    return passage.source();
  }

  double norm() {
    return LinearWeights.norm(tokens);
  }
}
