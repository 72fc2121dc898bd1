package org.counterweight.plan;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a treatment adds, by cell: the words of its documents that are met at least once, at least twice, ... more than
 * at base. A placebo that adds the same in every cell and layer is matched on source, length and repeats.
 *
 * @param layers for each cell the words by layer, never rising
 * @param words all of them together
 */
record Shape(Map<Cell, long[]> layers, long words) {

  /** The shape of a plan's whole repeats over those at base. */
  static Shape of(Plan plan, Ground ground, long seed) {
    Columns columns = ground.candidates().columns();
    String[] sources = ground.candidates().sources();
    Map<Cell, long[]> layers = new TreeMap<>();
    long words = 0;
    for (int i = 0; i < columns.size; i++) {
      int extra = plan.weights().repeats()[i] - Draw.repeats(ground.base()[i], Draw.unit(seed, columns.key[i]));
      if (extra > 0 && columns.words[i] > 0) {
        Cell cell = Cell.of(sources[columns.source[i]], columns.words[i]);
        long[] found = layers.getOrDefault(cell, new long[0]);
        long[] grown = found.length < extra ? Arrays.copyOf(found, extra) : found;
        for (int layer = 0; layer < extra; layer++) {
          grown[layer] += columns.words[i];
        }
        layers.put(cell, grown);
        words += (long) extra * columns.words[i];
      }
    }
    return new Shape(layers, words);
  }
}
