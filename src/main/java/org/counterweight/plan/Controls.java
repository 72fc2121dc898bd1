package org.counterweight.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The documents not about AI with the smallest hashes: of each cell as many as hold the words that are needed, copies
 * of a text counted once. Merging is exact: whatever the parts, and however they were merged, the same ones remain.
 */
public final class Controls implements Serializable {
  private final long seed;
  private final TreeMap<Cell, Long> needed;
  private final TreeMap<Cell, Pool> pools = new TreeMap<>();

  /** The texts of a cell in order of their hashes. */
  private static final class Pool implements Serializable {
    private final TreeMap<String, Text> texts = new TreeMap<>();
    private long words;
  }

  /**
   * A text.
   *
   * @param control one document of it, the same whatever the order of arrival
   * @param copies its documents in the cell
   */
  record Text(Control control, int copies) implements Serializable {}

  /**
   * None yet.
   *
   * @param seed decides the order
   * @param needed words that each cell must hold at least, if the corpus does; other cells are left out
   */
  public Controls(long seed, Map<Cell, Long> needed) {
    this.seed = seed;
    this.needed = new TreeMap<>(needed);
  }

  /** Takes note of a document. */
  public void add(Control control) {
    Cell cell = control.cell();
    if (needed.containsKey(cell)) {
      add(cell, order(control.text()), new Text(control, 1));
    }
  }

  private void add(Cell cell, String order, Text text) {
    Pool pool = pools.computeIfAbsent(cell, any -> new Pool());
    boolean full = pool.words >= needed.get(cell);
    if (full && order.compareTo(pool.texts.lastKey()) > 0) {
      return;
    }
    if (pool.texts.merge(order, text, Controls::both).copies == text.copies) {
      pool.words += text.control.words();
    }
    long last = pool.texts.lastEntry().getValue().control.words();
    while (pool.words - last >= needed.get(cell)) {
      pool.texts.pollLastEntry();
      pool.words -= last;
      last = pool.texts.lastEntry().getValue().control.words();
    }
  }

  private static Text both(Text left, Text right) {
    Control first = Control.ORDER.compare(left.control, right.control) <= 0 ? left.control : right.control;
    return new Text(first, left.copies + right.copies);
  }

  /** The hash of a text and the seed, then the text itself, so that no two texts share a place. */
  private String order(String text) {
    return String.format("%016x%s", Double.doubleToLongBits(Draw.of(seed, "placebo\n" + text)), text);
  }

  /** Both together; neither is changed. */
  public Controls plus(Controls other) {
    Controls both = new Controls(seed, needed);
    for (Controls part : List.of(this, other)) {
      part.pools.forEach((cell, pool) -> pool.texts.forEach((order, text) -> both.add(cell, order, text)));
    }
    return both;
  }

  /** The texts of a cell, smallest hash first. */
  List<Text> of(Cell cell) {
    Pool pool = pools.get(cell);
    return pool == null ? List.of() : new ArrayList<>(pool.texts.values());
  }
}
