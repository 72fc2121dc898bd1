package org.counterweight.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.counterweight.corpus.Sha256;

/**
 * The draw of a document: a number in [0, 1) that only its key and the seed decide.
 *
 * <p>The first 64 bits of the key's SHA-256 (UTF-8) are mixed with the seed by the finaliser of SplitMix64 (Steele, Lea
 * and Flood 2014, "Fast splittable pseudorandom number generators"); the top 53 bits are the number. The same document
 * has the same draw in every arm, dose and stage, so that repeats grow with the weight and nest.
 */
public final class Draw {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** Java looks its algorithms up by name, which takes longer than to digest a key. */
  private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(Sha256::start);

  private Draw() {}

  /** The draw of a key, in [0, 1). */
  public static double of(long seed, String key) {
    return unit(seed, hash(key));
  }

  /**
   * How often a document is met: floor(weight + draw).
   *
   * @param weightMicro its weight in millionths, zero or more
   * @param draw in [0, 1)
   */
  public static int repeats(long weightMicro, double draw) {
    return Math.toIntExact((weightMicro + (long) (draw * 1e6)) / 1_000_000);
  }

  /** The first 64 bits of a key's SHA-256. */
  static long hash(String key) {
    return ByteBuffer.wrap(SHA256.get().digest(key.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  /** The draw of a hashed key. */
  static double unit(long seed, long hash) {
    return (mix(hash ^ mix(seed + GOLDEN)) >>> 11) * 0x1p-53;
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
