package org.counterweight.stance;

import java.io.Serializable;
import java.util.Objects;

/**
 * The cascade, but for the two models it is made of.
 *
 * @param threshold the fast model's p(doom) + p(tractable), in millionths, from which the accurate model judges
 * @param quality what was measured of it; its figure {@code passed} is the share of random draws that the accurate
 *     model judged
 */
record CascadeHeader(int threshold, Quality quality) implements Serializable {

  CascadeHeader {
    Objects.requireNonNull(quality);
    if (threshold < 0 || threshold > Probabilities.ONE) {
      throw new IllegalArgumentException("Cannot pass on passages from " + threshold + " millionths");
    }
  }

  /** Whether the accurate model judges a passage that the fast one judged so. */
  boolean passes(Probabilities fast) {
    return passes(fast, threshold);
  }

  static boolean passes(Probabilities fast, int threshold) {
    return fast.doom() + fast.tractable() >= threshold;
  }
}
