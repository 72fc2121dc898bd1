package org.counterweight.run;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.Manifest;
import org.counterweight.manifest.ReplicatesFile;
import org.counterweight.manifest.RunFolderException;
import org.counterweight.manifest.Runs;
import org.counterweight.virality.Replicates;

/**
 * The newest complete run of an output folder, as a new one finds it before it is published.
 *
 * @param folder of that run
 * @param manifest its header; empty where it cannot be read
 * @param problem why it cannot be read; empty where it can
 */
record Previous(Path folder, Optional<Manifest> manifest, String problem) {

  /** Empty where the output folder holds no run yet. */
  static Optional<Previous> of(Storage storage, Path output) throws IOException {
    Path folder;
    try {
      folder = Runs.resolve(storage, output);
    } catch (RunFolderException none) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Previous(folder, Optional.of(Runs.header(storage, folder)), ""));
    } catch (IOException e) {
      return Optional.of(new Previous(folder, Optional.empty(), e.getMessage()));
    }
  }

  String id() {
    return folder.getName();
  }

  /** Why a run of this job cannot be compared with it; empty where it can. */
  String incomparable(Storage storage, Job job, Replicates now) throws IOException {
    if (job.sample() < 1) {
      return "this run reads a sample of the shards";
    }
    if (manifest.isEmpty()) {
      return problem;
    }
    var made = manifest.get().provenance();
    var judges = job.judgement();
    if (!made.modelDigest().equals(judges.classifier().digest())) {
      return "another model judged it: " + made.model() + " with digest " + made.modelDigest().substring(0, 12)
          + ", now " + judges.classifier().name() + " with " + judges.classifier().digest().substring(0, 12);
    }
    if (!made.gateDigest().equals(judges.gate().digest())) {
      return "another gate chose its passages";
    }
    var corpus = ReplicatesFile.corpus(manifest.get().files());
    if (corpus.isEmpty()) {
      return "it keeps no replicates: an earlier version made it";
    }
    Replicates before;
    try {
      before = ReplicatesFile.read(storage, folder, corpus.get());
    } catch (IOException e) {
      return e.getMessage();
    }
    if (before.seed() != now.seed()) {
      return "its seed was " + before.seed() + ", now " + now.seed();
    }
    return before.count() == now.count() ? "" : "it has " + before.count() + " replicates, now " + now.count();
  }
}
