package org.counterweight.corpus;

import java.util.List;

/**
 * What was found under the named inputs.
 *
 * @param shards in the order of the inputs, then of their paths
 * @param skipped files and folders that were seen and are not read, in the same order
 */
public record Listing(List<Shard> shards, List<Skipped> skipped) {

  public Listing {
    shards = List.copyOf(shards);
    skipped = List.copyOf(skipped);
  }

  /** A file or folder that is not read, and why. Hidden ones and those that start with {@code _} are not listed. */
  public record Skipped(int input, String path, String reason) {}

  /** Size of all shards in storage. */
  public long bytes() {
    return shards.stream().mapToLong(Shard::bytes).sum();
  }
}
