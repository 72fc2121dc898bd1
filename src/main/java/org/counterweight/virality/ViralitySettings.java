package org.counterweight.virality;

import java.io.Serializable;
import java.util.Objects;
import org.counterweight.work.Bands;

/**
 * What the estimates depend on beside the data.
 *
 * @param replicates bootstrap replicates, 100 to 10,000; memory and time grow with them
 * @param seed of the replicates' weights
 * @param minWorks fewest effective works that must carry the doom mass, and the tractable mass, for odds; percentile
 *     intervals of fewer are too short
 * @param minCopiedWorks fewest effective works that must carry the doom and tractable mass that copies add, for
 *     V_copies
 * @param minValidation fewest held-out passages of each true class that a matrix must rest on for a correction
 * @param deduplicated whether the corpus is declared deduplicated, so that its copies are gone
 * @param nearCopies Jaccard index of word shingles from which two texts are copies of one work, 0.6 to 1
 * @param sampled share of the full corpus that this input is, above 0 and at most 1
 * @param priors what the user assumes
 */
public record ViralitySettings(
    int replicates,
    long seed,
    int minWorks,
    int minCopiedWorks,
    int minValidation,
    boolean deduplicated,
    double nearCopies,
    double sampled,
    Priors priors)
    implements Serializable {

  /** Below this, too few shingles would be shared for candidates to be found at a bounded cost. */
  public static final double LEAST_NEAR_COPIES = Bands.LEAST_THRESHOLD;

  public ViralitySettings {
    Objects.requireNonNull(priors);
    if (replicates < 100 || replicates > 10_000) {
      throw new IllegalArgumentException("Cannot use " + replicates + " replicates: not between 100 and 10000");
    }
    if (minWorks < 1 || minCopiedWorks < 1 || minValidation < 1) {
      throw new IllegalArgumentException("Cannot use a smallest sample below one");
    }
    if (!(nearCopies >= LEAST_NEAR_COPIES && nearCopies <= 1)) {
      throw new IllegalArgumentException(
          "Cannot take texts for copies from " + nearCopies + ": not from " + LEAST_NEAR_COPIES + " to 1");
    }
    if (!(sampled > 0 && sampled <= 1)) {
      throw new IllegalArgumentException("Cannot use sampled share " + sampled + ": not above 0 and at most 1");
    }
  }

  /** Settings that assume nothing. */
  public ViralitySettings(
      int replicates,
      long seed,
      int minWorks,
      int minCopiedWorks,
      int minValidation,
      boolean deduplicated,
      double nearCopies,
      double sampled) {
    this(
        replicates, seed, minWorks, minCopiedWorks, minValidation, deduplicated, nearCopies, sampled, Priors.NONE);
  }

  /** A whole corpus that keeps its copies, 1,000 replicates. */
  public static ViralitySettings defaults() {
    return new ViralitySettings(1000, 0, 10, 10, 20, false, 0.8, 1);
  }

  /** The same with another number of replicates. */
  public ViralitySettings withReplicates(int count) {
    return new ViralitySettings(
        count, seed, minWorks, minCopiedWorks, minValidation, deduplicated, nearCopies, sampled, priors);
  }

  /** The same for a corpus that is this share of a full one. */
  public ViralitySettings withSampled(double share) {
    return new ViralitySettings(
        replicates, seed, minWorks, minCopiedWorks, minValidation, deduplicated, nearCopies, share, priors);
  }

  /** The same for a corpus that is, or is not, declared deduplicated. */
  public ViralitySettings withDeduplicated(boolean declared) {
    return new ViralitySettings(
        replicates, seed, minWorks, minCopiedWorks, minValidation, declared, nearCopies, sampled, priors);
  }

  /** The same under a user's assumptions. */
  public ViralitySettings withPriors(Priors assumed) {
    return new ViralitySettings(
        replicates, seed, minWorks, minCopiedWorks, minValidation, deduplicated, nearCopies, sampled, assumed);
  }

  /** The weights of works in the replicates. */
  public PoissonWeights weights() {
    return new PoissonWeights(seed, replicates);
  }
}
