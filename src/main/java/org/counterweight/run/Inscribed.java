package org.counterweight.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.counterweight.manifest.FileEntry;
import org.counterweight.manifest.RowSpool;
import org.counterweight.virality.PlannedSums;

/**
 * What writing some parts left.
 *
 * @param files the files written
 * @param rows the same rows as the logical digest has them, outside the run's folder; parts in any order
 * @param planned true words under the plan
 */
record Inscribed(List<FileEntry> files, List<RowSpool.Spooled> rows, PlannedSums planned) implements Serializable {

  Inscribed {
    files = List.copyOf(files);
    rows = List.copyOf(rows);
  }

  /** The same on top of what was counted before. */
  Inscribed on(PlannedSums counted) {
    return new Inscribed(files, rows, counted.plus(planned));
  }

  /** Both together. */
  Inscribed plus(Inscribed other) {
    var all = new ArrayList<>(files);
    all.addAll(other.files);
    var both = new ArrayList<>(rows);
    both.addAll(other.rows);
    return new Inscribed(all, both, planned.plus(other.planned));
  }
}
