package org.counterweight.run;

import org.counterweight.stance.GateMisses;
import org.counterweight.virality.MissDraws;

/**
 * What was measured of the gate's misses, as the estimates ask for it.
 *
 * @param misses read by people
 * @param seed of the draws
 */
record GateErrors(GateMisses misses, long seed) implements MissDraws {

  /** Those of the shipped gate; another gate's are unknown. */
  static MissDraws of(Job job) {
    var misses = GateMisses.shipped();
    return measured(misses, job)
        ? new GateErrors(misses, job.plan().seed())
        : new Unknown("what the gate refuses was read for the shipped English lexicon alone, and this is another gate");
  }

  /** Digest of what was read; empty where this job's gate is another one. */
  static String digest(Job job) {
    var misses = GateMisses.shipped();
    return measured(misses, job) ? misses.digest() : "";
  }

  private static boolean measured(GateMisses misses, Job job) {
    return misses.gate().equals(job.judgement().gate().digest());
  }

  @Override
  public String unknown() {
    return "";
  }

  @Override
  public double[] point() {
    return misses.ratios();
  }

  @Override
  public double[] draw(int replicate) {
    return misses.draw(replicate, seed);
  }

  @Override
  public int[] missed() {
    return misses.missed();
  }

  @Override
  public int read() {
    return misses.read();
  }
}
