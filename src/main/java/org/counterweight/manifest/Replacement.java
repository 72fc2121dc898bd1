package org.counterweight.manifest;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/** Renames that either happen or throw. */
final class Replacement {

  private Replacement() {}

  /**
   * Renames a file over another, so that readers find the one or the other wherever the file system can do that: local
   * and HDFS by their rename; object stores that show a file only once it is whole, such as S3A, by writing it again.
   * Elsewhere there is an instant without either.
   */
  static void rename(FileSystem files, Path from, Path to) throws IOException {
    boolean local = files instanceof RawLocalFileSystem;
    if (local || !files.exists(to)) {
      move(files, from, to);
      return;
    }
    if (showsWhole(files, to)) {
      try (var in = files.open(from);
          var out = files.create(to, true)) {
        in.transferTo(out);
      }
      files.delete(from, false);
      return;
    }
    try {
      FileContext.getFileContext(files.getUri(), files.getConf()).rename(from, to, Options.Rename.OVERWRITE);
    } catch (UnsupportedFileSystemException e) {
      files.delete(to, false);
      move(files, from, to);
    }
  }

  /** Whether a file appears when its writer closes it, all at once; Spark's own checkpoints ask the same. */
  static boolean showsWhole(FileSystem files, Path path) throws IOException {
    return files.hasPathCapability(path, CommonPathCapabilities.ABORTABLE_STREAM);
  }

  /**
   * Renames a folder to a name that is free: at once on a disk or on HDFS, file by file in an object store, where one
   * that dies halfway leaves both folders incomplete.
   */
  static void moveFolder(FileSystem files, Path from, Path to) throws IOException {
    if (files.exists(to)) {
      throw new IOException("the name " + to + " is taken");
    }
    move(files, from, to);
  }

  private static void move(FileSystem files, Path from, Path to) throws IOException {
    if (!files.exists(from)) {
      throw new FileNotFoundException(from + " is gone");
    }
    if (!files.rename(from, to)) {
      throw new IOException("the file system refused to rename " + from.getName() + " to " + to.getName());
    }
  }
}
