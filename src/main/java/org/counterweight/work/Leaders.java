package org.counterweight.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes works of verified pairs. */
public final class Leaders {

  private Leaders() {}

  /**
   * The leader of every text that is not alone in its work, leaders themselves included; the rule stands in the
   * package's documentation. Memory is about 400 bytes a pair.
   */
  public static SortedMap<TextId, TextId> of(Collection<Match> verified) {
    var neighbours = new TreeMap<TextId, SortedSet<TextId>>();
    for (var match : verified) {
      neighbours.computeIfAbsent(match.member(), any -> new TreeSet<>()).add(match.hub());
      neighbours.computeIfAbsent(match.hub(), any -> new TreeSet<>()).add(match.member());
    }
    var order = new ArrayList<>(neighbours.keySet());
    order.sort(Comparator.comparingInt((TextId text) -> -neighbours.get(text).size()).thenComparing(text -> text));
    var leaders = new TreeMap<TextId, TextId>();
    for (var text : order) {
      if (!leaders.containsKey(text)) {
        neighbours.get(text).stream()
            .filter(neighbour -> !leaders.containsKey(neighbour))
            .toList()
            .forEach(neighbour -> leaders.put(neighbour, text));
        leaders.put(text, text);
      }
    }
    leaders.keySet().removeAll(alone(leaders));
    return leaders;
  }

  /** Texts that lead nobody but themselves. */
  private static SortedSet<TextId> alone(SortedMap<TextId, TextId> leaders) {
    var alone = new TreeSet<>(leaders.keySet());
    leaders.forEach(
        (text, leader) -> {
          if (!text.equals(leader)) {
            alone.remove(text);
            alone.remove(leader);
          }
        });
    return alone;
  }
}
