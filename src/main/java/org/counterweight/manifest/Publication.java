package org.counterweight.manifest;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;

/**
 * A run being written: a hidden folder that is renamed to {@code DIR/runs/<run-id>} when all is in it but {@code
 * _SUCCESS}, which makes it a run; after that {@code DIR/LATEST} is replaced. The order holds in object stores too,
 * where a folder is renamed file by file and in the order of names: readers see the older runs as they were until
 * {@code _SUCCESS} is there. Closed before that, it leaves nothing. It holds the output folder's lock as long as it is
 * open.
 */
public final class Publication implements Closeable {

  private static final String HIDDEN = ".staging";

  /** What is renamed last, written before the first rename so that a full disk is met before it. */
  private static final String NEXT = ".next";

  private static final String NEXT_LATEST = Runs.LATEST + NEXT;
  private static final String NEXT_SUCCESS = Runs.SUCCESS + NEXT;

  private final FileSystem files;
  private final Path dir;
  private final String runId;
  private final Path staging;
  private final RunLock lock;

  private Publication(Storage storage, Path dir, String runId, RunLock lock) throws IOException {
    this.files = PublishedFiles.of(storage, dir);
    this.dir = dir;
    this.runId = runId;
    this.staging = new Path(new Path(dir, Runs.FOLDER), "." + runId + HIDDEN);
    this.lock = lock;
  }

  /**
   * Takes the output folder and makes the staging folder; what runs that died left there is removed.
   *
   * @param dir the output folder, made if need be
   * @param start when the run started
   * @param digest hexadecimal digest of what sets the run apart, such as its configuration's
   * @throws ManifestException if another run holds the folder, or it cannot be written
   */
  public static Publication begin(Storage storage, Path dir, Instant start, String digest) throws IOException {
    var lock = RunLock.acquire(storage, dir, LockHolder.current(Instant.now()));
    try {
      var publication = new Publication(storage, dir, freeId(storage, dir, Runs.id(start, digest)), lock);
      publication.prepare();
      return publication;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static String freeId(Storage storage, Path dir, String id) throws IOException {
    var files = PublishedFiles.of(storage, dir);
    String free = id;
    for (int n = 2; files.exists(new Path(new Path(dir, Runs.FOLDER), free)); n++) {
      free = id + "-" + n;
    }
    return free;
  }

  private void prepare() throws IOException {
    try {
      var runs = new Path(dir, Runs.FOLDER);
      files.mkdirs(runs);
      removeFrom(runs, name -> name.startsWith(".") && name.endsWith(HIDDEN));
      removeFrom(dir, name -> Stream.of(NEXT_LATEST, NEXT_SUCCESS).anyMatch(
          next -> name.startsWith(next) || name.startsWith("." + next)));
      if (!files.mkdirs(staging)) {
        throw new IOException("the file system refused to make " + staging);
      }
    } catch (IOException e) {
      throw new ManifestException("Cannot write to " + dir + ": " + ManifestException.reason(e), e);
    }
  }

  private void removeFrom(Path folder, Predicate<String> dead) throws IOException {
    for (FileStatus status : files.listStatus(folder)) {
      if (dead.test(status.getPath().getName())) {
        files.delete(status.getPath(), true);
      }
    }
  }

  /** The run's id. */
  public String runId() {
    return runId;
  }

  /** The folder to write into; workers write their parts there. */
  public Path staging() {
    return staging;
  }

  /** The folder that the run will have. */
  public Path target() {
    return new Path(new Path(dir, Runs.FOLDER), runId);
  }

  /** Writes a small file, such as the report. */
  public FileEntry write(String path, String text) throws IOException {
    return NewFile.write(files, staging, path, Text.utf8(text));
  }

  /**
   * Writes the header of a variant, whose rows lie in its folder already.
   *
   * @param folder relative to the run's
   * @return all files of the folder, relative to the run's
   */
  public List<FileEntry> variant(String folder, Manifest manifest) throws IOException {
    var all = new ArrayList<FileEntry>();
    for (var file : manifest.files()) {
      all.add(new FileEntry(folder + "/" + file.path(), file.size(), file.sha256()));
    }
    var header = write(folder + "/" + ManifestJson.FILE, ManifestJson.write(manifest));
    all.add(header);
    all.add(write(folder + "/" + Runs.SUCCESS, header.sha256() + "  " + ManifestJson.FILE + "\n"));
    return all;
  }

  /**
   * Publishes the run, after checking that its files are those of the manifest.
   *
   * @param newest whether {@code LATEST} is to name it; a run over a sample must not
   * @return the run's folder
   * @throws ManifestException if it is not published; the older runs and {@code LATEST} stand as they were
   */
  public Path publish(Manifest manifest, boolean newest) throws IOException {
    removeLeftovers();
    check(manifest);
    var header = write(ManifestJson.FILE, ManifestJson.write(manifest));
    try {
      NewFile.write(files, dir, NEXT_SUCCESS, Text.utf8(header.sha256() + "  " + ManifestJson.FILE + "\n"));
      if (newest) {
        NewFile.write(files, dir, NEXT_LATEST, Text.utf8(runId + "\n"));
      }
      lock.requireHeld();
      move();
      if (newest) {
        point();
      }
    } finally {
      files.delete(new Path(dir, NEXT_SUCCESS), false);
      files.delete(new Path(dir, NEXT_LATEST), false);
    }
    return target();
  }

  private void move() throws IOException {
    boolean free = false;
    try {
      free = !files.exists(target());
      Replacement.moveFolder(files, staging, target());
      Replacement.rename(files, new Path(dir, NEXT_SUCCESS), new Path(target(), Runs.SUCCESS));
    } catch (IOException e) {
      if (free) {
        files.delete(target(), true);
      }
      throw new ManifestException("Cannot publish " + target() + ": " + ManifestException.reason(e), e);
    }
  }

  private void point() throws IOException {
    var latest = new Path(dir, Runs.LATEST);
    try {
      Replacement.rename(files, new Path(dir, NEXT_LATEST), latest);
    } catch (IOException e) {
      throw new ManifestException(
          "Cannot replace " + latest + ": " + ManifestException.reason(e) + "; the run itself is complete in "
              + target(), e);
    }
  }

  /** Removes the temporary files of attempts that died, and nothing else. */
  private void removeLeftovers() throws IOException {
    for (var file : RunFolder.list(files, staging)) {
      String name = file.path().substring(file.path().lastIndexOf('/') + 1);
      if (name.startsWith(".") && name.endsWith(".tmp")) {
        files.delete(new Path(staging, file.path()), false);
      }
    }
  }

  private void check(Manifest manifest) throws IOException {
    var found = new ArrayList<>(RunFolder.list(files, staging));
    List<RunFolder.Found> listed =
        manifest.files().stream().map(file -> new RunFolder.Found(file.path(), file.size())).toList();
    var missing = new ArrayList<>(listed);
    missing.removeAll(found);
    found.removeAll(listed);
    if (!missing.isEmpty() || !found.isEmpty()) {
      throw new ManifestException(
          "Cannot publish " + target() + ": its files are not those of its manifest; missing " + missing
              + ", not listed " + found);
    }
  }

  /** Removes what is not published and lets go of the output folder. */
  @Override
  public void close() throws IOException {
    try (lock) {
      if (files.exists(staging)) {
        files.delete(staging, true);
      }
    }
  }
}
