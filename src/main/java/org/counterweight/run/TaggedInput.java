package org.counterweight.run;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads the numbers and texts of a tagged file out of a buffer of its own: every stage after the census goes through
 * all tagged documents, so that a call to the stream for each number would cost more than what is done with it.
 */
final class TaggedInput implements Closeable {

  private static final int CAPACITY = 1 << 16;
  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final InputStream in;
  private final byte[] buffer = new byte[CAPACITY];
  private final List<String> names = new ArrayList<>();
  private int next;
  private int end;

  /** Takes over a stream, and closes it in the end. */
  TaggedInput(InputStream in) {
    this.in = in;
  }

  /** A byte, 0 to 255. */
  int small() throws IOException {
    need(1);
    return buffer[next++] & 0xff;
  }

  boolean flag() throws IOException {
    return small() != 0;
  }

  int whole() throws IOException {
    need(Integer.BYTES);
    int value = (int) INT.get(buffer, next);
    next += Integer.BYTES;
    return value;
  }

  long large() throws IOException {
    need(Long.BYTES);
    long value = (long) LONG.get(buffer, next);
    next += Long.BYTES;
    return value;
  }

  double real() throws IOException {
    return Double.longBitsToDouble(large());
  }

  /** A count, which is never negative. */
  int count() throws IOException {
    int count = whole();
    if (count < 0) {
      throw new EOFException("a count of " + count);
    }
    return count;
  }

  String text() throws IOException {
    int length = count();
    if (length > CAPACITY) {
      return new String(large(length), StandardCharsets.UTF_8);
    }
    need(length);
    next += length;
    return new String(buffer, next - length, length, StandardCharsets.UTF_8);
  }

  /** A text longer than the buffer; memory grows with what the file holds, whatever a damaged length asks for. */
  private byte[] large(int length) throws IOException {
    int buffered = Math.min(length, end - next);
    byte[] rest = in.readNBytes(length - buffered);
    if (rest.length < length - buffered) {
      throw new EOFException("it ends within a text");
    }
    byte[] bytes = new byte[length];
    System.arraycopy(buffer, next, bytes, 0, buffered);
    System.arraycopy(rest, 0, bytes, buffered, rest.length);
    next += buffered;
    return bytes;
  }

  /** A text that stands in full where it comes first, and by its number after that: see {@link TaggedOutput#name}. */
  String name() throws IOException {
    int number = count();
    if (number > names.size()) {
      throw new EOFException("name " + number + " of " + names.size());
    }
    if (number > 0) {
      return names.get(number - 1);
    }
    var name = text();
    if (TaggedOutput.remembered(name, names.size())) {
      names.add(name);
    }
    return name;
  }

  /** A digest of so many bytes, in lower-case hexadecimal. */
  String hex(int bytes) throws IOException {
    need(bytes);
    next += bytes;
    return HexFormat.of().formatHex(buffer, next - bytes, next);
  }

  /** Passes over bytes, at most as many as the buffer holds. */
  void skip(int bytes) throws IOException {
    need(bytes);
    next += bytes;
  }

  /** Whether nothing follows. */
  boolean ended() throws IOException {
    return next == end && in.read() == -1;
  }

  /** Makes sure that so many bytes, at most {@link #CAPACITY}, lie in the buffer. */
  private void need(int bytes) throws IOException {
    if (end - next < bytes) {
      System.arraycopy(buffer, next, buffer, 0, end - next);
      end -= next;
      next = 0;
      int read = in.readNBytes(buffer, end, CAPACITY - end);
      end += read;
      if (end < bytes) {
        throw new EOFException("it ends too early");
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
