package org.counterweight.stance;

/**
 * Which characters make words, and their lower case. Frozen here, and not asked of the Java runtime, since its Unicode
 * tables change from version to version and a model's judgements must not.
 */
final class Letters {

  /** Per ASCII character: its folded letter, {@code 0} for a digit, or 0 if it is none. */
  private static final byte[] ASCII = ascii();

  /** Scripts with letter case end below this character. */
  private static final int CASED = 0x530;

  /** Per cased character beyond ASCII: its folded letter, or 0. */
  private static final char[] FOLDED = folded();

  private Letters() {}

  /** The folded letter ({@code 0} for any ASCII digit), or 0 if the character is no part of a word. */
  static int fold(char c) {
    return c < 128 ? ASCII[c] : foldBeyondAscii(c);
  }

  private static int foldBeyondAscii(char c) {
    if (c < CASED) {
      return FOLDED[c];
    }
    boolean symbols = c >= 0x1fff && c < 0x2c00;
    boolean cjkMarks = c >= 0x3000 && c < 0x3005;
    boolean surrogatesAndPrivate = c >= 0xd800 && c < 0xf900;
    boolean forms = (c >= 0xfe00 && c < 0xfe70) || c == 0xfeff || (c > 0xff00 && c < 0xff10) || c > 0xfff0;
    return symbols || cjkMarks || surrogatesAndPrivate || forms || c == 0x1680 ? 0 : c;
  }

  /** Latin, Greek, Cyrillic: their case has not changed since Java 17. */
  private static char[] folded() {
    char[] folded = new char[CASED];
    for (char c = 0xc0; c < CASED; c++) {
      folded[c] = c == 0xd7 || c == 0xf7 ? 0 : Character.toLowerCase(c);
    }
    return folded;
  }

  private static byte[] ascii() {
    byte[] fold = new byte[128];
    for (char c = 'a'; c <= 'z'; c++) {
      fold[c] = (byte) c;
      fold[c - 'a' + 'A'] = (byte) c;
    }
    for (char c = '0'; c <= '9'; c++) {
      fold[c] = '0';
    }
    return fold;
  }
}
