package org.counterweight.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a WARC file with as much of a look ahead as is asked for, and no more in memory. A record starts where a
 * line reads {@code WARC/1.0} or the like and the next one begins as a header field does.
 */
final class WarcBytes implements Closeable {
  private static final int CHUNK = 1 << 16;

  /** Bytes that tell whether a record starts: its first line, a field's name and the colon. */
  private static final int LOOK = 96;

  private final InputStream in;
  private byte[] buffer = new byte[2 * CHUNK];
  private int head;
  private int tail;
  private long before;
  private boolean ended;
  private DamagedException damage;

  WarcBytes(InputStream in) {
    this.in = in;
  }

  /** Bytes passed so far. */
  long position() {
    return before + head;
  }

  /** How many bytes lie ahead, up to a number: less only at the end of the stream. */
  int ahead(int wanted) throws IOException {
    while (tail - head < wanted && !ended) {
      if (buffer.length - head < wanted) {
        System.arraycopy(buffer, head, buffer, 0, tail - head);
        before += head;
        tail -= head;
        head = 0;
      }
      if (tail == buffer.length || buffer.length < wanted) {
        buffer = Arrays.copyOf(buffer, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(wanted, 2L * tail)));
      }
      int read = receive(Math.min(buffer.length - tail, Math.max(CHUNK, wanted)));
      ended = read < 0;
      tail += Math.max(read, 0);
    }
    return Math.min(wanted, tail - head);
  }

  private int receive(int most) throws IOException {
    if (damage != null) {
      throw damage;
    }
    try {
      return in.read(buffer, tail, most);
    } catch (DamagedException e) {
      damage = e;
      throw e;
    }
  }

  /** A byte ahead, which must have been asked for. */
  byte at(int offset) {
    return buffer[head + offset];
  }

  /** Bytes ahead, which must have been asked for. */
  byte[] copy(int length) {
    return Arrays.copyOfRange(buffer, head, head + length);
  }

  void pass(int length) {
    head += length;
  }

  /** Passes line ends; false at the end of the stream. */
  boolean passLineEnds() throws IOException {
    while (ahead(1) > 0) {
      if (!isLineEnd(at(0))) {
        return true;
      }
      head++;
    }
    return false;
  }

  static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  /** Whether a record starts here, supposing that a line does. */
  boolean startsRecord(int offset) throws IOException {
    int length = ahead(offset + LOOK) - offset;
    if (length < 10 || at(offset) != 'W' || at(offset + 1) != 'A' || at(offset + 2) != 'R' || at(offset + 3) != 'C'
        || at(offset + 4) != '/' || !isDigit(at(offset + 5)) || at(offset + 6) != '.' || !isDigit(at(offset + 7))) {
      return false;
    }
    int i = offset + (at(offset + 8) == '\r' ? 9 : 8);
    if (at(i++) != '\n') {
      return false;
    }
    int name = i;
    while (i < offset + length && (Character.isLetterOrDigit(at(i)) || at(i) == '-')) {
      i++;
    }
    return i > name && i < offset + length && at(i) == ':';
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /**
   * Whether nothing but line ends, a few at most, stands between a place ahead and the next record or the end, or where
   * the stream is damaged, which its next reader is told.
   */
  boolean endsAt(int offset) throws IOException {
    try {
      return endsAtRecord(offset);
    } catch (DamagedException e) {
      return true;
    }
  }

  private boolean endsAtRecord(int offset) throws IOException {
    int i = offset;
    while (i < offset + LOOK && ahead(i + 1) > i && isLineEnd(at(i))) {
      i++;
    }
    return ahead(i + 1) <= i || (i > offset || offset == 0) && startsRecord(i);
  }

  /**
   * The offset of the next record, here included, or the number of bytes to the end of the stream if there is none.
   *
   * @return -1 if neither lies within the limit
   */
  int next(int limit) throws IOException {
    boolean lineStarts = true;
    for (int i = 0; i <= limit; i++) {
      if (ahead(i + 1) <= i) {
        return i;
      }
      if (lineStarts && at(i) == 'W' && startsRecord(i)) {
        return i;
      }
      lineStarts = at(i) == '\n';
    }
    return -1;
  }

  /** Passes everything up to the next record or the end, keeping nothing. */
  void passToRecord() throws IOException {
    boolean lineStarts = true;
    while (ahead(1) > 0 && !(lineStarts && at(0) == 'W' && startsRecord(0))) {
      lineStarts = at(0) == '\n';
      head++;
    }
  }

  boolean atEnd(int offset) throws IOException {
    return ahead(offset + 1) <= offset;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
