package org.counterweight.virality;

import java.io.Serializable;
import java.util.Objects;

/**
 * What a shard, or the whole corpus, keeps for a later run to be compared with.
 *
 * @param name the shard; {@code corpus} for the whole
 * @param content digest of its gated documents and how they were judged: the same means that nothing changed
 * @param seed of the replicates
 * @param count how many replicates there are
 * @param judged log odds as judged
 * @param corrected log odds after correction
 */
public record Replicates(String name, String content, long seed, int count, LogOdds judged, LogOdds corrected)
    implements Serializable {

  public Replicates {
    Objects.requireNonNull(name);
    Objects.requireNonNull(content);
    for (var odds : new LogOdds[] {judged, corrected}) {
      if (odds.reason().isEmpty() && odds.values().length != count + 1) {
        throw new IllegalArgumentException("Cannot hold " + odds + ": not of " + count + " replicates");
      }
    }
  }
}
