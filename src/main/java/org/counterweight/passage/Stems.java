package org.counterweight.passage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Terms by their stem: the first letters of their first token in lower case. Most tokens of a text miss at one bit. */
final class Stems implements Serializable {

  private static final long serialVersionUID = 1;

  /** Letters of a stem, at most. */
  static final int LENGTH = 5;

  private static final int BITS = 16;
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final long[] bitmap = new long[1 << (BITS - 6)];
  private final long[] keys;
  private final Term[][] terms;

  Stems(List<Term> lexicon) {
    var byKey = new TreeMap<Long, List<Term>>();
    for (var term : lexicon) {
      byKey.computeIfAbsent(key(term.tokens().get(0)), key -> new ArrayList<>()).add(term);
    }
    keys = byKey.keySet().stream().mapToLong(Long::longValue).toArray();
    terms = byKey.values().stream().map(list -> list.toArray(Term[]::new)).toArray(Term[][]::new);
    for (long key : keys) {
      int bit = bit(key);
      bitmap[bit >> 6] |= 1L << bit;
    }
  }

  /** The key of a stem with one more letter; 0 is the empty stem's. */
  static long plus(long key, char c) {
    return key << 12 ^ lower(c);
  }

  /** Whether terms with this stem may exist; rarely yes without one. */
  boolean may(long key) {
    int bit = bit(key);
    return (bitmap[bit >> 6] >>> bit & 1) != 0;
  }

  /** The terms with this stem. */
  Term[] of(long key) {
    int found = Arrays.binarySearch(keys, key);
    return found < 0 ? new Term[0] : terms[found];
  }

  private static long key(String token) {
    long key = 0;
    for (int i = 0; i < Math.min(LENGTH, token.length()); i++) {
      key = plus(key, token.charAt(i));
    }
    return key;
  }

  private static int bit(long key) {
    return (int) (key * GOLDEN >>> 64 - BITS);
  }

  private static int lower(char c) {
    return c < 0x80 ? (c >= 'A' && c <= 'Z' ? c | 0x20 : c) : Character.toLowerCase(c);
  }
}
