package org.counterweight.passage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Terms by the stem of their anchor: its first letters in lower case. A text is not cut into tokens to find them:
 * {@link #may} tells from the codes of the last five characters whether a stem ends there, for which a token's start
 * and first four letters are enough, or its start, its up to three letters and its end.
 */
final class Stems implements Serializable {

  private static final long serialVersionUID = 1;

  /** Letters of a stem, at most. */
  static final int LENGTH = 5;

  /** Characters of a window. */
  static final int WINDOW = 5;

  private static final int CODE_BITS = 5;
  private static final int BITS = 15;
  private static final int GOLDEN = 0x9e3779b1;
  private static final Spelling[] NONE = {};

  /** Which windows a stem may end in, by a hash of the window. */
  private final long[] bitmap = new long[1 << (BITS - 6)];

  /** Open addressing: a stem's terms stand at its slot or after it, before the next empty one. */
  private final long[] keys;

  private final Spelling[][] terms;

  Stems(List<Term> lexicon) {
    var byKey = new TreeMap<Long, List<Spelling>>();
    for (var term : lexicon) {
      var anchor = term.anchorToken();
      byKey.computeIfAbsent(key(anchor.toCharArray(), 0), key -> new ArrayList<>()).add(new Spelling(term));
      mark(term);
    }
    int slots = Integer.highestOneBit(Math.max(byKey.size(), 1)) << 2;
    keys = new long[slots];
    terms = new Spelling[slots][];
    byKey.forEach(
        (key, list) -> {
          list.sort(Comparator.comparingInt((Spelling term) -> -term.points()).thenComparingInt(Spelling::length));
          put(key, list.toArray(Spelling[]::new));
        });
  }

  /** The window with one more character, of which the code counts (see {@link Script#code}). */
  static int slide(int window, int code) {
    return window << CODE_BITS | code & Script.CODE;
  }

  /** Whether a stem may end at the end of this window; rarely yes where none does. */
  boolean may(int window) {
    return marked(bitmap, window);
  }

  /** For {@link #marked}: a loop that holds it in a variable need not fetch it for each character. */
  long[] bitmap() {
    return bitmap;
  }

  /** The same as {@link #may}. */
  static boolean marked(long[] bitmap, int window) {
    int bit = bit(window);
    return (bitmap[bit >> 6] >>> bit & 1) != 0;
  }

  /** The terms whose anchor has the stem of the token that starts here; those that say most by least come first. */
  Spelling[] at(char[] text, int start) {
    long key = key(text, start);
    int slot = slot(key);
    while (terms[slot] != null && keys[slot] != key) {
      slot = slot + 1 & (keys.length - 1);
    }
    return terms[slot] == null ? NONE : terms[slot];
  }

  private void put(long key, Spelling[] list) {
    int slot = slot(key);
    while (terms[slot] != null) {
      slot = slot + 1 & (keys.length - 1);
    }
    keys[slot] = key;
    terms[slot] = list;
  }

  private int slot(long key) {
    return Long.hashCode(key * 0x9e3779b97f4a7c15L) & (keys.length - 1);
  }

  /** Marks every window that this term's anchor may end, whatever stands before its start. */
  private void mark(Term term) {
    int window = 0;
    int shown = 1;
    var sure = term.sureFromAnchor();
    for (int i = 0; i < Math.min(WINDOW - 1, sure.length()); i++) {
      window = slide(window, Script.code(sure.charAt(i)));
      shown++;
    }
    if (shown < WINDOW) {
      window = slide(window, 0);
      shown++;
    }
    for (int before = 0; before < 1 << (WINDOW - shown) * CODE_BITS; before++) {
      int bit = bit(window | before << shown * CODE_BITS);
      bitmap[bit >> 6] |= 1L << bit;
    }
  }

  /**
   * Whether a stem that ends a window may start this far before its last character: with a letter that none precedes,
   * one to three of them if the window ends behind a token, else four.
   */
  static boolean starts(int window, int before) {
    boolean ends = (window & Script.CODE) == 0;
    int start = window >>> before * CODE_BITS;
    return (ends || before == WINDOW - 2) && (start & Script.CODE) != 0 && (start >>> CODE_BITS & Script.CODE) == 0;
  }

  /** Only the window's own bits count; older characters are shifted out. */
  private static int bit(int window) {
    return (window << 32 - WINDOW * CODE_BITS) * GOLDEN >>> 32 - BITS;
  }

  private static long key(char[] text, int start) {
    long key = Script.lower(text[start]);
    int end = Script.letter(text[start]) ? Math.min(text.length, start + LENGTH) : start;
    for (int i = start + 1; i < end && Script.letter(text[i]); i++) {
      key = key << 12 ^ Script.lower(text[i]);
    }
    return key;
  }
}
