package org.counterweight.stance;

/**
 * Which characters make words, and their lower case. Frozen here, and not asked of the Java runtime, since its Unicode
 * tables change from version to version and a model's judgements must not.
 */
final class Letters {

  /** Scripts with letter case end below this character. */
  private static final int CASED = 0x530;

  /** Per UTF-16 unit: its folded letter, or 0. */
  private static final char[] FOLDED = folded();

  private Letters() {}

  /** The folded letter ({@code 0} for any ASCII digit), or 0 if the character is no part of a word. */
  static int fold(char c) {
    return FOLDED[c];
  }

  private static char[] folded() {
    var folded = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < folded.length; c++) {
      folded[c] = c < 0x80 ? ascii((char) c) : c < CASED ? cased((char) c) : uncased((char) c);
    }
    return folded;
  }

  private static char ascii(char c) {
    if (c >= '0' && c <= '9') {
      return '0';
    }
    char lower = c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c;
    return lower >= 'a' && lower <= 'z' ? lower : 0;
  }

  /** Latin, Greek, Cyrillic: their case has not changed since Java 17. */
  private static char cased(char c) {
    return c < 0xc0 || c == 0xd7 || c == 0xf7 ? 0 : Character.toLowerCase(c);
  }

  private static char uncased(char c) {
    boolean symbols = c >= 0x1fff && c < 0x2c00;
    boolean cjkMarks = c >= 0x3000 && c < 0x3005;
    boolean surrogatesAndPrivate = c >= 0xd800 && c < 0xf900;
    boolean forms = (c >= 0xfe00 && c < 0xfe70) || c == 0xfeff || (c > 0xff00 && c < 0xff10) || c > 0xfff0;
    return symbols || cjkMarks || surrogatesAndPrivate || forms || c == 0x1680 ? 0 : c;
  }
}
