package org.counterweight.corpus;

import java.io.IOException;
import java.io.InputStream;

/**
 * Hands on the bytes of zstd frames (RFC 8878) while following their structure, so that each frame's window is known
 * before a decoder sees the frame. It ends before a frame that needs more than the current allowance; skippable frames
 * are passed over.
 */
final class ZstdFrames extends InputStream {
  private static final int MAGIC = 0xfd2fb528;
  private static final int SKIPPABLE = 0x184d2a50;
  private static final int RUN_LENGTH = 1;
  private static final String NOT_ZSTD = "it is not zstd, whatever its name says";
  private static final int[] DICTIONARY_ID_BYTES = {0, 1, 2, 4};

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 17];
  private int head;
  private int tail;
  /** Header of a frame that was read and not handed on. */
  private final byte[] header = new byte[18];
  private int headerHead;
  private int headerTail;
  private long window;
  private boolean checksum;
  private boolean inside;
  private boolean started;
  private boolean any;
  private boolean lastBlock;
  private long left;
  private long allowance;

  ZstdFrames(InputStream in) {
    this.in = in;
  }

  /** Moves to the next frame if it stands between two; the memory that the frame needs, or -1 at the end. */
  long nextFrame() throws IOException {
    while (!inside) {
      if (head == tail && !fill()) {
        return -1;
      }
      headerHead = 0;
      headerTail = 0;
      int magic = word();
      if ((magic & 0xfffffff0) == SKIPPABLE) {
        drop(word() & 0xffffffffL);
      } else if (magic == MAGIC) {
        frameHeader();
        inside = true;
        started = false;
        any = true;
      } else {
        throw new DamagedException(any ? "no zstd frame stands where one should" : NOT_ZSTD);
      }
    }
    return window;
  }

  /** Lets frames pass that need up to this much memory. */
  void allow(long bytes) {
    allowance = bytes;
  }

  private void frameHeader() throws IOException {
    int descriptor = need();
    boolean single = (descriptor & 0x20) != 0;
    checksum = (descriptor & 4) != 0;
    if ((descriptor & 8) != 0) {
      throw new DamagedException("a zstd frame has a reserved bit set: the file is corrupt");
    }
    int windowByte = single ? 0 : need();
    for (int i = 0; i < DICTIONARY_ID_BYTES[descriptor & 3]; i++) {
      need();
    }
    int sizeBytes = descriptor >>> 6 == 0 ? (single ? 1 : 0) : 1 << (descriptor >>> 6);
    long size = 0;
    for (int i = 0; i < sizeBytes; i++) {
      size |= (long) need() << 8 * i;
    }
    size += sizeBytes == 2 ? 256 : 0;
    long base = 1L << 10 + (windowByte >>> 3);
    long asked = base + base / 8 * (windowByte & 7);
    window = single ? size : sizeBytes > 0 && size >= 0 ? Math.min(size, asked) : asked;
    window = window < 0 ? Long.MAX_VALUE : window;
    left = 0;
    lastBlock = false;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (true) {
      if (!inside && nextFrame() < 0 || !started && window > allowance) {
        return -1;
      }
      started = true;
      if (headerHead < headerTail) {
        int count = Math.min(length, headerTail - headerHead);
        System.arraycopy(header, headerHead, bytes, offset, count);
        headerHead += count;
        return count;
      }
      if (left > 0) {
        return passOn(bytes, offset, length);
      }
      if (lastBlock) {
        inside = false;
      } else {
        blockHeader();
      }
    }
  }

  private int passOn(byte[] bytes, int offset, int length) throws IOException {
    if (head == tail && !fill()) {
      throw cut();
    }
    int count = (int) Math.min(Math.min(length, left), tail - head);
    System.arraycopy(buffer, head, bytes, offset, count);
    head += count;
    left -= count;
    return count;
  }

  private void blockHeader() throws IOException {
    headerHead = 0;
    headerTail = 0;
    int block = need() | need() << 8 | need() << 16;
    lastBlock = (block & 1) != 0;
    int type = block >>> 1 & 3;
    left = (type == RUN_LENGTH ? 1 : block >>> 3) + (lastBlock && checksum ? 4 : 0);
  }

  private int word() throws IOException {
    return need() | need() << 8 | need() << 16 | need() << 24;
  }

  /** The next byte, kept in the header as well. */
  private int need() throws IOException {
    if (head == tail && !fill()) {
      throw cut();
    }
    int next = buffer[head++] & 0xff;
    header[headerTail++] = (byte) next;
    return next;
  }

  private void drop(long count) throws IOException {
    for (long rest = count; rest > 0; ) {
      if (head == tail && !fill()) {
        throw cut();
      }
      int step = (int) Math.min(rest, tail - head);
      head += step;
      rest -= step;
    }
  }

  private boolean fill() throws IOException {
    int read;
    do {
      read = in.read(buffer, 0, buffer.length);
    } while (read == 0);
    head = 0;
    tail = Math.max(read, 0);
    return read > 0;
  }

  private static DamagedException cut() {
    return new DamagedException("the zstd stream is cut off: copy or make the file again");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
