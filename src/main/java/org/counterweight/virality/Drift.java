package org.counterweight.virality;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A run against the one before it.
 *
 * @param previous id of the run before
 * @param reason why the two cannot be compared; empty where they can
 * @param corpus the whole; empty where they cannot
 * @param shards all of both runs, in the order of this one and then those that are gone
 */
public record Drift(String previous, String reason, Optional<PartDrift> corpus, List<PartDrift> shards)
    implements Serializable {

  public Drift {
    Objects.requireNonNull(previous);
    Objects.requireNonNull(reason);
    shards = List.copyOf(shards);
    if (reason.isEmpty() != corpus.isPresent() || corpus.isEmpty() && !shards.isEmpty()) {
      throw new IllegalArgumentException("Cannot hold drift: either a comparison or a reason why there is none");
    }
  }

  /** Two runs that cannot be compared. */
  public static Drift incomparable(String previous, String reason) {
    return new Drift(previous, reason, Optional.empty(), List.of());
  }

  /**
   * A comparison, its false discovery rates taken over the shards that changed: of the others it is known that nothing
   * did, so that they are no discoveries to be made.
   *
   * @param shards each tested by itself
   */
  public static Drift of(String previous, PartDrift corpus, List<PartDrift> shards) {
    var judged = adjusted(shards, PartDrift::judged);
    var corrected = adjusted(shards, PartDrift::corrected);
    var marked = new ArrayList<PartDrift>();
    for (int i = 0; i < shards.size(); i++) {
      var shard = shards.get(i);
      marked.add(new PartDrift(shard.name(), shard.status(), judged.get(i), corrected.get(i)));
    }
    return new Drift(previous, "", Optional.of(corpus), marked);
  }

  private static List<Change> adjusted(List<PartDrift> shards, Function<PartDrift, Change> of) {
    var tested = new ArrayList<Integer>();
    for (int i = 0; i < shards.size(); i++) {
      boolean changed = shards.get(i).status() == PartDrift.Status.CHANGED;
      if (changed && of.apply(shards.get(i)).ratio().identifiable()) {
        tested.add(i);
      }
    }
    double[] rates = DiscoveryRate.adjusted(tested.stream().mapToDouble(i -> of.apply(shards.get(i)).p()).toArray());
    var changes = new ArrayList<>(shards.stream().map(of).toList());
    for (int j = 0; j < rates.length; j++) {
      changes.set(tested.get(j), changes.get(tested.get(j)).with(rates[j]));
    }
    return changes;
  }

  /** Shards of a status. */
  public long count(PartDrift.Status status) {
    return shards.stream().filter(shard -> shard.status() == status).count();
  }

  /** Shards whose change is marked. */
  public List<PartDrift> marked() {
    return shards.stream().filter(PartDrift::marked).toList();
  }
}
