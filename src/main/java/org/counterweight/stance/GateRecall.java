package org.counterweight.stance;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterweight.passage.Gate;

/**
 * What share of labelled passages the gate admits.
 *
 * @param about of those about AI, by their label
 * @param other of those that are not
 * @param slices of those about AI, by label and genre, such as {@code genre=essay}
 */
public record GateRecall(Share about, Share other, Map<String, Share> slices) {

  /** Puts all passages to the gate. */
  public static GateRecall of(List<LabelledPassage> passages, Gate gate) {
    var about = new int[2];
    var other = new int[2];
    var slices = new TreeMap<String, int[]>();
    for (var passage : passages) {
      boolean admitted = gate.admits(passage.text());
      if (passage.label() == Stance.NOT_AI) {
        count(other, admitted);
        continue;
      }
      count(about, admitted);
      count(slices, "label=" + StanceClass.of(passage.label()).label(), admitted);
      if (!passage.genre().isEmpty()) {
        count(slices, "genre=" + passage.genre(), admitted);
      }
    }
    return new GateRecall(share(about), share(other), shares(slices));
  }

  private static void count(SortedMap<String, int[]> slices, String name, boolean admitted) {
    count(slices.computeIfAbsent(name, key -> new int[2]), admitted);
  }

  private static void count(int[] found, boolean admitted) {
    found[0] += admitted ? 1 : 0;
    found[1]++;
  }

  private static Share share(int[] found) {
    return new Share(found[0], found[1]);
  }

  private static Map<String, Share> shares(SortedMap<String, int[]> slices) {
    var shares = new TreeMap<String, Share>();
    slices.forEach((name, found) -> shares.put(name, share(found)));
    return shares;
  }
}
