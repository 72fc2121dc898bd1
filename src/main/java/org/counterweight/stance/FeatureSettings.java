package org.counterweight.stance;

import java.io.Serializable;

/**
 * How a text becomes buckets.
 *
 * @param bits a model has 2^bits buckets, 8 to 19
 * @param order the longest n-gram in tokens, 1 to 3
 * @param version of the tokenizer and the hash; a model of another version is refused
 */
public record FeatureSettings(int bits, int order, int version) implements Serializable {

  /** The version of the tokenizer and the hash in this build. */
  public static final int VERSION = 1;

  public FeatureSettings {
    if (bits < 8 || bits > 19) {
      throw new IllegalArgumentException("Cannot use 2^" + bits + " buckets: not between 2^8 and 2^19");
    }
    if (order < 1 || order > 3) {
      throw new IllegalArgumentException("Cannot use n-grams of " + order + " tokens: not between 1 and 3");
    }
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "Cannot use features of version " + version + ": this build has version " + VERSION);
    }
  }

  /** Word uni- and bigrams in 2^18 buckets: trigrams and character n-grams did not earn their time. */
  public static FeatureSettings defaults() {
    return new FeatureSettings(18, 2, VERSION);
  }

  /** Number of buckets. */
  public int buckets() {
    return 1 << bits;
  }
}
