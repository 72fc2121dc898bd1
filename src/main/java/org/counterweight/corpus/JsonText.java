package org.counterweight.corpus;

import java.nio.charset.StandardCharsets;

/**
 * Decodes the escapes of a JSON string, which has been checked, into a buffer that is used again. Half a surrogate pair
 * standing alone, which no Unicode text has, becomes U+FFFD.
 */
final class JsonText {
  private byte[] out = new byte[256];
  private int length;

  /** Decodes {@code from..to}, the quotes not included. */
  void decode(byte[] bytes, int from, int to) {
    if (out.length < to - from) {
      out = new byte[Math.max(to - from, (int) Math.min(2L * out.length, Integer.MAX_VALUE - 8))];
    }
    length = 0;
    int i = from;
    while (i < to) {
      int run = i;
      while (i < to && bytes[i] != '\\') {
        i++;
      }
      System.arraycopy(bytes, run, out, length, i - run);
      length += i - run;
      if (i < to) {
        i = escape(bytes, i + 1, to);
      }
    }
  }

  private int escape(byte[] bytes, int i, int to) {
    if (bytes[i] != 'u') {
      out[length++] = simple(bytes[i]);
      return i + 1;
    }
    int unit = unit(bytes, i + 1);
    int next = i + 5;
    if (Character.isHighSurrogate((char) unit) && next + 6 <= to && bytes[next] == '\\' && bytes[next + 1] == 'u') {
      int low = unit(bytes, next + 2);
      if (Character.isLowSurrogate((char) low)) {
        append(Character.toCodePoint((char) unit, (char) low));
        return next + 6;
      }
    }
    append(Character.isSurrogate((char) unit) ? 0xfffd : unit);
    return next;
  }

  private static byte simple(byte c) {
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> c;
    };
  }

  private static int unit(byte[] bytes, int i) {
    int unit = 0;
    for (int digit = i; digit < i + 4; digit++) {
      unit = unit << 4 | Character.digit(bytes[digit], 16);
    }
    return unit;
  }

  /** Adds a character; its UTF-8 is never longer than its escape. */
  private void append(int c) {
    if (c < 0x80) {
      out[length++] = (byte) c;
    } else if (c < 0x800) {
      out[length++] = (byte) (0xc0 | c >> 6);
      out[length++] = (byte) (0x80 | c & 0x3f);
    } else {
      if (c < 0x10000) {
        out[length++] = (byte) (0xe0 | c >> 12);
      } else {
        out[length++] = (byte) (0xf0 | c >> 18);
        out[length++] = (byte) (0x80 | c >> 12 & 0x3f);
      }
      out[length++] = (byte) (0x80 | c >> 6 & 0x3f);
      out[length++] = (byte) (0x80 | c & 0x3f);
    }
  }

  byte[] bytes() {
    return out;
  }

  int length() {
    return length;
  }

  /** What was decoded. */
  @Override
  public String toString() {
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }
}
