package org.counterweight.corpus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Stands in a line of JSON and passes over its strings, numbers and words, checking each. */
class JsonCursor {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  /** The line, in a buffer that holds others. */
  byte[] bytes;
  /** Index of the next byte. */
  int at;
  /** Whether the last string had an escape in it. */
  boolean escaped;
  private int start;
  private int end;

  final void stand(byte[] line, int from, int to) {
    bytes = line;
    start = from;
    end = to;
    at = from;
  }

  void literal(String word) throws NotJsonException {
    for (int i = 0; i < word.length(); i++) {
      if (peek() != word.charAt(i)) {
        throw expected("a value");
      }
      at++;
    }
  }

  void number() throws NotJsonException {
    if (peek() == '-') {
      at++;
      if (peek() == 'I') {
        literal("Infinity");
        return;
      }
    }
    if (peek() == '0') {
      at++;
    } else {
      digits("a value");
    }
    if (peek() == '.') {
      at++;
      digits("a digit");
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits("a digit");
    }
  }

  private void digits(String expected) throws NotJsonException {
    int from = at;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    if (at == from) {
      throw expected(expected);
    }
  }

  /** Passes a string, its quotes included, eight bytes at a time where nothing special stands in them. */
  void string() throws NotJsonException {
    escaped = false;
    int i = at + 1;
    while (true) {
      i = ordinary(i);
      int c = i < end ? bytes[i] : -1;
      if (c == '"') {
        at = i + 1;
        return;
      }
      at = i;
      if (c != '\\') {
        throw expected(i < end ? "an escaped control character" : "the end of a string");
      }
      escaped = true;
      i = escape(i + 1);
    }
  }

  private int ordinary(int from) {
    int i = from;
    for (; i + 8 <= end; i += 8) {
      long word = (long) LONGS.get(bytes, i);
      long quote = word ^ 0x2222222222222222L;
      long slash = word ^ 0x5c5c5c5c5c5c5c5cL;
      long hit =
          (((quote - LOW_BITS) & ~quote) | ((slash - LOW_BITS) & ~slash) | ((word - 0x2020202020202020L) & ~word))
              & HIGH_BITS;
      if (hit != 0) {
        return i + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
    }
    while (i < end && bytes[i] != '"' && bytes[i] != '\\' && (bytes[i] < 0 || bytes[i] >= ' ')) {
      i++;
    }
    return i;
  }

  private int escape(int i) throws NotJsonException {
    int c = i < end ? bytes[i] : -1;
    if (c == 'u') {
      for (int digit = i + 1; digit <= i + 4; digit++) {
        if (digit >= end || Character.digit(bytes[digit], 16) < 0) {
          throw expected("four hexadecimal digits");
        }
      }
      return i + 5;
    }
    if (c < 0 || "\"\\/bfnrt".indexOf(c) < 0) {
      throw expected("an escape that JSON has");
    }
    return i + 1;
  }

  private int peek() {
    return at < end ? bytes[at] & 0xff : -1;
  }

  int skipSpace() {
    while (at < end) {
      int c = bytes[at];
      if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
        return c & 0xff;
      }
      at++;
    }
    return -1;
  }

  NotJsonException expected(String what) {
    return new NotJsonException(what, at - start);
  }
}
