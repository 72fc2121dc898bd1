package org.counterweight.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A file for Parquet's reader that remembers when the file system failed, as against the content. */
final class WatchedFile implements InputFile {
  private final FSDataInputStream in;
  private final long length;
  private IOException failure;

  WatchedFile(FSDataInputStream in, long length) {
    this.in = in;
    this.length = length;
  }

  /** Throws again what the file system threw, if anything. */
  void check() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public long getLength() {
    return length;
  }

  @Override
  public SeekableInputStream newStream() {
    return new DelegatingSeekableInputStream(new Watched()) {
      @Override
      public long getPos() throws IOException {
        return in.getPos();
      }

      @Override
      public void seek(long position) throws IOException {
        in.seek(position);
      }
    };
  }

  /** How Parquet's own messages name it. */
  @Override
  public String toString() {
    return "the file";
  }

  private final class Watched extends FilterInputStream {
    Watched() {
      super(WatchedFile.this.in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return in.read(bytes, offset, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
