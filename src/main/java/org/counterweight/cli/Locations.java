package org.counterweight.cli;

import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;

/** Paths as users write them. */
final class Locations {

  private Locations() {}

  /** A path that an option names. */
  static Path of(String path) throws UsageException {
    try {
      return Storage.path(path);
    } catch (IllegalArgumentException e) {
      throw new UsageException("Cannot use path '" + path + "': " + e.getMessage());
    }
  }

  /** A path as a person would type it here: relative where it lies below the working folder. */
  static String shown(String path) {
    if (!path.startsWith("file:/")) {
      return path;
    }
    var local = java.nio.file.Path.of(new Path(path).toUri().getPath());
    var here = java.nio.file.Path.of("").toAbsolutePath();
    return local.startsWith(here) && !local.equals(here) ? here.relativize(local).toString() : local.toString();
  }
}
