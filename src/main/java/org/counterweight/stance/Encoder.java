package org.counterweight.stance;

/** Scores texts by a transformer. Implementations may be shared by threads. */
interface Encoder {

  /**
   * Raw scores of a text, one for each {@link StanceClass} in order; they depend on this text alone. Null if it has no
   * pieces: an empty text, white space, control characters.
   *
   * @throws ModelException if a score is not a finite number
   */
  double[] score(String text);
}
