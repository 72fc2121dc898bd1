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

  /** Set in the code of {@link #SINGLE} characters, which the gate must look at one by one. */
  static final int CODED_SPECIAL = 1 << 5;

  /** Set in the code of what may stand between the tokens of a term besides white space. */
  private static final int CODED_JOINING = 1 << 7;

  /** Hyphens, dashes, quotes and emphasis. */
  private static final String JOINING =
      "-*_'\"`\u00ad\u2010\u2011\u2012\u2013\u2014\u2018\u2019\u201c\u201d";

  /** By character: asking Unicode's tables for each one took a tenth of the gate's time on curly quotes alone. */
  private static final byte[] CODES = codes();

  private static final char[] FOLDED = folded();

  private Script() {}

  /** A character in eight bits: {@link #CODE}, {@link #CODED_SPACE}, {@link #CODED_SPECIAL} and one more. */
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

  /** What characters that differ in case alone have in common. */
  static char folded(char c) {
    return FOLDED[c];
  }

  static boolean letter(char c) {
    return (CODES[c] & CODE) != 0;
  }

  /** Whether it may stand between the tokens of a term: white space, hyphens, quotes and emphasis. */
  static boolean joins(char c) {
    return (CODES[c] & (CODED_SPACE | CODED_JOINING)) != 0;
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
      default -> JOINING.indexOf(c) >= 0 ? CODED_JOINING : 0;
    };
  }

  /** As {@link String#regionMatches(boolean, int, String, int, int)} has it. */
  private static char[] folded() {
    var folded = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < folded.length; c++) {
      folded[c] = Character.toLowerCase(Character.toUpperCase((char) c));
    }
    return folded;
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
