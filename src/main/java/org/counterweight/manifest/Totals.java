package org.counterweight.manifest;

import java.util.Objects;
import org.counterweight.virality.Counts;

/**
 * What a run read, all in all.
 *
 * @param counts its integers
 * @param damagedShards shards that could not be read to their end
 * @param skippedFiles files of unknown kind that were left out
 */
public record Totals(Counts counts, long damagedShards, long skippedFiles) {

  public Totals {
    Objects.requireNonNull(counts);
    if (damagedShards < 0 || skippedFiles < 0) {
      throw new IllegalArgumentException("Cannot hold negative totals");
    }
  }
}
