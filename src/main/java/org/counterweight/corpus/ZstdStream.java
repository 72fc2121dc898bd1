package org.counterweight.corpus;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Decodes zstd of any number of frames; while open it holds as much of the budget as its windows need. */
final class ZstdStream extends InputStream {
  private static final int LARGEST_LOG = 31;

  private final ZstdFrames frames;
  private final WindowBudget budget;
  private final long limit;
  private InputStream decoder;
  private long held;

  ZstdStream(InputStream in, WindowBudget budget, long limit) {
    this.frames = new ZstdFrames(in);
    this.budget = budget;
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (true) {
      if (decoder == null && !open()) {
        return -1;
      }
      int read = decode(bytes, offset, length);
      if (read >= 0) {
        return read;
      }
      closeDecoder();
    }
  }

  /** Opens a decoder for the next frame and those after it that need no more memory. */
  private boolean open() throws IOException {
    long window = frames.nextFrame();
    if (window < 0) {
      return false;
    }
    if (window > limit) {
      throw new DamagedException(
          "a zstd frame needs a window of " + window + " bytes, over input.max-window-bytes (" + limit
              + "): raise it, up to 2 GiB, or compress the file again with a smaller window");
    }
    budget.acquire(window, limit);
    held = window;
    frames.allow(Math.max(window, WindowBudget.FREE));
    decoder = new ZstdInputStreamNoFinalizer(new Unclosed(frames)).setLongMax(LARGEST_LOG);
    return true;
  }

  private int decode(byte[] bytes, int offset, int length) throws IOException {
    try {
      return decoder.read(bytes, offset, length);
    } catch (ZstdIOException e) {
      throw new DamagedException("the zstd stream is corrupt (" + e.getMessage() + ")", e);
    }
  }

  private void closeDecoder() throws IOException {
    if (decoder != null) {
      decoder.close();
      decoder = null;
    }
    budget.release(held);
    held = 0;
  }

  @Override
  public void close() throws IOException {
    try {
      closeDecoder();
    } finally {
      frames.close();
    }
  }

  /** The frames outlive the decoders that read them. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
