package org.counterweight.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads lines of bytes into one buffer that is used again, which never grows much over the longest line allowed. A
 * longer line is passed over as it streams by. Lines end at {@code \n} or {@code \r\n}.
 */
final class LineReader implements Closeable {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int CHUNK = 1 << 18;
  private static final long NEWLINES = 0x0a0a0a0a0a0a0a0aL;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final InputStream in;
  private final long stop;
  private final int longest;
  private byte[] buffer;
  private int head;
  private int tail;
  private long streamed;
  private boolean ended;
  private int lineStart;
  private int lineEnd;
  private long linePosition;
  private boolean tooLong;

  /**
   * @param origin position of the stream's first byte
   * @param stop position from which on the caller wants no line
   * @param longest bytes of the longest line that is kept, its end not counted
   */
  LineReader(InputStream in, long origin, long stop, int longest) {
    this.in = in;
    this.streamed = origin;
    this.stop = stop;
    this.longest = longest;
    this.buffer = new byte[(int) Math.min(CHUNK, longest + 4096L)];
  }

  /** Moves to the next line; false at the end. */
  boolean next() throws IOException {
    lineStart = head;
    linePosition = position();
    tooLong = false;
    int scanned = 0;
    while (true) {
      int end = newline(lineStart + scanned, tail);
      if (end >= 0) {
        return stand(end, end + 1);
      }
      scanned = tail - lineStart;
      if (scanned > longest + 1L) {
        return passOver();
      }
      if (!fill()) {
        return scanned > 0 && stand(tail, tail);
      }
    }
  }

  private boolean stand(int end, int next) {
    lineEnd = end > lineStart && buffer[end - 1] == '\r' ? end - 1 : end;
    head = next;
    tooLong = lineEnd - lineStart > longest;
    return true;
  }

  /** Keeps the start of an over-long line and drops the rest of it, unless nothing behind it is wanted. */
  private boolean passOver() throws IOException {
    tooLong = true;
    int kept = Math.min(tail - lineStart, Refusal.EXCERPT_BYTES);
    System.arraycopy(buffer, lineStart, buffer, 0, kept);
    lineStart = 0;
    lineEnd = kept;
    int end = -1;
    while (end < 0 && !ended && streamed < stop) {
      tail = kept;
      receive();
      end = newline(kept, tail);
    }
    head = end < 0 ? tail : end + 1;
    return true;
  }

  /** Reads more behind the current line, which moves to the buffer's start; false at the end of the stream. */
  private boolean fill() throws IOException {
    if (lineStart > 0) {
      System.arraycopy(buffer, lineStart, buffer, 0, tail - lineStart);
      tail -= lineStart;
      head = 0;
      lineStart = 0;
    }
    if (tail == buffer.length) {
      buffer = Arrays.copyOf(buffer, (int) Math.min(2L * tail, longest + (long) CHUNK));
    }
    receive();
    return !ended;
  }

  private void receive() throws IOException {
    int read = ended ? -1 : in.read(buffer, tail, buffer.length - tail);
    ended = read < 0;
    tail += Math.max(read, 0);
    streamed += Math.max(read, 0);
  }

  private int newline(int from, int to) {
    int i = from;
    for (; i + 8 <= to; i += 8) {
      long word = (long) LONGS.get(buffer, i) ^ NEWLINES;
      long hit = (word - LOW_BITS) & ~word & HIGH_BITS;
      if (hit != 0) {
        return i + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
    }
    for (; i < to; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** The array that holds the line until the next one is asked for. */
  byte[] bytes() {
    return buffer;
  }

  int start() {
    return lineStart;
  }

  /** End of the line, or of what was kept of an over-long one. */
  int end() {
    return lineEnd;
  }

  boolean tooLong() {
    return tooLong;
  }

  /** Position of the line in the stream. */
  long linePosition() {
    return linePosition;
  }

  /** Position behind the line and its end. */
  long position() {
    return streamed - (tail - head);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
