package org.counterweight.manifest;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;
import org.counterweight.corpus.Sha256;
import org.counterweight.corpus.Storage;

/**
 * A file being written under a temporary name, its digest along with it. It takes its real name in {@link #finish};
 * closed before that, it leaves nothing behind.
 */
public final class NewFile extends OutputStream {

  private final FileSystem files;
  private final Path root;
  private final String path;
  private final Path temporary;
  private final FSDataOutputStream out;
  private final java.security.MessageDigest digest = Sha256.start();
  private long size;
  private boolean finished;
  private ManifestException failure;

  private NewFile(FileSystem files, Path root, String path) throws IOException {
    this.files = files;
    this.root = root;
    this.path = path;
    var target = new Path(root, path);
    this.temporary = new Path(target.getParent(), "." + target.getName() + "." + UUID.randomUUID() + ".tmp");
    try {
      this.out = files.create(temporary, false);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Starts a file at a path relative to a folder; parent folders are made. */
  public static NewFile create(Storage storage, Path root, String path) throws IOException {
    return create(PublishedFiles.of(storage, root), root, path);
  }

  static NewFile create(FileSystem files, Path root, String path) throws IOException {
    return new NewFile(files, root, path);
  }

  /** Writes a small file at once. */
  static FileEntry write(FileSystem files, Path root, String path, byte[] bytes) throws IOException {
    try (var file = create(files, root, path)) {
      file.write(bytes);
      return file.finish();
    }
  }

  /** Bytes written so far. */
  public long size() {
    return size;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      throwFailure();
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw failure(e);
    }
    digest.update(bytes, offset, length);
    size += length;
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Makes the file durable and gives it its name, replacing what an earlier attempt left there. */
  public FileEntry finish() throws IOException {
    throwFailure();
    try {
      if (out.hasCapability(StreamCapabilities.HSYNC)) {
        out.hsync();
      }
      out.close();
      Replacement.rename(files, temporary, new Path(root, path));
      finished = true;
    } catch (IOException e) {
      throw failure(e);
    }
    return new FileEntry(path, size, HexFormat.of().formatHex(digest.digest()));
  }

  @Override
  public void close() throws IOException {
    if (finished) {
      return;
    }
    try {
      out.close();
    } catch (IOException e) {
      // The file is being given up; what its last bytes met no longer matters.
    } finally {
      files.delete(temporary, false);
    }
  }

  /** Throws what the file system said first, whatever a format made of it; nothing is written after that. */
  void throwFailure() throws ManifestException {
    if (failure != null) {
      throw failure;
    }
  }

  private ManifestException failure(IOException e) {
    if (failure == null) {
      failure = new ManifestException("Cannot write " + new Path(root, path) + ": " + ManifestException.reason(e), e);
    }
    return failure;
  }
}
