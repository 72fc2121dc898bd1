package org.counterweight.work;

/**
 * Goes over the normal words of a text, in time proportional to its length, and tells each by its hash alone: no word
 * is ever written down.
 *
 * <p>The hash takes one step for each UTF-16 unit of the word in lower case, {@code h = (h ^ unit) * p}, and ends with
 * {@link Mix#of}. A step is a bijection of h, so words that differ in one unit never hash alike. Nor do words of two
 * units: p is 2^64 over the golden ratio, whose multiples by differences of units stay further apart (2^64 / 2^17 or
 * so) than a unit can bridge. Beyond that two words hash alike with a chance near 2^-64.
 */
final class NormalWords {

  /** No word is open. A word that comes back to this, with a chance near 2^-64, is passed over. */
  private static final long NONE = 0x243f6a8885a308d3L;

  private static final long FACTOR = 0x9e3779b97f4a7c15L;

  /** What ends a word. */
  private static final char BREAK = 0;

  /** What counts as nothing. */
  private static final char MARK = 1;

  /** A word by itself. */
  private static final char ALONE = 2;

  /** Half of a character beyond the basic plane. */
  private static final char HALF = 3;

  /** Of each UTF-16 unit its lower case, or else one of the above: Unicode is asked once for each. */
  private static final char[] FOLDED = folded();

  private NormalWords() {}

  /** Takes the words one after the other. */
  @FunctionalInterface
  interface Taker {

    /** The hash of a word. */
    void take(long word);
  }

  static void each(String text, Taker taker) {
    var units = text.toCharArray();
    long hash = NONE;
    for (int i = 0; i < units.length; i++) {
      int folded = FOLDED[units[i]];
      if (folded > HALF) {
        hash = (hash ^ folded) * FACTOR;
      } else if (folded == HALF) {
        int c = Character.codePointAt(units, i);
        i += Character.charCount(c) - 1;
        hash = next(hash, c, folded(c), taker);
      } else {
        hash = next(hash, units[i], folded, taker);
      }
    }
    end(hash, taker);
  }

  /** The hash of the open word behind a character that may be none of it; ends the words that end there. */
  private static long next(long hash, int c, int folded, Taker taker) {
    if (folded > HALF) {
      return step(hash, folded);
    }
    if (folded == MARK) {
      return hash;
    }
    end(hash, taker);
    if (folded == ALONE) {
      end(step(NONE, c), taker);
    }
    return NONE;
  }

  private static long step(long hash, int letter) {
    long high = letter < Character.MIN_SUPPLEMENTARY_CODE_POINT ? hash : (hash ^ letter >>> Character.SIZE) * FACTOR;
    return (high ^ letter & Character.MAX_VALUE) * FACTOR;
  }

  private static void end(long hash, Taker taker) {
    if (hash != NONE) {
      taker.take(Mix.of(hash));
    }
  }

  /** The lower case of a character of a word, or what else it is; lone surrogates break words. */
  private static int folded(int c) {
    if (Character.isIdeographic(c)) {
      return ALONE;
    }
    if (Character.isLetterOrDigit(c)) {
      return Character.toLowerCase(c);
    }
    return Character.getType(c) == Character.NON_SPACING_MARK ? MARK : BREAK;
  }

  private static char[] folded() {
    var folded = new char[Character.MAX_VALUE + 1];
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      folded[c] = Character.isSurrogate(c) ? HALF : (char) folded((int) c);
    }
    return folded;
  }
}
