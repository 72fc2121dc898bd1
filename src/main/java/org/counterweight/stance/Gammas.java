package org.counterweight.stance;

/** A sequence of Gamma variables fixed by a seed, a replicate and a name. */
final class Gammas {

  private final long seed;
  private final int replicate;
  private long unit;

  Gammas(long seed, int replicate, long name) {
    this.seed = seed;
    this.replicate = replicate;
    unit = Hash.mix(name);
  }

  private double uniform() {
    return 1 - Hash.uniform(seed, replicate, unit++);
  }

  /** Of a whole shape: a sum of exponential variables; 0 for 0. */
  double whole(int shape) {
    double sum = 0;
    for (int i = 0; i < shape; i++) {
      sum -= StrictMath.log(uniform());
    }
    return sum;
  }

  /** Of shape 1/2: half the square of a normal variable (Box and Muller, 1958). */
  double half() {
    double cosine = StrictMath.cos(2 * Math.PI * uniform());
    return whole(1) * cosine * cosine;
  }
}
