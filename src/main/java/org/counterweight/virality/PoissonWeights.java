package org.counterweight.virality;

import java.io.Serializable;

/**
 * The weights of works in bootstrap replicates: Poisson(1), a pure function of (seed, replicate, work).
 *
 * <p>A 64-bit hash of (seed, work) starts a SplitMix64 sequence (Steele, Lea and Flood, OOPSLA 2014); each of its
 * outputs is cut into four 16-bit slices, one a replicate, and a slice becomes a weight by the inverse distribution
 * function. On 2^16 points the distribution has mean exactly 1, variance 65534/65536 and largest weight 8, and each
 * probability is within 2^-16 of Poisson's.
 *
 * @param seed of all weights
 * @param replicates how many, numbered from one
 */
public record PoissonWeights(long seed, int replicates) implements Serializable {

  /** The largest weight. */
  public static final int LARGEST = 8;

  /** 2^16 P(weight >= k) for k = 1 to 8, rounded; the roundings cancel, so that the mean stays one. */
  private static final int[] AT_LEAST = {41427, 17317, 5263, 1244, 240, 39, 5, 1};

  private static final byte[] WEIGHT = table();
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  public PoissonWeights {
    if (replicates < 1) {
      throw new IllegalArgumentException("Cannot draw " + replicates + " replicates: not positive");
    }
  }

  /** The weights of a work: at 0 the point's, which is one, then each replicate's. */
  public long[] of(String work) {
    var weights = new long[replicates + 1];
    fill(work, weights);
    return weights;
  }

  /** Writes {@link #of} over an array of {@code replicates + 1} weights. */
  public void fill(String work, long[] weights) {
    if (weights.length != replicates + 1) {
      throw new IllegalArgumentException(
          "Cannot write " + (replicates + 1) + " weights into " + weights.length + " places");
    }
    weights[0] = 1;
    long state = hash(work);
    int whole = 1 + replicates / 4 * 4;
    int r = 1;
    while (r < whole) {
      state += GOLDEN;
      long bits = mix(state);
      weights[r++] = WEIGHT[(int) (bits & 0xffff)];
      weights[r++] = WEIGHT[(int) (bits >>> 16 & 0xffff)];
      weights[r++] = WEIGHT[(int) (bits >>> 32 & 0xffff)];
      weights[r++] = WEIGHT[(int) (bits >>> 48)];
    }
    long bits = mix(state + GOLDEN);
    for (; r <= replicates; r++, bits >>>= 16) {
      weights[r] = WEIGHT[(int) (bits & 0xffff)];
    }
  }

  private long hash(String work) {
    long hash = mix(seed + GOLDEN);
    for (int i = 0; i < work.length(); i++) {
      hash = (hash ^ work.charAt(i)) * GOLDEN;
      hash ^= hash >>> 32;
    }
    return mix(hash + work.length());
  }

  /** The output function of SplitMix64: a bijection in which every input bit moves every output bit. */
  private static long mix(long state) {
    long z = state;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private static byte[] table() {
    var table = new byte[1 << 16];
    for (int atLeast : AT_LEAST) {
      for (int slice = 0; slice < atLeast; slice++) {
        table[slice]++;
      }
    }
    return table;
  }
}
