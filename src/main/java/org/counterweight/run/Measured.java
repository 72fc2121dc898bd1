package org.counterweight.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterweight.manifest.FileEntry;
import org.counterweight.virality.Estimates;
import org.counterweight.virality.MassSums;

/**
 * The masses of some shards: their sum, that of each source and month among them, and each shard's finished figures.
 *
 * @param corpus masses of all of them
 * @param bySource masses of each source
 * @param byMonth masses of each month
 * @param shards finished figures, in order of the shard's first part
 */
record Measured(
    MassSums corpus,
    SortedMap<String, MassSums> bySource,
    SortedMap<String, MassSums> byMonth,
    List<Shard> shards)
    implements Serializable {

  /**
   * A shard's figures with its place.
   *
   * @param place index of its first part
   * @param estimates its figures
   * @param content digest of what they rest on
   * @param replicates the file that keeps their replicates
   */
  record Shard(int place, Estimates estimates, String content, FileEntry replicates) implements Serializable {}

  /** Both together; associative and commutative. */
  Measured plus(Measured other) {
    var all = new ArrayList<>(shards);
    all.addAll(other.shards);
    all.sort(Comparator.comparingInt(Shard::place));
    return new Measured(
        corpus.plus(other.corpus), merged(bySource, other.bySource), merged(byMonth, other.byMonth), all);
  }

  private static SortedMap<String, MassSums> merged(
      SortedMap<String, MassSums> one, SortedMap<String, MassSums> other) {
    var all = new TreeMap<>(one);
    other.forEach((name, sums) -> all.merge(name, sums, MassSums::plus));
    return all;
  }
}
