package org.counterweight.work;

import java.io.Serializable;
import java.util.Arrays;
import org.counterweight.passage.MarkupView;

/**
 * What is kept of a text to tell its near-copies: a bounded random sample of its shingles, the same for all texts.
 *
 * @param level the sample holds hashes below 2^(32 - level); 0, the whole set, to 31
 * @param hashes distinct and ascending as unsigned numbers, at most {@value #CAPACITY}; not to be changed
 */
public record Sketch(int level, int[] hashes) implements Serializable {

  /** Most hashes of a sketch. */
  public static final int CAPACITY = 512;

  /** Of a text that has no normal word or is not known; like no other, not even itself. */
  public static final Sketch EMPTY = new Sketch(0, new int[0]);

  public Sketch {
    if (level < 0 || level > 31 || hashes.length > CAPACITY) {
      throw new IllegalArgumentException("Cannot hold a sketch of level " + level + " and size " + hashes.length);
    }
    for (int i = 0; i < hashes.length; i++) {
      boolean rises = i == 0 || Integer.compareUnsigned(hashes[i - 1], hashes[i]) < 0;
      if (!rises || !within(hashes[i], level)) {
        throw new IllegalArgumentException("Cannot hold a sketch: hashes not ascending, or beyond level " + level);
      }
    }
  }

  /** The sketch of a document's text, markup looked through. */
  public static Sketch of(String text) {
    var sketcher = new Sketcher();
    sketcher.read(MarkupView.of(text).text());
    return sketcher.sketch();
  }

  /** How many of its hashes belong to a level, at or above its own; they come first. */
  int sizeAt(int higher) {
    int size = hashes.length;
    while (size > 0 && !within(hashes[size - 1], higher)) {
      size--;
    }
    return size;
  }

  private static boolean within(int hash, int level) {
    return level == 0 || hash >>> (32 - level) == 0;
  }

  /** The Jaccard index of two texts' shingles, 0 to 1; 0 where one has none. */
  public double jaccard(Sketch other) {
    int common = Math.max(level, other.level);
    int left = sizeAt(common);
    int right = other.sizeAt(common);
    int shared = shared(left, other.hashes, right);
    return shared == 0 ? 0 : (double) shared / (left + right - shared);
  }

  private int shared(int left, int[] others, int right) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < left && j < right) {
      int order = Integer.compareUnsigned(hashes[i], others[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return shared;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sketch sketch && level == sketch.level && Arrays.equals(hashes, sketch.hashes);
  }

  @Override
  public int hashCode() {
    return 31 * level + Arrays.hashCode(hashes);
  }

  @Override
  public String toString() {
    return "Sketch of " + hashes.length + " hashes at level " + level;
  }
}
