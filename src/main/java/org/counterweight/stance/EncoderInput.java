package org.counterweight.stance;

/**
 * What of a text the encoder sees. Its time grows with the square of the pieces, so that there is a most of them; a
 * text that is too long keeps its beginning and its end, where claims and conclusions stand.
 */
final class EncoderInput {

  /** The longest text, in UTF-16 units, that is cut into pieces whole; of a longer one this many are kept. */
  static final int LONGEST = 8000;

  /** The most pieces, without the marks of beginning and end. */
  static final int MOST_PIECES = 254;

  private EncoderInput() {}

  /**
   * A text of at most {@value #LONGEST} units as it is; of a longer one the first and the last half as many, with a
   * space between. A character of two units at a cut is left out.
   */
  static String shorten(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int head = LONGEST / 2;
    int tail = text.length() - LONGEST / 2;
    int end = isInsidePair(text, head) ? head - 1 : head;
    int start = isInsidePair(text, tail) ? tail + 1 : tail;
    return text.substring(0, end) + " " + text.substring(start);
  }

  private static boolean isInsidePair(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at - 1)) && Character.isLowSurrogate(text.charAt(at));
  }

  /**
   * Pieces between the marks of beginning and end; of more than {@value #MOST_PIECES} the first and the last half as
   * many.
   */
  static long[] frame(long first, long[] pieces, long last) {
    int kept = Math.min(pieces.length, MOST_PIECES);
    int tail = pieces.length > MOST_PIECES ? MOST_PIECES / 2 : 0;
    long[] ids = new long[kept + 2];
    ids[0] = first;
    System.arraycopy(pieces, 0, ids, 1, kept - tail);
    System.arraycopy(pieces, pieces.length - tail, ids, 1 + kept - tail, tail);
    ids[kept + 1] = last;
    return ids;
  }
}
