package org.counterweight.virality;

/**
 * The figures of a part and what it keeps of their replicates.
 *
 * @param estimates every figure
 * @param judged log odds as judged
 * @param corrected log odds after correction
 */
public record Measurement(Estimates estimates, LogOdds judged, LogOdds corrected) {

  /** What is kept for a later run. */
  public Replicates kept(String content, PoissonWeights weights) {
    return new Replicates(estimates.name(), content, weights.seed(), weights.replicates(), judged, corrected);
  }
}
