package org.counterweight.stance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Deals families into folds of about the same size: the largest first, each to the smallest fold so far. */
record Folds(Map<String, Integer> foldOfFamily, int count) {

  static Folds of(List<Example> examples, int wanted) {
    var sizes = new TreeMap<String, Integer>();
    examples.forEach(example -> sizes.merge(example.family(), 1, Integer::sum));
    int count = Math.min(wanted, sizes.size());
    if (count < 2) {
      throw new ModelException(
          "Cannot train: all passages come from one source; cross-validation by source needs two or more");
    }
    var families = new ArrayList<>(sizes.keySet());
    families.sort(Comparator.comparing((String family) -> -sizes.get(family)));
    int[] filled = new int[count];
    var folds = new TreeMap<String, Integer>();
    for (var family : families) {
      int smallest = smallest(filled);
      folds.put(family, smallest);
      filled[smallest] += sizes.get(family);
    }
    return new Folds(folds, count);
  }

  private static int smallest(int[] filled) {
    int smallest = 0;
    for (int f = 1; f < filled.length; f++) {
      smallest = filled[f] < filled[smallest] ? f : smallest;
    }
    return smallest;
  }

  /** The examples of families that are not in a fold; of families that are in none, all. */
  List<Example> without(int fold, List<Example> examples) {
    return examples.stream().filter(one -> !Integer.valueOf(fold).equals(foldOfFamily.get(one.family()))).toList();
  }

  int of(Example example) {
    return foldOfFamily.get(example.family());
  }
}
