package org.counterweight.run;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.counterweight.corpus.InputSettings;
import org.counterweight.corpus.Listing;
import org.counterweight.corpus.Shard;
import org.counterweight.corpus.ShardFinder;
import org.counterweight.corpus.Split;
import org.counterweight.corpus.Splitter;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.Provenance.InputEntry;
import org.counterweight.plan.Draw;

/**
 * What a run is going to read.
 *
 * @param listing all shards and skipped files under the inputs
 * @param chosen the shards that are read: all, or a sample of them
 * @param splits their parts, in order of shard and place
 */
public record Survey(Listing listing, List<Shard> chosen, List<Split> splits) {

  public Survey {
    chosen = List.copyOf(chosen);
    splits = List.copyOf(splits);
  }

  /**
   * Finds the shards.
   *
   * @param sample share of the shards to read, above 0 and at most 1; at least one is read. Which ones depends on the
   *     seed and their names alone
   */
  public static Survey of(Storage storage, List<String> inputs, InputSettings input, double sample, long seed)
      throws IOException {
    var listing = new ShardFinder(storage).find(inputs);
    var chosen = sample < 1 ? sample(listing.shards(), sample, seed) : listing.shards();
    return new Survey(listing, chosen, new Splitter(input).split(chosen));
  }

  /**
   * The same once the chosen shards are digested.
   *
   * @param digests of the chosen shards, in their order
   */
  Survey digested(List<String> digests) {
    var known = new HashMap<String, Shard>();
    for (int i = 0; i < chosen.size(); i++) {
      known.put(chosen.get(i).name(), chosen.get(i).digested(digests.get(i)));
    }
    return new Survey(
        listing,
        chosen.stream().map(shard -> known.get(shard.name())).toList(),
        splits.stream().map(split -> split.of(known.get(split.shard().name()))).toList());
  }

  private static List<Shard> sample(List<Shard> shards, double share, long seed) {
    int count = (int) Math.max(1, Math.round(share * shards.size()));
    var lowest =
        shards.stream()
            .sorted(Comparator.comparingDouble((Shard shard) -> Draw.of(seed, "sample\n" + shard.name()))
                .thenComparing(Shard::name))
            .limit(count)
            .map(Shard::name)
            .collect(Collectors.toSet());
    return shards.stream().filter(shard -> lowest.contains(shard.name())).toList();
  }

  /** The chosen shards as provenance names them. */
  List<InputEntry> inputs() {
    return chosen.stream()
        .map(shard -> new InputEntry(shard.name(), shard.location(), shard.bytes(), shard.identity()))
        .toList();
  }

  /** Bytes of the chosen shards, as stored. */
  public long chosenBytes() {
    return chosen.stream().mapToLong(Shard::bytes).sum();
  }
}
