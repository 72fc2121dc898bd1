package org.counterweight.manifest;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.counterweight.corpus.Storage;

/**
 * The right to write to an output folder: a file {@code .lock} that only one process can create. A lock that a dead
 * process of the same machine left is taken over; whoever takes it over first creates a file named after that one lock,
 * so that two cannot. Object stores without an atomic creation guard only against runs that start apart in time.
 */
final class RunLock implements Closeable {

  private static final String FILE = ".lock";

  private final FileSystem files;
  private final Path path;
  private final LockHolder holder;

  private RunLock(FileSystem files, Path path, LockHolder holder) {
    this.files = files;
    this.path = path;
    this.holder = holder;
  }

  /**
   * Takes the lock of a folder, which is made if need be.
   *
   * @throws ManifestException if another run holds it
   */
  static RunLock acquire(Storage storage, Path folder, LockHolder holder) throws IOException {
    var files = PlainFiles.of(storage, folder);
    var path = new Path(folder, FILE);
    try {
      files.mkdirs(folder);
      if (!create(files, path, holder.json())) {
        takeOver(files, folder, path, holder);
      }
      return new RunLock(files, path, holder);
    } catch (ManifestException e) {
      throw e;
    } catch (IOException e) {
      throw new ManifestException("Cannot write to " + folder + ": " + ManifestException.reason(e), e);
    }
  }

  private static void takeOver(FileSystem files, Path folder, Path path, LockHolder holder) throws IOException {
    var stale = read(files, path).orElseThrow(() -> starting(folder, path));
    if (!stale.diedHere()) {
      throw held(folder, path, stale);
    }
    var claim = new Path(folder, FILE + "." + Sha256.of(Text.utf8(stale.token())).substring(0, 16));
    if (!create(files, claim, holder.json())) {
      throw held(folder, claim, read(files, claim).orElse(stale));
    }
    if (read(files, path).filter(stale::equals).isEmpty()) {
      files.delete(claim, false);
      throw held(folder, path, read(files, path).orElse(stale));
    }
    Replacement.rename(files, claim, path);
  }

  private static ManifestException held(Path folder, Path lock, LockHolder by) {
    return new RunFolderException(
        "Cannot write to " + folder + ": another run holds it (" + by + "); wait for it, or if that process is gone"
            + " delete " + lock + " and start again");
  }

  private static ManifestException starting(Path folder, Path lock) {
    return new RunFolderException(
        "Cannot write to " + folder + ": another run is just taking or leaving it; if none is, delete " + lock
            + " and start again");
  }

  /** Creates a file unless it is there; Hadoop's local file system checks and creates in two steps, so Java does it. */
  private static boolean create(FileSystem files, Path path, String text) throws IOException {
    if (files instanceof RawLocalFileSystem) {
      try {
        Files.write(java.nio.file.Path.of(path.toUri().getPath()), Text.utf8(text), StandardOpenOption.CREATE_NEW);
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      }
    }
    try (var out = files.create(path, false)) {
      out.write(Text.utf8(text));
      return true;
    } catch (IOException e) {
      if (files.exists(path)) {
        return false;
      }
      throw e;
    }
  }

  private static Optional<LockHolder> read(FileSystem files, Path path) throws IOException {
    try (var in = files.open(path)) {
      return Optional.of(LockHolder.parse(Text.utf8(in.readAllBytes(), path.toString()), path.toString()));
    } catch (FileNotFoundException | ManifestException e) {
      return Optional.empty();
    }
  }

  /** When it was taken. */
  Instant since() {
    return holder.since();
  }

  /** Lets go, unless someone else holds it by now. */
  @Override
  public void close() throws IOException {
    if (read(files, path).filter(holder::equals).isPresent()) {
      files.delete(path, false);
    }
  }
}
