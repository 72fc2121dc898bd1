package org.counterweight.plan;

import java.io.Serializable;
import java.util.Objects;

/**
 * A document about AI, as the plan sees it.
 *
 * @param key source, id and SHA-256 of the text, joined by line feeds; decides the draw and the order
 * @param work name of the work that it is a copy or near-copy of
 * @param words its words, zero or more
 * @param doomMicro expected true words of doom in millionths, zero or more
 * @param tractableMicro expected true words of the tractable stance in millionths, zero or more
 * @param copiesPresent documents of its work in the input, itself included
 * @param mayGain whether a passage lies over the model's operating threshold
 * @param source where it is from
 * @param host the site it was published on; empty where unknown, which no host cap touches
 * @param month when it was written, such as {@code 2016-08}; empty where unknown
 * @param synthetic whether the corpus marks it as written by a machine
 * @param overlapsEvaluation whether it shares a sequence of words with an evaluation text, which bars it from gaining
 */
public record Candidate(
    String key,
    String work,
    int words,
    long doomMicro,
    long tractableMicro,
    int copiesPresent,
    boolean mayGain,
    String source,
    String host,
    String month,
    boolean synthetic,
    boolean overlapsEvaluation)
    implements Serializable {

  /** Most true words of one stance in millionths: 2^31 words, so that repeats of it still fit a long. */
  private static final long MOST_MICRO = (1L << 31) * 1_000_000L;

  public Candidate {
    Objects.requireNonNull(key);
    Objects.requireNonNull(work);
    Objects.requireNonNull(source);
    Objects.requireNonNull(host);
    Objects.requireNonNull(month);
    boolean wordless = words == 0 && (doomMicro != 0 || tractableMicro != 0);
    if (words < 0 || copiesPresent < 1 || outside(doomMicro) || outside(tractableMicro) || wordless) {
      throw new IllegalArgumentException(
          "Cannot plan a document of %d words, %d copies and true words %d and %d (millionths):"
                  .formatted(words, copiesPresent, doomMicro, tractableMicro)
              + " sizes start at 0, copies at 1, and no words means no true words");
    }
  }

  private static boolean outside(long micro) {
    return micro < 0 || micro > MOST_MICRO;
  }
}
