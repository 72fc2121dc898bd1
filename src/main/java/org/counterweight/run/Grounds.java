package org.counterweight.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.counterweight.manifest.Provenance.InputEntry;
import org.counterweight.virality.Drift;
import org.counterweight.virality.MassSums;
import org.counterweight.virality.Statistics;

/**
 * What a plan stands on: all that is known of a corpus once its census is taken and measured.
 *
 * @param findings the census
 * @param masses of the whole corpus
 * @param statistics every figure
 * @param drift against the run before the one that took the census; empty where there was none
 * @param inputs the shards that were read
 * @param skippedFiles files of unknown kind that were not
 * @param census id of the run that took the census; empty where it is this one
 */
record Grounds(
    Findings findings,
    MassSums masses,
    Statistics statistics,
    Optional<Drift> drift,
    List<InputEntry> inputs,
    long skippedFiles,
    String census) {

  Grounds {
    Objects.requireNonNull(findings);
    Objects.requireNonNull(masses);
    Objects.requireNonNull(statistics);
    Objects.requireNonNull(census);
    inputs = List.copyOf(inputs);
  }

  /** What a finished run stood on; a run that was planned on another's census names that one. */
  static Grounds of(FinishedRun run) {
    var provenance = run.manifest().provenance();
    return new Grounds(
        run.findings(),
        run.masses(),
        run.statistics(),
        run.drift(),
        provenance.inputs(),
        run.manifest().totals().skippedFiles(),
        provenance.census().isEmpty() ? run.id() : provenance.census());
  }
}
