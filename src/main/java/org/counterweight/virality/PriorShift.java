package org.counterweight.virality;

import java.io.Serializable;
import java.util.Objects;
import org.counterweight.stance.JudgedPassage;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.TaggedDocument;

/**
 * Turns a passage's calibrated probabilities into P(true class | score) in this corpus: p'_k proportional to p_k times
 * a factor of the class, as defined in the package's description.
 *
 * @param doom factor of doom, positive
 * @param tractable factor of tractable
 * @param other factor of mixed and neutral
 * @param notAi factor of not_ai
 * @param caveat why nothing is shifted, empty where something is
 */
public record PriorShift(double doom, double tractable, double other, double notAi, String caveat)
    implements Serializable {

  /** Shares below this are taken as this much, so that an estimate of zero rules out no class for good. */
  static final double LEAST_SHARE = 1e-3;

  public PriorShift {
    Objects.requireNonNull(caveat);
    for (double factor : new double[] {doom, tractable, other, notAi}) {
      if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("Cannot shift by factor " + factor + ": not positive and finite");
      }
    }
  }

  /** Leaves probabilities as they are, and says why. */
  public static PriorShift none(String caveat) {
    return new PriorShift(1, 1, 1, 1, caveat);
  }

  /**
   * From the shares for which the probabilities are calibrated to the corpus's.
   *
   * @param corpus corrected masses or shares of doom, tractable, other, not_ai; scaled to add up to one
   * @param calibrated the classifier's
   */
  public static PriorShift between(double[] corpus, double[] calibrated) {
    double[] to = shares(corpus);
    double[] from = shares(calibrated);
    return new PriorShift(to[0] / from[0], to[1] / from[1], to[2] / from[2], to[3] / from[3], "");
  }

  private static double[] shares(double[] masses) {
    double sum = masses[0] + masses[1] + masses[2] + masses[3];
    var shares = new double[4];
    for (int k = 0; k < 4; k++) {
      shares[k] = Math.max(masses[k] / sum, LEAST_SHARE);
    }
    return shares;
  }

  /** P(true class | score) of doom and tractable, in that order. */
  public double[] of(Probabilities p) {
    double d = p.doom() * doom;
    double t = p.tractable() * tractable;
    double sum = d + t + ((double) p.mixed() + p.neutral()) * other + p.notAi() * notAi;
    return new double[] {d / sum, t / sum};
  }

  /** Expected true words of a document's gated passages; rounded to a millionth of a word for each passage. */
  public TrueWords of(TaggedDocument document) {
    long trueDoom = 0;
    long trueTractable = 0;
    for (JudgedPassage passage : document.passages()) {
      double[] shifted = of(passage.p());
      double millionths = (double) passage.words() * Probabilities.ONE;
      trueDoom += (long) Math.rint(millionths * shifted[0]);
      trueTractable += (long) Math.rint(millionths * shifted[1]);
    }
    return new TrueWords(trueDoom, trueTractable);
  }
}
