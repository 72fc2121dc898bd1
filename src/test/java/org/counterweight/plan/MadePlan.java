package org.counterweight.plan;

import java.util.Map;
import java.util.OptionalDouble;

/** Documents and settings for tests, of which only what matters to most of them need be said. */
public final class MadePlan {

  private MadePlan() {}

  /** A document of an unknown month that nothing is marked of. */
  public static Candidate candidate(
      String key, String work, int words, long doomMicro, long tractableMicro, int copiesPresent, boolean mayGain,
      String source, String host) {
    return new Candidate(
        key, work, words, doomMicro, tractableMicro, copiesPresent, mayGain, source, host, "", false, false);
  }

  /** The same of a work that is all documents of one text: the last line of its key. */
  public static Candidate candidate(
      String key, int words, long doomMicro, long tractableMicro, int copiesPresent, boolean mayGain, String source,
      String host) {
    String work = key.substring(key.lastIndexOf('\n') + 1);
    return candidate(key, work, words, doomMicro, tractableMicro, copiesPresent, mayGain, source, host);
  }

  /** Settings with the default guards. */
  public static PlanSettings settings(
      Target target, double maxEpochs, double floor, Map<String, Double> base, OptionalDouble maxGainSource,
      OptionalDouble maxGainHost, Budget budget, boolean debiasBothWays, OptionalDouble debiasElasticity, long seed) {
    return new PlanSettings(
        target, maxEpochs, floor, base, maxGainSource, maxGainHost, budget, debiasBothWays, debiasElasticity,
        Guards.defaults(), seed);
  }
}
