package org.counterweight.virality;

import java.io.Serializable;
import java.util.Objects;

/**
 * What the text that the gate refuses may hold, and the corrected masses with it; defined in the package's description.
 *
 * @param words of refused passages in languages that the gate reads
 * @param doom its words
 * @param tractable its words
 * @param other words about AI otherwise
 * @param odds of doom to tractable, corrected, with what may be missed
 */
public record RefusedText(long words, Missed doom, Missed tractable, Missed other, Figure odds)
    implements Serializable {

  /** What every figure of missed words rests on. */
  public static final String ASSUMPTION =
      "assumes that the gate misses the same share of each stance here as where its refused text was read";

  public RefusedText {
    Objects.requireNonNull(doom);
    Objects.requireNonNull(tractable);
    Objects.requireNonNull(other);
    Objects.requireNonNull(odds);
  }

  /** Nothing can be said of this many words. */
  public static RefusedText unknown(long words, String reason) {
    var none = Figure.notIdentifiable(reason);
    var missed = new Missed(none, Double.NaN, none);
    return new RefusedText(words, missed, missed, missed, none);
  }

  /**
   * Words of one class.
   *
   * @param words in refused text; not identifiable where none was found in what was read, or where the correction
   *     leaves none in admitted text to compare with: then there is only a bound
   * @param atMost the upper end of their interval, known even there; NaN where nothing is known
   * @param withAdmitted those and the corrected words of passages that the gate admits
   */
  public record Missed(Figure words, double atMost, Figure withAdmitted) implements Serializable {

    public Missed {
      Objects.requireNonNull(words);
      Objects.requireNonNull(withAdmitted);
      if (words.identifiable() && !(words.high() <= atMost)) {
        throw new IllegalArgumentException("Cannot bound " + words.high() + " words by " + atMost);
      }
    }
  }
}
