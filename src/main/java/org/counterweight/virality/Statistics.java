package org.counterweight.virality;

import java.io.Serializable;
import java.util.List;

/** The estimates of a run: the whole corpus, and each shard, source and month in order of their names. */
public record Statistics(
    Estimates corpus, List<Estimates> shards, List<Estimates> sources, List<Estimates> months)
    implements Serializable {

  public Statistics {
    shards = List.copyOf(shards);
    sources = List.copyOf(sources);
    months = List.copyOf(months);
  }
}
