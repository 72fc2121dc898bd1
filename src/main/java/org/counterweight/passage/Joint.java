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

  /** The text of [start, end) with each joint of this kind written alike, which never makes it longer. */
  String joined(char[] text, int start, int end) {
    var joined = new char[end - start];
    int length = 0;
    int kept = start;
    for (int i = start; i < end; ) {
      if (!Words.isSpace(text[i])) {
        i++;
        continue;
      }
      int space = i;
      int feeds = 0;
      for (; i < end && Words.isSpace(text[i]); i++) {
        feeds += text[i] == '\n' ? 1 : 0;
      }
      if (this == PARAGRAPH ? feeds >= 2 : space > start && closes(text[space - 1])) {
        System.arraycopy(text, kept, joined, length, space - kept);
        length += space - kept;
        written.getChars(0, written.length(), joined, length);
        length += written.length();
        kept = i;
      }
    }
    System.arraycopy(text, kept, joined, length, end - kept);
    return new String(joined, 0, length + end - kept);
  }

  /** Whether a character ends a sentence, if white space follows. */
  static boolean closes(char c) {
    return c == '.' || c == '!' || c == '?';
  }
}
