package org.counterweight.stance;

import java.util.List;
import java.util.Objects;

/**
 * What its passages say of a document as a whole.
 *
 * @param p the word-weighted mean over the document; words outside gated passages count as {@code not_ai}
 * @param stance the most probable stance of its AI passages taken together; {@code not_ai} where it has none
 */
public record Verdict(Probabilities p, Stance stance) {

  public Verdict {
    Objects.requireNonNull(p);
    Objects.requireNonNull(stance);
  }

  /**
   * The verdict on a document.
   *
   * @param words of the document; where markup hides words of a passage from the count, the passages' words hold
   * @param passages its gated passages
   */
  public static Verdict of(int words, List<JudgedPassage> passages) {
    long judged = passages.stream().mapToLong(JudgedPassage::words).sum();
    long all = Math.max(1, Math.max(judged, words));
    var shares = new double[Stance.values().length];
    for (var stance : Stance.values()) {
      shares[stance.ordinal()] = (double) mass(passages, stance) / all / Probabilities.ONE;
    }
    shares[Stance.NOT_AI.ordinal()] += (double) (all - judged) / all;
    return new Verdict(Probabilities.of(shares), stance(passages));
  }

  private static Stance stance(List<JudgedPassage> passages) {
    var about = passages.stream().filter(passage -> passage.stance() != Stance.NOT_AI).toList();
    var best = about.isEmpty() ? Stance.NOT_AI : Stance.DOOM;
    for (var stance : List.of(Stance.TRACTABLE, Stance.MIXED, Stance.NEUTRAL)) {
      best = mass(about, stance) > mass(about, best) ? stance : best;
    }
    return best;
  }

  private static long mass(List<JudgedPassage> passages, Stance stance) {
    return passages.stream().mapToLong(passage -> (long) passage.words() * passage.p().of(stance)).sum();
  }
}
