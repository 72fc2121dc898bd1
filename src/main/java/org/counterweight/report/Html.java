package org.counterweight.report;

import java.util.Locale;

/** HTML being written: what is given as text can never become markup. */
final class Html {

  private static final int LONGEST_NAME = 120;

  private final StringBuilder out = new StringBuilder();

  /** A start tag; attributes are pairs of name and value, and values are escaped. */
  Html open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"").append(escape(attributes[i + 1])).append('"');
    }
    out.append('>');
    return this;
  }

  Html close(String tag) {
    out.append("</").append(tag).append('>');
    return this;
  }

  Html text(String text) {
    out.append(escape(text));
    return this;
  }

  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** A name from the corpus: cut when long, and isolated from the direction of its surroundings. */
  Html name(String name) {
    return name.isEmpty() ? element("em", "(none)") : element("bdi", cut(name));
  }

  /** The style sheet of this program, which is no one else's text. */
  Html css(String style) {
    out.append(style);
    return this;
  }

  Html line() {
    out.append('\n');
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private static String cut(String name) {
    if (name.codePointCount(0, name.length()) <= LONGEST_NAME) {
      return name;
    }
    return name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
  }

  static String escape(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(escaped, c));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int c) {
    switch (c) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> appendVisible(escaped, c);
    }
  }

  /** Characters that a reader would not see, or that would turn the text around, are spelled out. */
  private static void appendVisible(StringBuilder escaped, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED -> escaped.append(spelled(c));
      default -> escaped.appendCodePoint(c);
    }
  }

  private static String spelled(int c) {
    return String.format(Locale.ROOT, "\\u%04x", c);
  }
}
