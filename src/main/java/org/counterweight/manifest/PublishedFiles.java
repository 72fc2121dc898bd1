package org.counterweight.manifest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Reason;
import org.counterweight.corpus.Storage;

/**
 * The files of run folders. Their file systems come without the checksum files that Hadoop keeps beside local ones:
 * Hadoop caches one file system per scheme in a process, so another library may have opened the local one with
 * checksums.
 */
public final class PublishedFiles {

  private PublishedFiles() {}

  static FileSystem of(Storage storage, Path path) throws IOException {
    return plain(storage.fileSystem(path));
  }

  /**
   * Opens a file that a run published.
   *
   * @throws BrokenRunException if it is not there any more, or may not be read
   */
  public static InputStream open(Storage storage, Path path) throws IOException {
    return open(of(storage, path), path);
  }

  static InputStream open(FileSystem files, Path path) throws IOException {
    try {
      return files.open(path);
    } catch (FileNotFoundException e) {
      throw new BrokenRunException(path.toString(), Reason.of(e), e);
    }
  }

  static FileSystem plain(FileSystem files) {
    return files instanceof ChecksumFileSystem checked ? checked.getRawFileSystem() : files;
  }
}
