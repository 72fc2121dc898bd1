package org.counterweight.manifest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Lists all files below a folder by their relative paths. */
final class RunFolder {

  private RunFolder() {}

  static List<Found> list(FileSystem files, Path root) throws IOException {
    var found = new ArrayList<Found>();
    collect(files, root, "", found);
    return found;
  }

  private static void collect(FileSystem files, Path folder, String prefix, List<Found> found) throws IOException {
    for (var status : files.listStatus(folder)) {
      String path = prefix + status.getPath().getName();
      if (status.isDirectory()) {
        collect(files, status.getPath(), path + "/", found);
      } else {
        found.add(new Found(path, status.getLen()));
      }
    }
  }

  record Found(String path, long size) {

    @Override
    public String toString() {
      return Text.line(path) + " (" + size + " bytes)";
    }
  }
}
