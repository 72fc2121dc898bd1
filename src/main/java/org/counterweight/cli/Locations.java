package org.counterweight.cli;

import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/** Paths as users write them. */
final class Locations {

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/.*");

  private Locations() {}

  /** A Hadoop path; without a scheme it is on the local disk, whatever the cluster's default file system. */
  static Path of(String path) {
    return SCHEME.matcher(path).matches()
        ? new Path(path)
        : new Path(java.nio.file.Path.of(path).toAbsolutePath().normalize().toUri());
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
