package org.counterweight.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.counterweight.manifest.FileEntry;
import org.counterweight.virality.PlannedSums;

/**
 * What no plan changes, as far as it is there before a run is planned.
 *
 * @param files in the run's staging folder
 * @param census whether these hold what later plans need of the census
 * @param passages whether they hold the passages, about AI or not, and the refusals
 * @param once expected true words of all documents, each met once; empty where they are still to be added up
 */
record Standing(List<FileEntry> files, boolean census, boolean passages, Optional<PlannedSums> once) {

  Standing {
    files = List.copyOf(files);
    Objects.requireNonNull(once);
  }

  /** The figures of a census that was only just taken. */
  static Standing figures(List<FileEntry> files) {
    return new Standing(files, false, false, Optional.empty());
  }
}
