package org.counterweight.stance;

import java.io.Serializable;
import java.util.Objects;
import org.counterweight.passage.Passage;
import org.counterweight.work.Print;

/**
 * A gated passage with its judgement; its text is not kept.
 *
 * @param start first code point of the document's original text, inclusive
 * @param end last code point, exclusive
 * @param words number of words
 * @param p calibrated probabilities
 * @param stance the one that the classifier names
 * @param print its text's print; {@link Print#NONE} where the text is not known
 */
public record JudgedPassage(int start, int end, int words, Probabilities p, Stance stance, long print)
    implements Serializable {

  public JudgedPassage {
    Objects.requireNonNull(p);
    Objects.requireNonNull(stance);
    if (start < 0 || end < start || words < 0) {
      throw new IllegalArgumentException("Cannot hold passage [" + start + ", " + end + ") of " + words + " words");
    }
  }

  /** A passage whose text is not known. */
  public JudgedPassage(int start, int end, int words, Probabilities p, Stance stance) {
    this(start, end, words, p, stance, Print.NONE);
  }

  /**
   * A passage as a classifier judges it.
   *
   * @param print its text's
   */
  public static JudgedPassage of(Passage passage, long print, Classifier classifier) {
    var p = classifier.judge(passage.text());
    return new JudgedPassage(passage.start(), passage.end(), passage.words(), p, classifier.decision().of(p), print);
  }
}
