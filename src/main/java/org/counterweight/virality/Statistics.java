package org.counterweight.virality;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** The estimates of a run: the whole corpus, each shard, source and month in order of their names, and the quotes. */
public record Statistics(
    Estimates corpus, List<Estimates> shards, List<Estimates> sources, List<Estimates> months, Quotes quotes)
    implements Serializable {

  public Statistics {
    Objects.requireNonNull(quotes);
    shards = List.copyOf(shards);
    sources = List.copyOf(sources);
    months = List.copyOf(months);
  }

  /** Estimates of a corpus without quotes. */
  public Statistics(Estimates corpus, List<Estimates> shards, List<Estimates> sources, List<Estimates> months) {
    this(corpus, shards, sources, months, Quotes.NONE);
  }
}
