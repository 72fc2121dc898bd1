package org.counterweight.work;

import java.util.Arrays;

/**
 * Makes a sketch of words that go by. A shingle's hash is a polynomial of its words' hashes, which rolls on from word
 * to word, mixed: shingles that differ in one word differ, others are alike with a chance near 2^-60.
 */
final class Sketcher implements NormalWords.Taker {

  /** Words of a shingle. */
  static final int SHINGLE = 5;

  /** Five more than a multiple of eight, so that its first powers lie as far apart as odd numbers' can. */
  private static final long FACTOR = 0xd6e8feb86659fd95L;

  private static final long OLDEST = FACTOR * FACTOR * FACTOR * FACTOR;

  /** Hashes of the last words; the oldest stands where the next one goes. */
  private final long[] window = new long[SHINGLE];

  private int next;
  private long shingle;
  private long[] hashes = new long[128];
  private int size;
  private int level;
  private long words;

  @Override
  public void take(long word) {
    shingle = (shingle - OLDEST * window[next]) * FACTOR + word;
    window[next] = word;
    next = next + 1 == SHINGLE ? 0 : next + 1;
    words++;
    if (words >= SHINGLE) {
      add(Mix.of(shingle));
    }
  }

  /** All words so far. */
  Sketch sketch() {
    if (words > 0 && words < SHINGLE) {
      add(Mix.of(shingle));
    }
    compact();
    var kept = new int[size];
    for (int i = 0; i < size; i++) {
      kept[i] = (int) hashes[i];
    }
    return new Sketch(level, kept);
  }

  private void add(long hash) {
    long unsigned = hash >>> 32;
    if (size == hashes.length) {
      if (size < 2 * Sketch.CAPACITY) {
        hashes = Arrays.copyOf(hashes, 2 * size);
      } else {
        compact();
      }
    }
    if (unsigned >>> (32 - level) == 0) {
      hashes[size++] = unsigned;
    }
  }

  /** Sorts, drops what is there twice, and rises to the least level that leaves no more than a sketch may hold. */
  private void compact() {
    Arrays.sort(hashes, 0, size);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        hashes[distinct++] = hashes[i];
      }
    }
    size = distinct;
    while (size > Sketch.CAPACITY) {
      level++;
      while (size > 0 && hashes[size - 1] >>> (32 - level) != 0) {
        size--;
      }
    }
  }
}
