package org.counterweight.work;

import java.util.Arrays;

/** Goes over the normal words of a text, in time proportional to its length. */
final class NormalWords {

  private final Taker taker;
  private byte[] word = new byte[64];
  private int length;

  private NormalWords(Taker taker) {
    this.taker = taker;
  }

  /** Takes the words one after the other. */
  @FunctionalInterface
  interface Taker {

    /** A word, not empty: the first {@code length} bytes of a buffer that is used again. */
    void take(byte[] utf8, int length);
  }

  static void each(CharSequence text, Taker taker) {
    var words = new NormalWords(taker);
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = Character.codePointAt(text, i);
      words.next(c);
    }
    words.end();
  }

  private void next(int c) {
    if (c < 0x80) {
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        append(c);
      } else if (c >= 'A' && c <= 'Z') {
        append(c + 'a' - 'A');
      } else {
        end();
      }
    } else if (Character.isIdeographic(c)) {
      end();
      encode(c);
      end();
    } else if (Character.isLetterOrDigit(c)) {
      encode(Character.toLowerCase(c));
    } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
      end();
    }
  }

  /** UTF-8; lone surrogates are no letters and never come here. */
  private void encode(int c) {
    if (c < 0x80) {
      append(c);
    } else if (c < 0x800) {
      append(0xc0 | c >> 6);
      append(0x80 | c & 0x3f);
    } else if (c < 0x10000) {
      append(0xe0 | c >> 12);
      append(0x80 | c >> 6 & 0x3f);
      append(0x80 | c & 0x3f);
    } else {
      append(0xf0 | c >> 18);
      append(0x80 | c >> 12 & 0x3f);
      append(0x80 | c >> 6 & 0x3f);
      append(0x80 | c & 0x3f);
    }
  }

  private void append(int b) {
    if (length == word.length) {
      word = Arrays.copyOf(word, 2 * length);
    }
    word[length++] = (byte) b;
  }

  private void end() {
    if (length > 0) {
      taker.take(word, length);
      length = 0;
    }
  }
}
