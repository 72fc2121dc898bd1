package org.counterweight.virality;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;

/**
 * Which documents of a stratum may depend on one another; defined in the package's description.
 *
 * @param of the cluster of each document, from 0 in the order of their first document
 * @param count how many there are
 * @param by what they share
 */
record Clusters(int[] of, int count, String by) {

  /** Effective number from which clusters carry a sandwich's variance. */
  private static final double ENOUGH = 40;

  /** The coarsest clustering that leaves enough. */
  static Clusters of(List<Reaction> reactions) {
    var works = joined(reactions, any -> "", "work");
    var hosts = joined(reactions, Reaction::host, "host");
    return hosts.count() < works.count() && hosts.effective() >= ENOUGH ? hosts : works;
  }

  /** Documents that share a work or this, in any number of steps; what is empty is not shared. */
  private static Clusters joined(List<Reaction> reactions, Function<Reaction, String> shared, String by) {
    var parents = new int[reactions.size()];
    Arrays.setAll(parents, i -> i);
    join(parents, reactions, Reaction::work);
    join(parents, reactions, shared);
    var numbers = new HashMap<Integer, Integer>();
    var of = new int[parents.length];
    for (int i = 0; i < of.length; i++) {
      int root = root(parents, i);
      numbers.putIfAbsent(root, numbers.size());
      of[i] = numbers.get(root);
    }
    return new Clusters(of, numbers.size(), by);
  }

  private static void join(int[] parents, List<Reaction> reactions, Function<Reaction, String> shared) {
    var first = new HashMap<String, Integer>();
    for (int i = 0; i < parents.length; i++) {
      var name = shared.apply(reactions.get(i));
      if (!name.isEmpty()) {
        Integer met = first.putIfAbsent(name, i);
        if (met != null) {
          int a = root(parents, met);
          int b = root(parents, i);
          parents[Math.max(a, b)] = Math.min(a, b);
        }
      }
    }
  }

  private static int root(int[] parents, int start) {
    int node = start;
    while (parents[node] != node) {
      parents[node] = parents[parents[node]];
      node = parents[node];
    }
    return node;
  }

  /** (sum of sizes)^2 / sum of squared sizes: Kish's effective number. */
  double effective() {
    var sizes = new double[count];
    for (int cluster : of) {
      sizes[cluster]++;
    }
    double squares = 0;
    for (double size : sizes) {
      squares += size * size;
    }
    return squares > 0 ? of.length * (double) of.length / squares : 0;
  }
}
