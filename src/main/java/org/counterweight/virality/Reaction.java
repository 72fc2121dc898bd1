package org.counterweight.virality;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;
import org.counterweight.corpus.Engagement;
import org.counterweight.stance.JudgedPassage;
import org.counterweight.stance.TaggedDocument;

/**
 * What readers left on one document in one field, with all that its stratum's figures need of the document.
 *
 * @param key (source, id, digest of the text): the order in which floating-point sums are taken
 * @param work identifies its work
 * @param host its host, empty where unknown
 * @param shard its shard
 * @param source its source, empty where unknown
 * @param month such as {@code 2016-08}, empty where unknown
 * @param words of the whole document
 * @param field the field of the reactions
 * @param value the number of them as the corpus has it; it may be negative
 * @param passages for each gated passage its words, then its probabilities of doom, tractable, mixed or neutral, and
 *     not_ai in millionths
 */
public record Reaction(
    String key,
    String work,
    String host,
    String shard,
    String source,
    String month,
    int words,
    String field,
    double value,
    int[] passages)
    implements Serializable {

  /** Integers that a passage takes. */
  static final int PASSAGE = 5;

  /**
   * The order of all sums over documents. Two that it does not tell apart give the same terms but for their host, work
   * and shard.
   */
  public static final Comparator<Reaction> ORDER =
      Comparator.comparing(Reaction::key)
          .thenComparing(Reaction::field)
          .thenComparingDouble(Reaction::value)
          .thenComparing(Reaction::month)
          .thenComparing(Reaction::host)
          .thenComparing(Reaction::work)
          .thenComparing(Reaction::shard);

  public Reaction {
    Objects.requireNonNull(key);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("Cannot hold " + value + " reactions: not finite");
    }
    if (passages.length == 0 || passages.length % PASSAGE != 0) {
      throw new IllegalArgumentException("Cannot hold reactions to a document without gated passages");
    }
  }

  /** The reactions to a document with gated passages, in one of its fields. */
  public static Reaction of(TaggedDocument document, String work, Engagement engagement) {
    var passages = new int[PASSAGE * document.passages().size()];
    for (int i = 0; i < document.passages().size(); i++) {
      put(document.passages().get(i), passages, PASSAGE * i);
    }
    return new Reaction(
        document.key(),
        work,
        document.host(),
        document.shard(),
        document.source(),
        document.month(),
        document.words(),
        engagement.field(),
        engagement.value(),
        passages);
  }

  private static void put(JudgedPassage passage, int[] into, int at) {
    into[at] = Math.max(1, passage.words());
    into[at + 1] = passage.p().doom();
    into[at + 2] = passage.p().tractable();
    into[at + 3] = passage.p().mixed() + passage.p().neutral();
    into[at + 4] = passage.p().notAi();
  }

  /** Reactions as they count: none below zero. */
  double counted() {
    return Math.max(value, 0) + 0.0;
  }

  /** Words times probability of each class over the gated passages. */
  double[] mass() {
    var mass = new double[4];
    for (int at = 0; at < passages.length; at += PASSAGE) {
      for (int k = 0; k < 4; k++) {
        mass[k] += passages[at] * 1e-6 * passages[at + 1 + k];
      }
    }
    return mass;
  }

  /** P(true class) of the document: over its gated passages, weighted by words, each shifted by these factors. */
  double[] classes(double[] factors) {
    var classes = new double[4];
    double words = 0;
    for (int at = 0; at < passages.length; at += PASSAGE) {
      double sum = 0;
      for (int k = 0; k < 4; k++) {
        sum += factors[k] * passages[at + 1 + k];
      }
      for (int k = 0; k < 4; k++) {
        classes[k] += passages[at] * (factors[k] * passages[at + 1 + k] / sum);
      }
      words += passages[at];
    }
    for (int k = 0; k < 4; k++) {
      classes[k] /= words;
    }
    return classes;
  }
}
