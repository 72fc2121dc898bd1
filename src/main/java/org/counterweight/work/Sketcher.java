package org.counterweight.work;

/**
 * Makes a sketch of a document's passages as they go by, and each one's print, of words that are read once. Since
 * passages hold every word of a text in order, and none in parts, the sketch is that of the whole.
 *
 * <p>A shingle's hash is a polynomial of its words' hashes, which rolls on from word to word, mixed: shingles that
 * differ in one word differ, others are alike with a chance near 2^-60. Memory does not grow with the text.
 */
public final class Sketcher implements NormalWords.Taker {

  /** Words of a shingle. */
  static final int SHINGLE = 5;

  /** Five more than a multiple of eight, so that its first powers lie as far apart as odd numbers' can. */
  private static final long FACTOR = 0xd6e8feb86659fd95L;

  private static final long OLDEST = FACTOR * FACTOR * FACTOR * FACTOR;

  private static final int PLACES = 2 * Sketch.CAPACITY;

  /** Hashes of the last words; the oldest stands where the next one goes. */
  private final long[] window = new long[SHINGLE];

  private int next;
  private long shingle;
  private long words;
  private long print;

  /**
   * The different hashes of the level, each plus one; 0 is free. One stands at the place that its highest bits name, or
   * behind it before the next free one, so that they lie nearly in order. The last places catch what is pushed on.
   */
  private long[] hashes = new long[PLACES + Sketch.CAPACITY + 1];

  private int size;
  private int level;

  /** Reads the next passage of the document; returns its print. */
  public long read(String passage) {
    print = Print.NONE;
    NormalWords.each(passage, this);
    return print;
  }

  @Override
  public void take(long word) {
    print = Print.next(print, word);
    shingle = (shingle - OLDEST * window[next]) * FACTOR + word;
    window[next] = word;
    next = next + 1 == SHINGLE ? 0 : next + 1;
    words++;
    if (words >= SHINGLE) {
      add(Mix.of(shingle) >>> Integer.SIZE);
    }
  }

  /** The sketch of all passages so far; the last thing that is asked for. */
  public Sketch sketch() {
    if (words > 0 && words < SHINGLE) {
      add(Mix.of(shingle) >>> Integer.SIZE);
    }
    var kept = new int[size];
    int count = 0;
    for (long hash : hashes) {
      if (hash != 0) {
        insert(kept, count++, (int) (hash - 1));
      }
    }
    return new Sketch(level, kept);
  }

  /** Adds one to so many in order; since they come nearly so, few have to make way. */
  private static void insert(int[] kept, int count, int hash) {
    int i = count;
    for (; i > 0 && Integer.compareUnsigned(kept[i - 1], hash) > 0; i--) {
      kept[i] = kept[i - 1];
    }
    kept[i] = hash;
  }

  private void add(long hash) {
    if (hash >>> Integer.SIZE - level == 0 && put(hash)) {
      while (size > Sketch.CAPACITY) {
        rise();
      }
    }
  }

  /** Whether it was not there yet. */
  private boolean put(long hash) {
    int place = (int) (hash * PLACES >>> Integer.SIZE - level);
    while (hashes[place] != 0) {
      if (hashes[place] == hash + 1) {
        return false;
      }
      place++;
    }
    hashes[place] = hash + 1;
    size++;
    return true;
  }

  /** To the next level, which half of the hashes belong to. */
  private void rise() {
    level++;
    var before = hashes;
    hashes = new long[before.length];
    size = 0;
    for (long hash : before) {
      if (hash != 0 && hash - 1 >>> Integer.SIZE - level == 0) {
        put(hash - 1);
      }
    }
  }
}
