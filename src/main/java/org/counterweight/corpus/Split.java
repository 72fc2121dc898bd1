package org.counterweight.corpus;

import java.io.Serializable;
import java.util.Objects;

/**
 * A part of a shard that one task reads. Of a plain JSONL shard it holds the lines that start in its bytes; of a
 * Parquet shard the row groups whose middle lies there; of any other shard it is the whole.
 *
 * @param index 0-based number within the shard, in order of its records
 * @param start first byte, in storage
 * @param end byte after the last
 */
public record Split(Shard shard, int index, long start, long end) implements Serializable {

  public Split {
    Objects.requireNonNull(shard);
    if (index < 0 || start < 0 || end < start) {
      throw new IllegalArgumentException("Cannot split " + shard.name() + " at " + start + ".." + end);
    }
  }

  /** The same part of the same shard, of which more is known now. */
  public Split of(Shard known) {
    return new Split(known, index, start, end);
  }
}
