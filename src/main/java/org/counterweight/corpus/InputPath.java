package org.counterweight.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A named input as a Hadoop path. What has no scheme is a local path and is taken as it is written; with a scheme, what
 * Hadoop makes of it (which decodes nothing either).
 *
 * @param path as named, which may be a pattern
 * @param local whether it is on the local disk
 */
record InputPath(Path path, boolean local) {
  private static final Pattern GLOB = Pattern.compile("[*?\\[{]");

  static InputPath of(String input) {
    if (input.isBlank()) {
      throw new InputException("an input without a name", "name a shard, a folder or a pattern");
    }
    try {
      var path = Storage.path(input);
      return new InputPath(path, "file".equals(path.toUri().getScheme()));
    } catch (IllegalArgumentException e) {
      throw new InputException(input, "it is no path: " + e.getMessage());
    }
  }

  boolean isPattern() {
    return GLOB.matcher(path.toUri().getPath()).find();
  }

  /** The folder that holds everything a pattern can match: what stands before its first part with a wildcard. */
  Path base() {
    String[] parts = path.toUri().getPath().split("/");
    int fixed = 0;
    while (fixed < parts.length && !GLOB.matcher(parts[fixed]).find()) {
      fixed++;
    }
    String base = String.join("/", Arrays.copyOf(parts, fixed));
    return new Path(path.toUri().getScheme(), path.toUri().getAuthority(), base.isEmpty() ? "/" : base);
  }

  /** What a pattern matches, hidden names only where its last part names them; in order of their paths. */
  List<FileStatus> matches(FileSystem files) throws IOException {
    FileStatus[] found = files.globStatus(path);
    List<FileStatus> visible = new ArrayList<>();
    for (FileStatus status : found == null ? new FileStatus[0] : found) {
      if (!ShardFinder.isHidden(status.getPath().getName()) || ShardFinder.isHidden(path.getName())) {
        visible.add(status);
      }
    }
    return visible;
  }
}
