package org.counterweight.manifest;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Sha256;
import org.counterweight.corpus.Storage;

/**
 * A file of a run as the manifest lists it.
 *
 * @param path relative to the run folder, parts separated by {@code /}; never leads out of it
 * @param size in bytes
 * @param sha256 lower-case hexadecimal SHA-256 of its bytes
 */
public record FileEntry(String path, long size, String sha256) implements Serializable {

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,200}");

  public FileEntry {
    for (String segment : List.of(path.split("/", -1))) {
      if (!SEGMENT.matcher(segment).matches()) {
        throw new IllegalArgumentException("Cannot list file '" + Text.line(path) + "': not a plain relative path");
      }
    }
    if (size < 0) {
      throw new IllegalArgumentException("Cannot list file " + path + ": size " + size);
    }
    if (!isSha256(sha256)) {
      throw new IllegalArgumentException("Cannot list file " + path + ": its digest is not SHA-256");
    }
  }

  /** A file as it lies there now, all of it read. */
  public static FileEntry of(Storage storage, Path root, String path) throws IOException {
    var file = new Path(root, path);
    try (var in = storage.open(file)) {
      return new FileEntry(path, storage.fileSystem(file).getFileStatus(file).getLen(), Sha256.of(in));
    }
  }

  static boolean isSha256(String digest) {
    return DIGEST.matcher(digest).matches();
  }
}
