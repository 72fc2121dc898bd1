package org.counterweight.work;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Makes a sketch of words that go by. */
final class Sketcher implements NormalWords.Taker {

  /** Words of a shingle. */
  static final int SHINGLE = 5;

  /** Hashes of the last words, the newest at the end. */
  private final byte[] window = new byte[SHINGLE * Long.BYTES];

  private final ByteBuffer newest = ByteBuffer.wrap(window);
  private long[] hashes = new long[128];
  private int size;
  private int level;
  private long words;

  @Override
  public void take(byte[] utf8, int length) {
    System.arraycopy(window, Long.BYTES, window, 0, window.length - Long.BYTES);
    newest.putLong(window.length - Long.BYTES, Print.hash(utf8, length));
    words++;
    if (words >= SHINGLE) {
      add(Print.hash(window, window.length));
    }
  }

  /** All words so far. */
  Sketch sketch() {
    if (words > 0 && words < SHINGLE) {
      int length = (int) words * Long.BYTES;
      add(Print.hash(Arrays.copyOfRange(window, window.length - length, window.length), length));
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
