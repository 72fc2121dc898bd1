package org.counterweight.passage;

/** HTML tags as they occur in posts: found and dropped in one pass, without a parser, whatever is left open. */
final class Tags {

  private static final String[] TELLING = {"p", "br", "a", "div", "span", "blockquote"};
  private static final String[] BLOCK_ENDS = {"/p>", "/div>", "/li>", "/blockquote>", "br>", "br/>", "br >", "br />"};

  private Tags() {}

  /** Whether a text is markup: it opens one of the tags that only markup has. */
  static boolean mark(String text) {
    for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
      if (telling(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a telling tag opens at this {@code <}. */
  static boolean telling(String text, int open) {
    if (open + 1 >= text.length() || "pbads".indexOf(text.charAt(open + 1)) < 0) {
      return false;
    }
    for (var name : TELLING) {
      int after = open + 1 + name.length();
      if (after < text.length() && text.startsWith(name, open + 1)) {
        char next = text.charAt(after);
        if (next == ' ' || next == '>' || next == '/') {
          return true;
        }
      }
    }
    return false;
  }

  /** The text with an empty line for each block's end or line break, and without other tags. */
  static Rewrite dropped(String text) {
    var maker = new Rewrite.Maker(text);
    int kept = 0;
    int open = text.indexOf('<');
    boolean closes = true;
    while (open >= 0) {
      int end = blockEnd(text, open);
      boolean block = end > 0;
      if (!block && closes) {
        end = close(text, open);
        closes = end != 0;
      }
      if (end > 0) {
        maker.keep(kept, open);
        maker.replace(open, end, block ? "\n\n" : "");
        kept = end;
      }
      open = text.indexOf('<', Math.max(end, open + 1));
    }
    maker.keep(kept, text.length());
    return maker.made();
  }

  /** The end of the block-ending tag at this {@code <}, or -1. */
  private static int blockEnd(String text, int open) {
    for (var tag : BLOCK_ENDS) {
      if (text.startsWith(tag, open + 1)) {
        return open + 1 + tag.length();
      }
    }
    boolean heading = text.startsWith("/h", open + 1) && open + 4 < text.length() && text.charAt(open + 4) == '>';
    return heading && text.charAt(open + 3) >= '1' && text.charAt(open + 3) <= '6' ? open + 5 : -1;
  }

  /** The end of the tag at this {@code <}, whose inside may hold whole block ends; -1 if it is empty, 0 if unclosed. */
  private static int close(String text, int open) {
    int i = open + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '>') {
        return i == open + 1 ? -1 : i + 1;
      }
      int end = c == '<' ? blockEnd(text, i) : -1;
      i = end > 0 ? end : i + 1;
    }
    return 0;
  }
}
