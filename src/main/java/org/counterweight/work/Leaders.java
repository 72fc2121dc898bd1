package org.counterweight.work;

import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes works of verified pairs. */
public final class Leaders {

  private Leaders() {}

  /**
   * The leader of every text that is not alone in its work, leaders themselves included; the rule stands in the
   * package's documentation. Memory is about 300 bytes a pair.
   */
  public static SortedMap<TextId, TextId> of(Collection<Match> verified) {
    var hubs = new TreeMap<TextId, SortedSet<TextId>>();
    for (var match : verified) {
      hubs.computeIfAbsent(match.member(), any -> new TreeSet<>()).add(match.hub());
    }
    var leaders = new TreeMap<TextId, TextId>();
    hubs.forEach(
        (member, candidates) ->
            candidates.stream()
                .filter(hub -> leads(hub, leaders))
                .findFirst()
                .ifPresent(
                    leader -> {
                      leaders.put(member, leader);
                      leaders.put(leader, leader);
                    }));
    return leaders;
  }

  /** A hub lies below its members, so whether it leads is settled before they are asked. */
  private static boolean leads(TextId hub, SortedMap<TextId, TextId> leaders) {
    return leaders.getOrDefault(hub, hub).equals(hub);
  }
}
