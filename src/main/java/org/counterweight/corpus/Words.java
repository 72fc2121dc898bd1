package org.counterweight.corpus;

/**
 * Words are maximal runs of characters that are not white space: the unit of size that needs no tokenizer. White space
 * is Unicode's, with the four information separators, as most text tools split on it.
 */
public final class Words {

  private Words() {}

  /** Whether a character is white space; none lies outside the basic plane. */
  public static boolean isSpace(int c) {
    if (c > ' ' && c < 0x85) {
      return false; // nearly every character of a text
    }
    if (c <= ' ') {
      return c == ' ' || (c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x1f);
    }
    if (c < 0x1680) {
      return c == 0x85 || c == 0xa0;
    }
    return c == 0x1680
        || (c >= 0x2000 && c <= 0x200a)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202f
        || c == 0x205f
        || c == 0x3000;
  }

  /** The number of words of a text. */
  public static int count(CharSequence text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean space = isSpace(text.charAt(i));
      if (inside && space) {
        inside = false;
      } else if (!inside && !space) {
        inside = true;
        words++;
      }
    }
    return words;
  }
}
