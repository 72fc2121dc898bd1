package org.counterweight.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides shards into parts of about {@code input.split-bytes}. It opens no file, so that planning a run over many
 * shards costs no round trips.
 *
 * @param settings hold the size
 */
public record Splitter(InputSettings settings) {

  /** The parts of a shard in order; together they hold each record once. At least one, even of an empty shard. */
  public List<Split> split(Shard shard) {
    if (!shard.format().splits() || shard.bytes() <= settings.splitBytes()) {
      return List.of(new Split(shard, 0, 0, shard.bytes()));
    }
    long parts = (shard.bytes() + settings.splitBytes() - 1) / settings.splitBytes();
    long step = (shard.bytes() + parts - 1) / parts;
    List<Split> splits = new ArrayList<>();
    for (long start = 0; start < shard.bytes(); start += step) {
      splits.add(new Split(shard, splits.size(), start, Math.min(shard.bytes(), start + step)));
    }
    return List.copyOf(splits);
  }

  /** The parts of all shards in order. */
  public List<Split> split(List<Shard> shards) {
    return shards.stream().flatMap(shard -> split(shard).stream()).toList();
  }
}
