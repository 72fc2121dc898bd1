package org.counterweight.manifest;

import java.io.IOException;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;

/**
 * File systems as a run folder needs them: without the checksum files that Hadoop keeps beside local ones. Hadoop
 * caches one file system per scheme in a process, so another library may have opened the local one with checksums.
 */
final class PlainFiles {

  private PlainFiles() {}

  static FileSystem of(Storage storage, Path path) throws IOException {
    return plain(storage.fileSystem(path));
  }

  static FileSystem plain(FileSystem files) {
    return files instanceof ChecksumFileSystem checked ? checked.getRawFileSystem() : files;
  }
}
