package org.counterweight.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A part in its place: known only once the splits before it in its shard have been counted.
 *
 * @param index its place among all parts of the run
 * @param part what the census found
 * @param rowBase rows of its shard before it
 * @param works the file of its {@link KnownWorks}; empty where no work has copies, or before they are known
 */
public record Located(int index, Part part, long rowBase, String works) implements Serializable {

  public Located {
    Objects.requireNonNull(part);
    Objects.requireNonNull(works);
  }

  /** The name of its shard. */
  public String shard() {
    return part.split().shard().name();
  }

  /** Locates parts that come in order of shard and split. */
  static List<Located> all(List<Part> parts) {
    var located = new ArrayList<Located>();
    long base = 0;
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      base = part.split().index() == 0 ? 0 : base;
      located.add(new Located(i, part, base, ""));
      base += part.rows();
    }
    return located;
  }

  /** The same part once the works stage has answered it. */
  Located with(String worksFile, long duplicateIds) {
    return new Located(index, part.withDuplicateIds(duplicateIds), rowBase, worksFile);
  }

  /** The parts of each shard, shards in the order of their first part. */
  static List<List<Located>> byShard(List<Located> parts) {
    var shards = new ArrayList<List<Located>>();
    for (var located : parts) {
      if (located.part().split().index() == 0) {
        shards.add(new ArrayList<>());
      }
      shards.get(shards.size() - 1).add(located);
    }
    return shards;
  }
}
