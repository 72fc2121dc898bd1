package org.counterweight.virality;

import java.util.List;
import org.counterweight.corpus.Engagement;
import org.counterweight.stance.JudgedPassage;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.TaggedDocument;

/** Makes tagged documents for tests. */
final class Documents {

  static final Probabilities DOOM = Probabilities.of(0.9, 0.02, 0.02, 0.03, 0.03);
  static final Probabilities TRACTABLE = Probabilities.of(0.02, 0.9, 0.02, 0.03, 0.03);
  static final Probabilities NEUTRAL = Probabilities.of(0.02, 0.02, 0.03, 0.9, 0.03);

  private Documents() {}

  static TaggedDocument of(int words, Probabilities... passages) {
    return declared(words, 0, passages);
  }

  /** Each passage has this many words. */
  static TaggedDocument declared(int words, long copies, Probabilities... passages) {
    var judged = List.of(passages).stream().map(p -> new JudgedPassage(0, words, words, p, p.stance())).toList();
    return new TaggedDocument(
        "0/a.jsonl", 0, "", "s", "", "", words, -1, copies, false, "0".repeat(64), List.of(), judged);
  }

  /** A document with reactions, in a source and month of its own. */
  static TaggedDocument reacted(
      String source, String id, String host, String month, List<Engagement> engagement, List<JudgedPassage> passages) {
    int words = passages.stream().mapToInt(JudgedPassage::words).sum();
    return new TaggedDocument(
        "0/a.jsonl", 0, id, source, host, month, words, -1, 0, false, "0".repeat(64), engagement, passages);
  }

  static MassSums sums(ViralitySettings settings) {
    return new MassSums(settings.weights());
  }

  /** Adds works numbered from the first, each with all its copies. */
  static void addWorks(MassSums sums, String prefix, int works, int copies, TaggedDocument document) {
    for (int w = 0; w < works; w++) {
      for (int c = 0; c < copies; c++) {
        sums.add(document, prefix + w, copies);
      }
    }
  }
}
