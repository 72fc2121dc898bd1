package org.counterweight.manifest;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.counterweight.corpus.Storage;

/** A disk of limited size, and one that refuses a rename: each byte and each rename takes from what is left. */
public final class FaultyFileSystem extends RawLocalFileSystem {

  static final AtomicLong BYTES = new AtomicLong();
  static final AtomicLong RENAMES = new AtomicLong();

  static Storage storage(long bytes, long renames) {
    BYTES.set(bytes);
    RENAMES.set(renames);
    return new Storage(
        Map.of("fs.faulty.impl", FaultyFileSystem.class.getName(), "fs.faulty.impl.disable.cache", "true"));
  }

  static Path path(java.nio.file.Path path) {
    return new Path("faulty://" + path.toUri().getPath());
  }

  @Override
  public URI getUri() {
    return URI.create("faulty:///");
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    var inner = super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress);
    return new FSDataOutputStream(new Full(inner), null);
  }

  @Override
  public FSDataOutputStream create(
      Path path, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
      throws IOException {
    return create(path, null, overwrite, bufferSize, replication, blockSize, progress);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    return RENAMES.getAndDecrement() > 0 && super.rename(from, to);
  }

  private static final class Full extends OutputStream {

    private final OutputStream out;

    Full(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      if (BYTES.getAndDecrement() <= 0) {
        throw new IOException("No space left on device");
      }
      out.write(b);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
