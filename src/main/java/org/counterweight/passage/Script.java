package org.counterweight.passage;

import org.counterweight.corpus.Words;

/** What a UTF-16 unit is to the gate. Surrogates are {@link #OTHER}: terms lie within the basic plane. */
final class Script {

  /** Part of a token. */
  static final byte LETTER = 0;

  /** White space. */
  static final byte SPACE = 1;

  /** Punctuation and symbols. */
  static final byte OTHER = 2;

  /** A token by itself: an ideograph or kana, in scripts that write no spaces. */
  static final byte SINGLE = 3;

  /** Tells the kinds of the first 128 apart without branches. */
  private static final byte[] ASCII = ascii();

  /** The part of a code that tells letters apart, though not all; 0 for all that is no letter. */
  static final int CODE = 31;

  /** Set in the code of white space. */
  static final int CODED_SPACE = 1 << 6;

  static final int SPACE_SHIFT = 6;

  /** Set in the code of what the gate must look at by itself: {@code <} and {@link #SINGLE} characters. */
  static final int CODED_SPECIAL = 1 << 5;

  /** By character: asking Unicode's tables for each one took a tenth of the gate's time on curly quotes alone. */
  private static final byte[] CODES = codes();

  private Script() {}

  /** A character in seven bits: {@link #CODE}, {@link #CODED_SPACE} and {@link #CODED_SPECIAL}. */
  static int code(char c) {
    return CODES[c];
  }

  /** Lower case, as terms are found; whatever the locale. */
  static int lower(char c) {
    return c < 0x80 ? (c >= 'A' && c <= 'Z' ? c | 0x20 : c) : Character.toLowerCase(c);
  }

  static byte kind(char c) {
    return c < 0x80 ? ASCII[c] : beyondAscii(c);
  }

  static boolean letter(char c) {
    return kind(c) == LETTER;
  }

  private static byte beyondAscii(char c) {
    if (Words.isSpace(c)) {
      return SPACE;
    }
    if (c >= 0x3040 && (Character.isIdeographic(c) || (c <= 0x30ff && Character.isLetter(c)))) {
      return SINGLE;
    }
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK ? LETTER : OTHER;
  }

  private static int encode(char c) {
    return switch (kind(c)) {
      case LETTER -> 1 + lower(c) % CODE;
      case SPACE -> CODED_SPACE;
      case SINGLE -> CODED_SPECIAL;
      default -> c == '<' ? CODED_SPECIAL : 0;
    };
  }

  private static byte[] codes() {
    var codes = new byte[Character.MAX_VALUE + 1];
    for (int c = 0; c < codes.length; c++) {
      codes[c] = (byte) encode((char) c);
    }
    return codes;
  }

  private static byte[] ascii() {
    var kinds = new byte[0x80];
    for (char c = 0; c < kinds.length; c++) {
      boolean token = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      kinds[c] = token ? LETTER : Words.isSpace(c) ? SPACE : OTHER;
    }
    return kinds;
  }
}
