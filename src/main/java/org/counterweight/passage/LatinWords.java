package org.counterweight.passage;

/**
 * The different words of a plain text, counted without making a string of each: the path of nearly all texts. Plain is
 * what holds, besides punctuation, letters of the Latin blocks alone whose lower case is one letter of the same kind.
 * Words are told apart by 64-bit hashes.
 */
final class LatinWords {

  /** The end of Latin Extended-B. */
  private static final int LATIN_END = 0x250;

  private static final int PUNCTUATION = 0x2000;
  private static final int PUNCTUATION_END = 0x2070;

  /** The letter of a word that a character is, in lower case; 0 for none. */
  private static final char[] LETTERS = letters();

  private final char[] text;

  /** A set of hashes with open addressing, at most half full; 0 is free. */
  private final long[] met;

  private int words;
  private long hits;

  private LatinWords(String text) {
    this.text = text.toCharArray();
    met = new long[Integer.highestOneBit(text.length() + 1) << 1];
  }

  /** Whether a text is plain. */
  static boolean plain(String text) {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      char c = text.charAt(i);
      plain = c < LATIN_END ? c != '\u0130' && c != '\u00b5' : c >= PUNCTUATION && c < PUNCTUATION_END;
    }
    return plain;
  }

  /** The words of a plain text. */
  static LatinWords of(String plain) {
    var words = new LatinWords(plain);
    words.read();
    return words;
  }

  /** The language they speak for, or {@link Language#UNCLEAR}. */
  String language() {
    return CommonWords.language(hits, words);
  }

  private void read() {
    long hash = CommonWords.START;
    boolean open = false;
    for (char c : text) {
      char letter = letter(c);
      if (letter != 0) {
        hash = CommonWords.hash(hash, letter);
        open = true;
      } else if (open) {
        add(hash);
        hash = CommonWords.START;
        open = false;
      }
    }
    if (open) {
      add(hash);
    }
  }

  private static char letter(char c) {
    return c < LATIN_END ? LETTERS[c] : c == '\u2019' ? '\'' : 0;
  }

  private void add(long hash) {
    int slot = (int) (hash >>> Integer.SIZE) & met.length - 1;
    while (met[slot] != 0) {
      if (met[slot] == hash) {
        return;
      }
      slot = slot + 1 & met.length - 1;
    }
    met[slot] = hash;
    words++;
    hits += CommonWords.hits(hash);
  }

  private static char[] letters() {
    var letters = new char[LATIN_END];
    for (char c = 0; c < LATIN_END; c++) {
      letters[c] = c == '\'' || (c < 0x80 ? ascii(c) : Character.isLetter(c)) ? Character.toLowerCase(c) : 0;
    }
    return letters;
  }

  private static boolean ascii(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
