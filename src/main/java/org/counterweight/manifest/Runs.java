package org.counterweight.manifest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Sha256;
import org.counterweight.corpus.Storage;

/** Where runs lie: {@code DIR/runs/<run-id>/}, the newest complete one named by {@code DIR/LATEST}. */
public final class Runs {

  /** The file that makes a folder a complete run. */
  public static final String SUCCESS = "_SUCCESS";

  static final String LATEST = "LATEST";
  static final String FOLDER = "runs";

  private static final Pattern ID = Pattern.compile("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}(-[0-9]{1,4})?");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Runs() {}

  /**
   * The id of a run: its time in UTC to the second, then the start of a digest; ids sort by time.
   *
   * @param digest hexadecimal digest of what sets the run apart, such as its configuration's; at least 8 digits
   */
  public static String id(Instant start, String digest) {
    return TIME.format(start) + "-" + digest.substring(0, 8);
  }

  /**
   * The folder of a run, given either that folder or the output folder whose newest run is meant.
   *
   * @throws ManifestException if there is none
   */
  public static Path resolve(Storage storage, Path path) throws IOException {
    var files = PublishedFiles.of(storage, path);
    if (files.exists(new Path(path, ManifestJson.FILE)) || files.exists(new Path(path, SUCCESS))) {
      return path;
    }
    String id;
    try (var in = files.open(new Path(path, LATEST))) {
      id = Text.utf8(in.readNBytes(100), new Path(path, LATEST).toString()).strip();
    } catch (FileNotFoundException e) {
      throw new RunFolderException(
          "Cannot find a run in " + path + ": it holds neither " + ManifestJson.FILE + " nor " + LATEST, e);
    }
    if (!ID.matcher(id).matches()) {
      throw new RunFolderException("Cannot find a run in " + path + ": " + LATEST + " does not hold a run's id");
    }
    var run = new Path(new Path(path, FOLDER), id);
    if (!files.exists(run)) {
      throw new RunFolderException("Cannot find run " + run + ", which " + LATEST + " names: it is gone");
    }
    return run;
  }

  /**
   * The header of a complete run, or of a variant in it.
   *
   * @throws RunFolderException if the folder has no {@code _SUCCESS}
   * @throws BrokenRunException if the header is not the one that was published
   */
  public static Manifest header(Storage storage, Path run) throws IOException {
    var files = PublishedFiles.of(storage, run);
    if (!files.exists(new Path(run, SUCCESS))) {
      throw new RunFolderException(
          "Cannot use run " + run + ": it was not completed, it has no " + SUCCESS + "; run again, or name another");
    }
    var manifest = ManifestJson.read(files, run);
    if (!isSealed(files, run)) {
      throw new BrokenRunException(
          new Path(run, ManifestJson.FILE).toString(), "it does not have the SHA-256 that " + SUCCESS + " holds");
    }
    return manifest;
  }

  /**
   * The header of a complete run that is more than one plan of it: a variant's folder holds rows alone.
   *
   * @throws RunFolderException as {@link #header}, and if the folder is a variant's, naming the run's
   */
  public static Manifest whole(Storage storage, Path run) throws IOException {
    var manifest = header(storage, run);
    if (manifest.isVariant()) {
      throw new RunFolderException("Cannot use " + run + " as a run: it holds the variant " + run.getName()
          + ", one plan of a run, and not what that run measured; name the run: " + run.getParent().getParent());
    }
    return manifest;
  }

  /** Whether {@code _SUCCESS} holds the digest of the header. */
  static boolean isSealed(FileSystem files, Path run) throws IOException {
    try (var success = files.open(new Path(run, SUCCESS));
        var header = files.open(new Path(run, ManifestJson.FILE))) {
      return new String(success.readNBytes(1000), StandardCharsets.US_ASCII)
          .equals(Sha256.of(header) + "  " + ManifestJson.FILE + "\n");
    }
  }

  /** The ids of the complete runs of an output folder, oldest first. */
  public static List<String> list(Storage storage, Path dir) throws IOException {
    var files = PublishedFiles.of(storage, dir);
    var folder = new Path(dir, FOLDER);
    var ids = new ArrayList<String>();
    if (files.exists(folder)) {
      for (var status : Arrays.asList(files.listStatus(folder))) {
        String id = status.getPath().getName();
        if (ID.matcher(id).matches() && files.exists(new Path(status.getPath(), SUCCESS))) {
          ids.add(id);
        }
      }
    }
    ids.sort(null);
    return List.copyOf(ids);
  }
}
