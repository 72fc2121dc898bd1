package org.counterweight.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses the placebo of one stage, dose after dose.
 *
 * <p>Each cell and layer of the treatment's shape takes the texts with the smallest hashes, as many as come nearest to
 * its words; then texts are taken, left out or exchanged at the ends, at most one more or less in each cell and layer,
 * until all words together are near the treatment's. A larger dose starts from what a smaller one took, so repeats
 * nest.
 */
final class Placebo {
  /** The part of the treatment's words within which the ends of layers are left alone. */
  private static final double NEAR = 1e-4;

  /** Texts after the last one taken that may stand in for it. */
  private static final int SOON = 16;

  private final Controls controls;
  private final Room room;
  private final TreeMap<Cell, List<Layer>> layers = new TreeMap<>();

  /** How many whole times more a text may be met. */
  interface Room {
    int times(Controls.Text text);
  }

  /** The texts of a cell that have room for so many times more, and how many of them are taken. */
  private static final class Layer {
    private final List<Controls.Text> texts = new ArrayList<>();
    private final List<Long> sums = new ArrayList<>(List.of(0L));
    private int least;
    private int nearest;
    private int taken;

    long words() {
      return sums.get(taken);
    }

    void settle(long wanted) {
      least = taken;
      nearest = 0;
      while (nearest < texts.size() && off(nearest + 1, wanted) < off(nearest, wanted)) {
        nearest++;
      }
      taken = Math.max(least, nearest);
    }

    private long off(int count, long wanted) {
      return Math.abs(sums.get(count) - wanted);
    }

    /** What another text more (1) or less (-1) adds; zero where there may be none. */
    long step(int way) {
      int to = taken + way;
      boolean may = to <= texts.size() && to >= least && Math.abs(to - nearest) <= 1;
      return may ? sums.get(to) - sums.get(taken) : 0;
    }

    /** What taking another text for the last one adds; zero where a smaller dose holds the last. */
    long exchange(int other) {
      return taken > least ? words(other) - words(taken - 1) : 0;
    }

    private long words(int at) {
      return texts.get(at).control().words();
    }

    /** Takes another text for the last one, which goes back in line. */
    void swap(int other) {
      Collections.swap(texts, taken - 1, other);
      for (int at = taken - 1; at <= other; at++) {
        sums.set(at + 1, sums.get(at) + words(at));
      }
    }
  }

  Placebo(Controls controls, Room room) {
    this.controls = controls;
    this.room = room;
  }

  /** Times more that each text is met, in the order of cells and hashes, so that they add what the treatment does. */
  Map<Controls.Text, Integer> match(Shape shape) {
    shape.layers().forEach(
        (cell, words) -> {
          List<Layer> found = layers.computeIfAbsent(cell, any -> new ArrayList<>());
          while (found.size() < words.length) {
            found.add(layer(cell, found.size() + 1));
          }
          for (int layer = 0; layer < found.size(); layer++) {
            found.get(layer).settle(layer < words.length ? words[layer] : 0);
          }
        });
    trim(shape.words());
    Map<Controls.Text, Integer> times = new HashMap<>();
    layers.values().forEach(
        found -> found.forEach(
            layer -> layer.texts.subList(0, layer.taken).forEach(text -> times.merge(text, 1, Integer::sum))));
    return times;
  }

  private Layer layer(Cell cell, int times) {
    Layer layer = new Layer();
    for (Controls.Text text : controls.of(cell)) {
      if (room.times(text) >= times) {
        layer.texts.add(text);
        layer.sums.add(layer.sums.get(layer.sums.size() - 1) + text.control().words());
      }
    }
    return layer;
  }

  /** Moves the ends of layers, each time the one that helps most. */
  private void trim(long wanted) {
    List<Layer> all = layers.values().stream().flatMap(List::stream).toList();
    long off = all.stream().mapToLong(Layer::words).sum() - wanted;
    while (Math.abs(off) > NEAR * wanted) {
      Layer best = null;
      long step = 0;
      for (Layer layer : all) {
        long moved = layer.step(off > 0 ? -1 : 1);
        if (Math.abs(off + moved) < Math.abs(off + step)) {
          best = layer;
          step = moved;
        }
      }
      if (best == null) {
        exchange(all, wanted);
        return;
      }
      best.taken += off > 0 ? -1 : 1;
      off += step;
    }
  }

  /** Exchanges the last texts of layers for others that come soon after them, each time the one that helps most. */
  private static void exchange(List<Layer> all, long wanted) {
    long off = all.stream().mapToLong(Layer::words).sum() - wanted;
    while (Math.abs(off) > NEAR * wanted) {
      Layer best = null;
      int other = 0;
      long change = 0;
      for (Layer layer : all) {
        for (int at = layer.taken; at < Math.min(layer.taken + SOON, layer.texts.size()); at++) {
          long moved = layer.exchange(at);
          if (Math.abs(off + moved) < Math.abs(off + change)) {
            best = layer;
            other = at;
            change = moved;
          }
        }
      }
      if (best == null) {
        return;
      }
      best.swap(other);
      off += change;
    }
  }

  /** Why the words do not match the treatment's; empty where they do. */
  String unmatched(Shape shape) {
    long words = layers.values().stream().flatMap(List::stream).mapToLong(Layer::words).sum();
    if (Math.abs(words - shape.words()) <= Arm.MATCHED * shape.words()) {
      return "";
    }
    Cell worst =
        Collections.max(
            shape.layers().keySet(), Comparator.comparingLong(cell -> Math.abs(taken(cell) - sum(shape, cell))));
    return "Cannot match the treatment's %d extra words: documents not about AI of its sources and lengths come to %d."
            .formatted(shape.words(), words)
        + " Farthest off is source \"%s\" at %s, with %d for %d"
            .formatted(worst.source(), worst.lengths(), taken(worst), sum(shape, worst));
  }

  private long taken(Cell cell) {
    return layers.get(cell).stream().mapToLong(Layer::words).sum();
  }

  private static long sum(Shape shape, Cell cell) {
    return Arrays.stream(shape.layers().get(cell)).sum();
  }
}
