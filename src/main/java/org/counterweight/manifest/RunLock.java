package org.counterweight.manifest;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.security.AccessControlException;
import org.counterweight.corpus.Sha256;
import org.counterweight.corpus.Storage;

/**
 * The right to write to an output folder: a file {@code .lock} that only one process can create. A lock that a dead
 * process of the same machine left is taken over; whoever takes it over first creates a file named after that one lock,
 * so that two cannot.
 *
 * <p>S3A creates a file atomically since Hadoop 3.4.2, if the store knows conditional writes. In older ones, and in
 * object stores that only look first and write then, two runs that start within the same moment may both believe that
 * they hold the folder. Each looks again before it publishes ({@link #requireHeld}), and only whose lock lies there
 * then goes on.
 */
final class RunLock implements Closeable {

  private static final String FILE = ".lock";

  /** Hadoop's Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE: others pass over it. */
  private static final String CONDITIONAL = "fs.option.create.conditional.overwrite";

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
   * @throws RunFolderException if another run holds it, or the folder cannot be made or written to
   */
  static RunLock acquire(Storage storage, Path folder, LockHolder holder) throws IOException {
    var files = PublishedFiles.of(storage, folder);
    var path = new Path(folder, FILE);
    try {
      if (!files.mkdirs(folder)) {
        throw new RunFolderException("Cannot write to " + folder + ": " + whyNotMade(files, folder));
      }
      if (!create(files, path, holder)) {
        takeOver(files, folder, path, holder);
      }
      return new RunLock(files, path, holder);
    } catch (ManifestException e) {
      throw e;
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** Hadoop's local file system says only that it did not make a folder. */
  private static String whyNotMade(FileSystem files, Path folder) throws IOException {
    for (var above = folder; above != null; above = above.getParent()) {
      if (files.exists(above)) {
        return files.getFileStatus(above).isDirectory()
            ? "permission denied to make a folder in " + above
            : above + " is not a folder";
      }
    }
    return "the folder cannot be made";
  }

  /** What another folder would help against, in words, where the exception gives only a path; else as it says. */
  static ManifestException failure(Path folder, IOException e) {
    var message = "Cannot write to " + folder + ": ";
    if (e instanceof AccessDeniedException || e instanceof AccessControlException) {
      return new RunFolderException(message + "permission denied", e);
    }
    if (e instanceof ParentNotDirectoryException || e instanceof NotDirectoryException
        || e instanceof org.apache.hadoop.fs.FileAlreadyExistsException) {
      return new RunFolderException(message + "it, or what it lies in, is not a folder", e);
    }
    if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
      return new RunFolderException(message + "the folder is not there: it cannot be made, or was just deleted", e);
    }
    return new ManifestException(message + ManifestException.reason(e), e);
  }

  private static void takeOver(FileSystem files, Path folder, Path path, LockHolder holder) throws IOException {
    var stale = read(files, path).orElseThrow(() -> starting(folder, path));
    if (!stale.diedHere()) {
      throw held(folder, path, stale);
    }
    var claim = new Path(folder, FILE + "." + Sha256.of(Text.utf8(stale.token())).substring(0, 16));
    if (!create(files, claim, holder)) {
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
  private static boolean create(FileSystem files, Path path, LockHolder holder) throws IOException {
    var text = holder.json();
    if (files instanceof RawLocalFileSystem) {
      try {
        Files.write(java.nio.file.Path.of(path.toUri().getPath()), Text.utf8(text), StandardOpenOption.CREATE_NEW);
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      }
    }
    FSDataOutputStream out;
    try {
      FSDataOutputStreamBuilder<?, ?> builder = files.createFile(path);
      out = builder.overwrite(false).recursive().opt(CONDITIONAL, true).build();
    } catch (IOException e) {
      if (files.exists(path)) {
        return false;
      }
      throw e;
    }
    try (out) {
      out.write(Text.utf8(text));
    } catch (IOException e) {
      var found = read(files, path);
      if (found.isEmpty()) { // the file is ours and a full disk has kept it empty, or nothing is there
        files.delete(path, false);
        throw e;
      }
    }
    return read(files, path).filter(holder::equals).isPresent();
  }

  private static Optional<LockHolder> read(FileSystem files, Path path) throws IOException {
    try (var in = files.open(path)) {
      return Optional.of(LockHolder.parse(Text.utf8(in.readAllBytes(), path.toString()), path.toString()));
    } catch (FileNotFoundException | ManifestException e) {
      return Optional.empty();
    }
  }

  /**
   * Makes sure that the folder is still held.
   *
   * @throws RunFolderException if the lock is gone or another's
   */
  void requireHeld() throws IOException {
    var found = read(files, path);
    if (found.filter(holder::equals).isEmpty()) {
      throw new RunFolderException(
          "Cannot publish in " + path.getParent() + ": the folder is no longer held, " + path + " "
              + found.map(other -> "is another run's (" + other + ")").orElse("is gone")
              + "; nothing was published, start again");
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
