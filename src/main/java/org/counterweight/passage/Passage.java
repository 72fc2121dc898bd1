package org.counterweight.passage;

import java.util.Objects;

/**
 * A span of a document that is judged as one.
 *
 * @param start first code point of the original text, inclusive
 * @param end last code point of the original text, exclusive
 * @param words number of words in {@code text}
 * @param text what a reader sees there: markup dropped, entities decoded
 */
public record Passage(int start, int end, int words, String text) {

  public Passage {
    Objects.requireNonNull(text);
    if (start < 0 || end < start || words < 0) {
      throw new IllegalArgumentException("Cannot hold passage [" + start + ", " + end + ") of " + words + " words");
    }
  }
}
