package org.counterweight.manifest;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/** Renames that either happen or throw. */
final class Replacement {

  private Replacement() {}

  /** Renames a file over another, atomically wherever the file system can (local, HDFS). */
  static void rename(FileSystem files, Path from, Path to) throws IOException {
    boolean local = files instanceof RawLocalFileSystem;
    if (local || !files.exists(to)) {
      move(files, from, to);
      return;
    }
    try {
      FileContext.getFileContext(files.getUri(), files.getConf()).rename(from, to, Options.Rename.OVERWRITE);
    } catch (UnsupportedFileSystemException e) {
      files.delete(to, false);
      move(files, from, to);
    }
  }

  /** Renames a folder to a name that is free. */
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
