package org.counterweight.stance;

import java.io.Serializable;
import java.util.Objects;

/**
 * A gated passage with its judgement; its text is not kept.
 *
 * @param start first code point of the document's original text, inclusive
 * @param end last code point, exclusive
 * @param words number of words
 * @param p calibrated probabilities
 * @param stance the one that the classifier names
 */
public record JudgedPassage(int start, int end, int words, Probabilities p, Stance stance) implements Serializable {

  public JudgedPassage {
    Objects.requireNonNull(p);
    Objects.requireNonNull(stance);
    if (start < 0 || end < start || words < 0) {
      throw new IllegalArgumentException("Cannot hold passage [" + start + ", " + end + ") of " + words + " words");
    }
  }

  /** A passage as a classifier judges it. */
  public static JudgedPassage of(int start, int end, int words, String text, Classifier classifier) {
    var p = classifier.judge(text);
    return new JudgedPassage(start, end, words, p, classifier.decision().of(p));
  }
}
