package org.counterweight.passage;

import org.jsoup.nodes.Entities;

/**
 * HTML5 character references, decoded as browsers do: named ones, the old names also without their semicolon or as the
 * start of a longer name, and numeric ones with the replacements of the HTML standard, section 13.2.5.80. Characters
 * that may not be referred to vanish.
 */
final class References {

  /** The longest name or part of one that is looked at, in code points. */
  private static final int LONGEST = 32;

  /** The longest of the names that need no semicolon. */
  private static final int LONGEST_BARE = 6;

  /** What 0x80 to 0x9F stand for: Windows-1252, or themselves where it has nothing. */
  private static final String C1 =
      "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
          + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

  private References() {}

  /** The text with its references decoded, once. */
  static Rewrite decoded(String text) {
    var maker = new Rewrite.Maker(text);
    int kept = 0;
    int i = text.indexOf('&');
    while (i >= 0) {
      int next = i + 1;
      if (next < text.length()) {
        long found = text.charAt(next) == '#' ? numeric(text, next + 1) : named(text, next);
        int end = (int) (found >>> 32);
        if (end > 0) {
          maker.keep(kept, i);
          maker.replace(i, end, value(text, i, end, (int) found));
          kept = end;
          next = end;
        }
      }
      i = text.indexOf('&', next);
    }
    maker.keep(kept, text.length());
    return maker.made();
  }

  /** End of the reference in the upper half, its number in the lower (-1 for a name); 0 if there is none. */
  private static long numeric(String text, int from) {
    boolean hex = from < text.length() && (text.charAt(from) | 0x20) == 'x';
    int first = hex ? from + 1 : from;
    int i = first;
    int number = 0;
    for (; i < text.length(); i++) {
      int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), hex ? 16 : 10) : -1;
      if (digit < 0) {
        break;
      }
      number = Math.min(number * (hex ? 16 : 10) + digit, Character.MAX_CODE_POINT + 1);
    }
    if (i == first) {
      return 0;
    }
    int end = i < text.length() && text.charAt(i) == ';' ? i + 1 : i;
    return (long) end << 32 | number;
  }

  private static long named(String text, int from) {
    int end = nameEnd(text, from);
    if (end < text.length() && text.charAt(end) == ';' && Entities.isNamedEntity(text.substring(from, end))) {
      return (long) (end + 1) << 32 | 0xffffffffL;
    }
    for (int bare = Math.min(end, from + LONGEST_BARE); bare > from + 1; bare--) {
      if (Entities.isBaseNamedEntity(text.substring(from, bare))) {
        return (long) bare << 32 | 0xffffffffL;
      }
    }
    return 0;
  }

  private static int nameEnd(String text, int from) {
    int i = from;
    for (int points = 0; i < text.length() && points < LONGEST; points++) {
      char c = text.charAt(i);
      if (c == '\t' || c == '\n' || c == '\f' || c == ' ' || c == '<' || c == '&' || c == '#' || c == ';') {
        break;
      }
      i += Character.charCount(text.codePointAt(i));
    }
    return i;
  }

  private static String value(String text, int start, int end, int number) {
    if (number < 0) {
      int nameEnd = text.charAt(end - 1) == ';' ? end - 1 : end;
      return Entities.getByName(text.substring(start + 1, nameEnd));
    }
    if (number == 0 || number > Character.MAX_CODE_POINT || (number >= 0xd800 && number <= 0xdfff)) {
      return "\ufffd";
    }
    if (number >= 0x80 && number <= 0x9f) {
      return C1.substring(number - 0x80, number - 0x7f);
    }
    return barred(number) ? "" : Character.toString(number);
  }

  private static boolean barred(int number) {
    return number < 0x09
        || number == 0x0b
        || (number >= 0x0e && number < 0x20)
        || number == 0x7f
        || (number >= 0xfdd0 && number <= 0xfdef)
        || (number & 0xfffe) == 0xfffe;
  }
}
