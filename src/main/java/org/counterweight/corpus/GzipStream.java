package org.counterweight.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates gzip (RFC 1952) of any number of members. The JDK's own stream asks the file how much is left to tell
 * whether a member follows, and stops early where the file answers 0. Zeros up to the end of the file are padding;
 * anything else that follows a member and does not start as one is damage, for one flipped bit would otherwise hide all
 * members behind it.
 */
final class GzipStream extends InputStream {
  private static final int FHCRC = 2;
  private static final int FEXTRA = 4;
  private static final int FNAME = 8;
  private static final int FCOMMENT = 16;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[1 << 17];
  private int head;
  private int tail;
  private boolean inside;
  private boolean ended;
  private boolean anyMember;
  private DamagedException damage;

  GzipStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (damage != null) {
      throw damage;
    }
    while (!ended) {
      if (!inside && !header()) {
        ended = true;
        return -1;
      }
      int inflated = inflate(bytes, offset, length);
      if (inflated > 0) {
        crc.update(bytes, offset, inflated);
        return inflated;
      }
      if (inflater.finished()) {
        trailer();
      }
    }
    return -1;
  }

  private int inflate(byte[] bytes, int offset, int length) throws IOException {
    while (true) {
      if (inflater.needsInput() && !inflater.finished()) {
        if (head == tail && !fill()) {
          throw broken("the gzip stream is cut off: copy or make the file again", null);
        }
        inflater.setInput(buffer, head, tail - head);
      }
      long before = inflater.getBytesWritten();
      try {
        int inflated = inflater.inflate(bytes, offset, length);
        head = tail - inflater.getRemaining();
        if (inflated > 0 || inflater.finished()) {
          return inflated;
        }
        if (inflater.needsDictionary()) {
          throw broken("the gzip stream asks for a dictionary", null);
        }
      } catch (DataFormatException e) {
        broken("the gzip stream is corrupt (" + e.getMessage() + ")", e);
        int inflated = (int) (inflater.getBytesWritten() - before);
        if (inflated == 0) {
          throw damage;
        }
        return inflated;
      }
    }
  }

  /** Starts the next member; false where none follows. */
  private boolean header() throws IOException {
    int first = next();
    if (first < 0) {
      return false;
    }
    if (anyMember && first == 0 && onlyZerosFollow()) {
      return false;
    }
    if (first != 0x1f || need() != 0x8b) {
      var why = anyMember ? "what follows a gzip member is not gzip: copy or make the file again"
          : "it is not gzip, whatever its name says";
      throw broken(why, null);
    }
    if (need() != 8) {
      throw broken("its gzip compression method is unknown", null);
    }
    int flags = need();
    skip(6);
    if ((flags & FEXTRA) != 0) {
      skip(need() | need() << 8);
    }
    if ((flags & FNAME) != 0) {
      skipString();
    }
    if ((flags & FCOMMENT) != 0) {
      skipString();
    }
    skip((flags & FHCRC) != 0 ? 2 : 0);
    anyMember = true;
    inside = true;
    inflater.reset();
    crc.reset();
    return true;
  }

  private boolean onlyZerosFollow() throws IOException {
    int next;
    do {
      next = next();
    } while (next == 0);
    return next < 0;
  }

  private void trailer() throws IOException {
    inside = false;
    long length = inflater.getBytesWritten() & 0xffffffffL;
    if (word() != crc.getValue() || word() != length) {
      throw broken("the gzip checksum does not match: the data before are suspect too", null);
    }
  }

  private long word() throws IOException {
    return need() | need() << 8 | need() << 16 | (long) need() << 24;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      need();
    }
  }

  private void skipString() throws IOException {
    while (need() != 0) {
      continue;
    }
  }

  private int need() throws IOException {
    int next = next();
    if (next < 0) {
      throw broken("the gzip stream is cut off: copy or make the file again", null);
    }
    return next;
  }

  private int next() throws IOException {
    return head < tail || fill() ? buffer[head++] & 0xff : -1;
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

  private DamagedException broken(String why, Exception cause) {
    damage = new DamagedException(why, cause);
    return damage;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
