package org.counterweight.run;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.FileEntry;
import org.counterweight.manifest.ReplicatesFile;
import org.counterweight.virality.Drift;
import org.counterweight.virality.PartDrift;
import org.counterweight.virality.Replicates;

/**
 * Compares a run with the one before it, shard by shard, through the replicates that both keep.
 *
 * @param job what is run
 * @param engine reads the files of shards
 * @param staging where this run is written
 */
record Comparison(Job job, Engine engine, String staging) {

  /**
   * A shard that this run has.
   *
   * @param name the shard
   * @param now its file in this run
   * @param before its file in the run before; null where that has none
   */
  record Pair(String name, FileEntry now, FileEntry before) implements Serializable {}

  /** Reads both files of a shard and compares them. */
  record Compare(Storage storage, String staging, String previous) implements Engine.Task<Pair, PartDrift> {

    @Override
    public PartDrift run(Pair pair) throws IOException {
      if (pair.before() == null) {
        return PartDrift.alone(pair.name(), PartDrift.Status.NEW);
      }
      var now = ReplicatesFile.read(storage, new Path(staging), pair.now());
      var before = ReplicatesFile.read(storage, new Path(previous), pair.before());
      if (!before.name().equals(pair.name())) {
        throw new IOException("its " + pair.before().path() + " is of " + before.name() + ", not of " + pair.name());
      }
      return PartDrift.of(before, now);
    }
  }

  /**
   * The drift since the run that {@code LATEST} names; empty where there is none.
   *
   * @param corpus the replicates of this run's corpus
   * @param shards those of its shards, by name, in order
   */
  Optional<Drift> of(Replicates corpus, List<Measured.Shard> shards) throws IOException {
    var storage = job.storage();
    var found = Previous.of(storage, new Path(job.output()));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var previous = found.get();
    var reason = previous.incomparable(storage, job, corpus);
    try {
      return Optional.of(
          reason.isEmpty() ? compared(previous, corpus, shards) : Drift.incomparable(previous.id(), reason));
    } catch (IOException e) {
      return Optional.of(Drift.incomparable(previous.id(), e.getMessage()));
    }
  }

  private Drift compared(Previous previous, Replicates corpus, List<Measured.Shard> shards) throws IOException {
    var storage = job.storage();
    var files = previous.manifest().orElseThrow().files();
    var before = ReplicatesFile.read(storage, previous.folder(), ReplicatesFile.corpus(files).orElseThrow());
    var byName = named(previous, files);
    var pairs = new ArrayList<Pair>();
    for (var shard : shards) {
      var name = shard.estimates().name();
      pairs.add(new Pair(name, shard.replicates(), byName.remove(name)));
    }
    var compare = new Compare(storage, staging, previous.folder().toString());
    var parts = new ArrayList<>(engine.map("Comparing", pairs, compare));
    byName.keySet().stream().sorted().forEach(name -> parts.add(PartDrift.alone(name, PartDrift.Status.GONE)));
    return Drift.of(previous.id(), PartDrift.of(before, corpus), parts);
  }

  /** The files of the run before by shard: its shards have their files in the order in which they are listed. */
  private static Map<String, FileEntry> named(Previous previous, List<FileEntry> files) throws IOException {
    var shards = previous.manifest().orElseThrow().provenance().inputs();
    var entries = ReplicatesFile.shards(files);
    if (shards.size() != entries.size()) {
      throw new IOException("it lists " + shards.size() + " shards and keeps replicates of " + entries.size());
    }
    var byName = new HashMap<String, FileEntry>();
    for (int i = 0; i < entries.size(); i++) {
      byName.put(shards.get(i).shard(), entries.get(i));
    }
    return byName;
  }
}
