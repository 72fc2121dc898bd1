package org.counterweight.manifest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.Seekable;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.counterweight.corpus.Storage;

/**
 * An object store as Hadoop sees S3: keys in the order of their names, a file is there once its writer closes it, a
 * folder is renamed by copying and deleting its objects one after the other, and creating a file looks first and writes
 * at the end. Every change of an object is a step; a test may look on at each, and let the writer die after some.
 */
public final class Bucket extends FileSystem {

  /** What is told of every change. */
  interface Step {
    void before(String change, Path path) throws IOException;
  }

  static final TreeMap<String, byte[]> OBJECTS = new TreeMap<>();
  static Step step;
  static boolean conditional;

  static Storage storage() {
    OBJECTS.clear();
    step = (change, path) -> {};
    conditional = false;
    return new Storage(Map.of("fs.bucket.impl", Bucket.class.getName(), "fs.bucket.impl.disable.cache", "true"));
  }

  private static String key(Path path) {
    return path.toUri().getPath();
  }

  private static SortedMap<String, byte[]> below(Path folder) {
    return OBJECTS.subMap(key(folder) + "/", key(folder) + "0");
  }

  private static void put(String key, byte[] bytes) throws IOException {
    step.before("put", new Path("bucket://b" + key));
    OBJECTS.put(key, bytes);
  }

  private static void remove(String key) throws IOException {
    step.before("delete", new Path("bucket://b" + key));
    OBJECTS.remove(key);
  }

  @Override
  public URI getUri() {
    return URI.create("bucket://b");
  }

  @Override
  public boolean hasPathCapability(Path path, String capability) throws IOException {
    return capability.equals(CommonPathCapabilities.ABORTABLE_STREAM) || super.hasPathCapability(path, capability);
  }

  @Override
  public FSDataOutputStream create(
      Path path, FsPermission permission, boolean overwrite, int bufferSize, short replication, long blockSize,
      Progressable progress) throws IOException {
    if (!overwrite && OBJECTS.containsKey(key(path))) {
      throw new FileAlreadyExistsException(path.toString());
    }
    OutputStream upload = new ByteArrayOutputStream() {
      private boolean closed;

      @Override
      public void close() throws IOException {
        if (!closed) {
          closed = true;
          step.before("close", path);
          if (conditional && !overwrite && OBJECTS.containsKey(key(path))) {
            throw new FileAlreadyExistsException("412 " + path);
          }
          put(key(path), toByteArray());
        }
      }
    };
    return new FSDataOutputStream(upload, null);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    if (OBJECTS.containsKey(key(to))) {
      return false;
    }
    if (OBJECTS.containsKey(key(from))) {
      put(key(to), OBJECTS.get(key(from)));
      remove(key(from));
      return true;
    }
    var keys = new ArrayList<>(below(from).keySet());
    for (var key : keys) {
      put(key(to) + key.substring(key(from).length()), OBJECTS.get(key));
    }
    for (var key : keys) {
      remove(key);
    }
    return true;
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    boolean there = exists(path);
    for (var key : new ArrayList<>(below(path).keySet())) {
      remove(key);
    }
    if (OBJECTS.containsKey(key(path))) {
      remove(key(path));
    }
    return there;
  }

  @Override
  public FileStatus[] listStatus(Path folder) throws IOException {
    var found = new TreeMap<String, FileStatus>();
    for (var key : below(folder).keySet()) {
      var rest = key.substring(key(folder).length() + 1);
      if (!rest.isEmpty()) {
        var name = rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
        found.put(name, getFileStatus(new Path(folder, name)));
      }
    }
    return found.values().toArray(FileStatus[]::new);
  }

  @Override
  public boolean mkdirs(Path folder, FsPermission permission) {
    if (below(folder).isEmpty()) {
      OBJECTS.put(key(folder) + "/", new byte[0]);
    }
    return true;
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    var bytes = OBJECTS.get(key(path));
    if (bytes == null && below(path).isEmpty()) {
      throw new FileNotFoundException(path.toString());
    }
    return new FileStatus(bytes == null ? 0 : bytes.length, bytes == null, 1, 1, 0, path);
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    if (!OBJECTS.containsKey(key(path))) {
      throw new FileNotFoundException(path.toString());
    }
    return new FSDataInputStream(new Download(OBJECTS.get(key(path))));
  }

  @Override
  public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) {
    throw new UnsupportedOperationException("Cannot append to an object");
  }

  @Override
  public void setWorkingDirectory(Path folder) {}

  @Override
  public Path getWorkingDirectory() {
    return new Path("bucket://b/");
  }

  private static final class Download extends ByteArrayInputStream implements Seekable, PositionedReadable {

    Download(byte[] bytes) {
      super(bytes);
    }

    @Override
    public void seek(long position) throws EOFException {
      if (position > count) {
        throw new EOFException();
      }
      pos = (int) position;
    }

    @Override
    public long getPos() {
      return pos;
    }

    @Override
    public boolean seekToNewSource(long position) {
      return false;
    }

    @Override
    public int read(long position, byte[] bytes, int offset, int length) {
      return new ByteArrayInputStream(buf, (int) position, count).read(bytes, offset, length);
    }

    @Override
    public void readFully(long position, byte[] bytes, int offset, int length) {
      read(position, bytes, offset, length);
    }

    @Override
    public void readFully(long position, byte[] bytes) {
      read(position, bytes, 0, bytes.length);
    }
  }
}
