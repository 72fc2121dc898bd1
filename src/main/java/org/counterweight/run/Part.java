package org.counterweight.run;

import java.io.Serializable;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterweight.corpus.Split;
import org.counterweight.virality.Counts;

/**
 * What the census found in one split; its tagged documents lie in a file.
 *
 * @param split where it read
 * @param file the tagged file, in the cache
 * @param rows records of the split, refused and empty ones included
 * @param counts its totals
 * @param bySource totals of each source
 * @param byMonth totals of each month
 * @param damage why the split broke off before its end; empty where it did not
 */
public record Part(
    Split split,
    String file,
    long rows,
    Counts counts,
    SortedMap<String, Counts> bySource,
    SortedMap<String, Counts> byMonth,
    String damage)
    implements Serializable {

  public Part {
    Objects.requireNonNull(split);
    Objects.requireNonNull(file);
    Objects.requireNonNull(damage);
    bySource = new TreeMap<>(bySource);
    byMonth = new TreeMap<>(byMonth);
  }

  /** The same part with its tagged file where it lies now; the output folder may have been moved. */
  Part in(String place) {
    return new Part(split, place, rows, counts, bySource, byMonth, damage);
  }

  /** The same part once it is known how many of its documents repeat an earlier (source, id). */
  Part withDuplicateIds(long duplicateIds) {
    var more = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, duplicateIds, 0, 0, 0, 0);
    return new Part(split, file, rows, counts.plus(more), bySource, byMonth, damage);
  }
}
