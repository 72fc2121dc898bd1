package org.counterweight.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Format;
import org.counterweight.corpus.InputException;
import org.counterweight.corpus.Shard;
import org.counterweight.corpus.ShardFinder;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.Provenance;

/** The shards of a finished run where they lie now, each byte for byte the one that the run read. */
public final class InputsAgain {

  private InputsAgain() {}

  /**
   * Finds the shards of these names and reads them once to compare their digests.
   *
   * @param provenance the run's
   * @param names the shards wanted
   * @param inputs where the run's inputs lie now, in the order that the run had them; empty where they lay then
   * @return the shards by name
   * @throws InputException if one is gone or changed, naming each
   */
  public static Map<String, Shard> of(
      Storage storage, Provenance provenance, Collection<String> names, List<String> inputs, Engine engine)
      throws IOException {
    var recorded = new HashMap<String, Provenance.InputEntry>();
    provenance.inputs().forEach(entry -> recorded.put(entry.shard(), entry));
    var moved = new HashMap<String, Shard>();
    if (!inputs.isEmpty()) {
      new ShardFinder(storage).find(inputs).shards().forEach(shard -> moved.put(shard.name(), shard));
    }
    var shards = new ArrayList<Shard>();
    for (var name : new TreeSet<>(names)) {
      shards.add(inputs.isEmpty() ? there(storage, recorded.get(name)) : moved(name, moved));
    }
    var digests = engine.map("Checking shards", shards, new Fingerprint(storage));
    var found = new HashMap<String, Shard>();
    var changed = new ArrayList<String>();
    for (int i = 0; i < shards.size(); i++) {
      var shard = shards.get(i).digested(digests.get(i));
      found.put(shard.name(), shard);
      if (!shard.identity().equals(recorded.get(shard.name()).digest())) {
        changed.add(shard.name());
      }
    }
    if (!changed.isEmpty()) {
      throw new InputException(
          "the texts of the run again", String.join(", ", changed) + " changed since; run again over the corpus as it"
              + " is, or name the inputs as they were with --input");
    }
    return found;
  }

  private static Shard moved(String name, Map<String, Shard> moved) {
    if (!moved.containsKey(name)) {
      throw new InputException("shard " + name, "the inputs given do not hold it; give the run's own, in its order");
    }
    return moved.get(name);
  }

  private static Shard there(Storage storage, Provenance.InputEntry entry) throws IOException {
    int slash = entry.shard().indexOf('/');
    var path = entry.shard().substring(slash + 1);
    var shard =
        new Shard(
            Integer.parseInt(entry.shard().substring(0, slash)), path, entry.location(),
            Format.of(path).orElseThrow(() -> new InputException(entry.shard(), "it is of no known kind")),
            entry.bytes(), 0);
    Path location = shard.hadoopPath();
    var files = storage.fileSystem(location);
    if (!files.exists(location)) {
      throw new InputException("shard " + entry.shard(), "it no longer lies at " + location
          + "; say with --input where the run's inputs lie now, in its order");
    }
    var status = files.getFileStatus(location);
    return new Shard(
        shard.input(), path, entry.location(), shard.format(), status.getLen(), status.getModificationTime());
  }
}
