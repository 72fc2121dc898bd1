package org.counterweight.stance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Quick hashes for features and draws, and the names of passages. */
final class Hash {

  private Hash() {}

  /** Spreads the bits of a number: a bijection (D. Lemire's constants for two rounds of multiply and shift). */
  static long mix(long value) {
    long h = value;
    h = (h ^ (h >>> 32)) * 0xd6e8feb86659fd93L;
    h = (h ^ (h >>> 32)) * 0xd6e8feb86659fd93L;
    return h ^ (h >>> 32);
  }

  /** A number in [0, 1) fixed by a seed, a replicate and a unit's hash. */
  static double uniform(long seed, long replicate, long unit) {
    long h = mix(mix(mix(seed + 0x9e3779b97f4a7c15L) + replicate) + unit);
    return (h >>> 11) * 0x1.0p-53;
  }

  /** A hash of a name. */
  static long of(String name) {
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      h = (h ^ name.charAt(i)) * 0x100000001b3L;
    }
    return mix(h);
  }

  /**
   * A Poisson(1) weight for a uniform number, by inversion; at most 12, beyond which lies 6e-11 of the mass.
   */
  static int poisson(double uniform) {
    double term = 0.36787944117144233; // exp(-1)
    double sum = term;
    int weight = 0;
    while (uniform >= sum && weight < 12) {
      weight++;
      term /= weight;
      sum += term;
    }
    return weight;
  }

  /** Names a passage in files that carry no text; no protection against forgery. */
  static String sha1(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot find SHA-1, which every Java has", e);
    }
  }
}
