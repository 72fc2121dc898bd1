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
 */
public record JudgedPassage(int start, int end, int words, Probabilities p) implements Serializable {

  public JudgedPassage {
    Objects.requireNonNull(p);
    if (start < 0 || end < start || words < 0) {
      throw new IllegalArgumentException("Cannot hold passage [" + start + ", " + end + ") of " + words + " words");
    }
  }

  /** The stance judged most probable. */
  public Stance stance() {
    return p.stance();
  }
}
