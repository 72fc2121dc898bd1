package org.counterweight.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.counterweight.manifest.FileEntry;
import org.counterweight.virality.PlannedSums;

/**
 * What writing some parts left.
 *
 * @param files the files written
 * @param planned true words under the plan
 */
record Inscribed(List<FileEntry> files, PlannedSums planned) implements Serializable {

  Inscribed {
    files = List.copyOf(files);
  }

  /** Both together. */
  Inscribed plus(Inscribed other) {
    var all = new ArrayList<>(files);
    all.addAll(other.files);
    return new Inscribed(all, planned.plus(other.planned));
  }
}
