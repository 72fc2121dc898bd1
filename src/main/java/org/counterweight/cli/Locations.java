package org.counterweight.cli;

import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;

/** Paths as users write them. */
final class Locations {

  /** What no shell gives a meaning: letters and digits of any script, and a few signs; no ~ at the start. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:@%+=,-]+");

  private Locations() {}

  /** A path that an option names. */
  static Path of(String path) throws UsageException {
    if (path.isBlank()) {
      throw new UsageException("Cannot use a path without a name: name a folder, such as . for this one");
    }
    try {
      return Storage.path(path);
    } catch (IllegalArgumentException e) {
      throw new UsageException("Cannot use path '" + path + "': " + e.getMessage());
    }
  }

  /** A path as a shell here takes it: as {@link #shown}, in quotes where the shell would split or expand it. */
  static String typed(String path) {
    var shown = shown(path);
    var word = shown.startsWith("-") ? "./" + shown : shown;
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
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
