package org.counterweight.run;

import java.io.IOException;
import java.util.List;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.FileEntry;
import org.counterweight.manifest.LogicalDigest;
import org.counterweight.manifest.VariantEntry;
import org.counterweight.plan.Plan;
import org.counterweight.plan.Planned;

/**
 * A plan whose rows are written.
 *
 * @param plan with what it reaches in true words
 * @param files its rows, relative to its folder
 * @param entry its place in the run's header
 */
record PlannedRows(Plan plan, List<FileEntry> files, VariantEntry entry) {

  /**
   * Digests what was written.
   *
   * @param folder relative to the run; empty for the run's own plan
   */
  static PlannedRows of(Storage storage, String folder, Planned planned, Inscribed inscribed) throws IOException {
    var digest = LogicalDigest.ofSpooled(storage, inscribed.rows());
    var entry = new VariantEntry(planned.variant().name(), folder, planned.plan().outcome(), digest);
    return new PlannedRows(planned.plan(), inscribed.files(), entry);
  }
}
