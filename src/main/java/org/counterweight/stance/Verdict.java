package org.counterweight.stance;

import java.util.List;
import java.util.Objects;

/**
 * What its passages say of a document as a whole.
 *
 * @param p the word-weighted mean over the document; words outside gated passages count as {@code not_ai}
 * @param stance the one that the classifier names for its AI passages taken together; {@code not_ai} where it has none
 */
public record Verdict(Probabilities p, Stance stance) {

  private static final List<Stance> STANCES = List.of(Stance.values());
  private static final List<Stance> ABOUT_AI = List.of(Stance.DOOM, Stance.TRACTABLE, Stance.MIXED, Stance.NEUTRAL);

  public Verdict {
    Objects.requireNonNull(p);
    Objects.requireNonNull(stance);
  }

  /**
   * The verdict on a document.
   *
   * @param words of the document; where markup hides words of a passage from the count, the passages' words hold
   * @param passages its gated passages
   * @param decision the classifier's
   */
  public static Verdict of(int words, List<JudgedPassage> passages, Decision decision) {
    long judged = 0;
    for (var passage : passages) {
      judged += passage.words();
    }
    long all = Math.max(1, Math.max(judged, words));
    var shares = new double[STANCES.size()];
    for (var stance : STANCES) {
      shares[stance.ordinal()] = (double) mass(passages, stance, true) / all / Probabilities.ONE;
    }
    shares[Stance.NOT_AI.ordinal()] += (double) (all - judged) / all;
    return new Verdict(Probabilities.of(shares), stance(passages, decision));
  }

  private static Stance stance(List<JudgedPassage> passages, Decision decision) {
    boolean about = false;
    for (var passage : passages) {
      about |= passage.stance() != Stance.NOT_AI;
    }
    if (!about) {
      return Stance.NOT_AI;
    }
    var shares = new double[STANCES.size()];
    double sum = 0;
    for (var stance : ABOUT_AI) {
      shares[stance.ordinal()] = mass(passages, stance, false);
      sum += shares[stance.ordinal()];
    }
    if (sum == 0) {
      return Stance.NEUTRAL;
    }
    for (int k = 0; k < shares.length; k++) {
      shares[k] /= sum;
    }
    return decision.of(Probabilities.of(shares));
  }

  private static long mass(List<JudgedPassage> passages, Stance stance, boolean all) {
    long mass = 0;
    for (var passage : passages) {
      if (all || passage.stance() != Stance.NOT_AI) {
        mass += (long) passage.words() * passage.p().of(stance);
      }
    }
    return mass;
  }
}
