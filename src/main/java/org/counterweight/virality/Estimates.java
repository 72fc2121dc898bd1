package org.counterweight.virality;

import java.io.Serializable;
import java.util.Objects;

/**
 * All figures of one corpus, shard, source or month; doom against tractable throughout.
 *
 * @param name the shard, source or month; {@code corpus} for the whole
 * @param counts its integers
 * @param mass its masses as judged
 * @param correctedMass its masses after correction, of the passages that the gate admits
 * @param refused what the passages that it refuses may hold, and the masses and odds with that
 * @param oddsRaw doom mass : tractable mass as judged
 * @param oddsCorrected the same after correction
 * @param oddsWorks the corrected odds with each work counted once
 * @param oddsWorksRaw the odds as judged with each work counted once
 * @param vCopies corrected odds over documents : over works
 * @param vCopiesRaw raw odds over documents : over works; its interval holds chance, not the classifier's errors
 * @param vHosts the same with distinct hosts in place of copies
 * @param vHostsRaw the same as judged
 * @param oddsEm the odds by expectation maximisation, a check on {@code oddsCorrected} that rests on the calibration
 *     of single probabilities instead of their means; without an interval, and NaN where it cannot be had
 * @param engagement what readers' reactions say, by stratum and combined
 */
public record Estimates(
    String name,
    Counts counts,
    Masses mass,
    CorrectedMass correctedMass,
    RefusedText refused,
    Figure oddsRaw,
    Figure oddsCorrected,
    Figure oddsWorks,
    Figure oddsWorksRaw,
    Figure vCopies,
    Figure vCopiesRaw,
    Figure vHosts,
    Figure vHostsRaw,
    double oddsEm,
    EngagementFigures engagement)
    implements Serializable {

  public Estimates {
    Objects.requireNonNull(name);
    Objects.requireNonNull(counts);
    Objects.requireNonNull(mass);
    Objects.requireNonNull(correctedMass);
    Objects.requireNonNull(refused);
    Objects.requireNonNull(engagement);
  }

  /** The same with what readers' reactions say. */
  public Estimates with(EngagementFigures reactions) {
    return new Estimates(
        name, counts, mass, correctedMass, refused, oddsRaw, oddsCorrected, oddsWorks, oddsWorksRaw, vCopies,
        vCopiesRaw, vHosts, vHostsRaw, oddsEm, reactions);
  }

  /** Expected engagement of doom : of tractable, corrected. */
  public Figure vEngagement() {
    return engagement.ratio().figure();
  }
}
