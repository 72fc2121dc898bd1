package org.counterweight.virality;

import java.util.List;
import java.util.TreeMap;

/**
 * The months of a stratum, joined to periods: months in order until a period holds a twelfth of the dated documents and
 * at least twenty; what is left at the end joins the last. Documents without a month are a period of their own if there
 * are twenty, and belong to the first otherwise.
 */
final class Periods {

  private static final int MOST = 12;
  private static final int LEAST = 20;

  private final TreeMap<String, Integer> periods = new TreeMap<>();
  private int count;

  Periods(List<Reaction> reactions) {
    var documents = new TreeMap<String, Integer>();
    reactions.forEach(reaction -> documents.merge(reaction.month(), 1, Integer::sum));
    int undated = documents.getOrDefault("", 0);
    documents.remove("");
    double enough = Math.max(LEAST, (reactions.size() - undated) / (double) MOST);
    int open = 0;
    for (var month : documents.entrySet()) {
      periods.put(month.getKey(), count);
      open += month.getValue();
      if (open >= enough) {
        count++;
        open = 0;
      }
    }
    if (open > 0 && count > 0) {
      int last = count - 1;
      periods.replaceAll((month, period) -> Math.min(period, last));
    }
    count = Math.max(count, 1);
    periods.put("", undated >= LEAST && !documents.isEmpty() ? count++ : 0);
  }

  int count() {
    return count;
  }

  int of(Reaction reaction) {
    return periods.get(reaction.month());
  }
}
