package org.counterweight.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rows in the form that the logical digest is taken of; defined in the package's documentation. */
final class RowBytes {

  private static final int LONGEST_NUMBER = 20;

  private byte[] bytes = new byte[1 << 12];
  private int size;

  /** Forgets what was written. */
  void clear() {
    size = 0;
  }

  /** The bytes, of which the first {@link #size} count. */
  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  /** Adds a row. */
  <R> void add(Table<R> table, R row) {
    room(1);
    bytes[size++] = (byte) table.letter();
    var columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      var value = columns.get(i).value().apply(row);
      if (value instanceof String text) {
        text(text);
      } else {
        whole((Long) value);
      }
    }
  }

  private void text(String text) {
    int length = text.length();
    room(length + 2 * LONGEST_NUMBER);
    int start = size;
    number(length);
    bytes[size++] = ':';
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        size = start;
        encoded(Text.utf8(text));
        return;
      }
      bytes[size++] = (byte) c;
    }
    bytes[size++] = ',';
  }

  private void encoded(byte[] text) {
    room(text.length + 2 * LONGEST_NUMBER);
    number(text.length);
    bytes[size++] = ':';
    System.arraycopy(text, 0, bytes, size, text.length);
    size += text.length;
    bytes[size++] = ',';
  }

  private void whole(long value) {
    if (value < 0) {
      encoded(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
      return;
    }
    room(2 * LONGEST_NUMBER);
    number(digits(value));
    bytes[size++] = ':';
    number(value);
    bytes[size++] = ',';
  }

  /** Adds a number that is not negative. */
  private void number(long value) {
    int end = size + digits(value);
    long rest = value;
    for (int at = end - 1; at >= size; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size = end;
  }

  private static int digits(long value) {
    int digits = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
