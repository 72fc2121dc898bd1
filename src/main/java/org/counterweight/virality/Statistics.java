package org.counterweight.virality;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * The estimates of a run: the whole corpus, each shard, source and month in order of their names, the quotes, and what
 * few hosts hold.
 */
public record Statistics(
    Estimates corpus,
    List<Estimates> shards,
    List<Estimates> sources,
    List<Estimates> months,
    Quotes quotes,
    Concentration concentration)
    implements Serializable {

  public Statistics {
    Objects.requireNonNull(quotes);
    Objects.requireNonNull(concentration);
    shards = List.copyOf(shards);
    sources = List.copyOf(sources);
    months = List.copyOf(months);
  }

  /** Estimates of a corpus without quotes and hosts. */
  public Statistics(Estimates corpus, List<Estimates> shards, List<Estimates> sources, List<Estimates> months) {
    this(corpus, shards, sources, months, Quotes.NONE, Concentration.NONE);
  }
}
