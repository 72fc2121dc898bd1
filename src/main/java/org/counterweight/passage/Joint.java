package org.counterweight.passage;

import org.counterweight.corpus.Words;

/** What the parts of a passage are joined at: white space of one kind, written in one way. */
enum Joint {
  /** White space with two line feeds. */
  PARAGRAPH("\n\n"),
  /** White space after the end of a sentence. */
  SENTENCE(" ");

  private final String written;

  Joint(String written) {
    this.written = written;
  }

  /** The text of [start, end) with each joint of this kind written alike. */
  String joined(String text, int start, int end) {
    var joined = new StringBuilder(end - start);
    int kept = start;
    for (int i = start; i < end; ) {
      if (!Words.isSpace(text.charAt(i))) {
        i++;
        continue;
      }
      int space = i;
      int feeds = 0;
      for (; i < end && Words.isSpace(text.charAt(i)); i++) {
        feeds += text.charAt(i) == '\n' ? 1 : 0;
      }
      if (this == PARAGRAPH ? feeds >= 2 : space > start && closes(text.charAt(space - 1))) {
        joined.append(text, kept, space).append(written);
        kept = i;
      }
    }
    return joined.append(text, kept, end).toString();
  }

  /** Whether a character ends a sentence, if white space follows. */
  static boolean closes(char c) {
    return c == '.' || c == '!' || c == '?';
  }
}
