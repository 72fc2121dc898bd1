package org.counterweight.run;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.BrokenRunException;
import org.counterweight.manifest.FileEntry;
import org.counterweight.manifest.NewFile;
import org.counterweight.manifest.PublishedFiles;

/**
 * Copies a file of a finished run, byte by byte, into the folder of another; what is copied is digested on the way.
 *
 * @param storage where both lie
 * @param from the finished run's folder
 * @param to the other's
 */
record CopyFile(Storage storage, String from, String to) implements Engine.Task<FileEntry, FileEntry> {

  /**
   * Copies it.
   *
   * @throws BrokenRunException if it is gone, or not the file that the run recorded
   */
  @Override
  public FileEntry run(FileEntry file) throws IOException {
    var source = new Path(from, file.path());
    try (var in = PublishedFiles.open(storage, source);
        var copy = NewFile.create(storage, new Path(to), file.path())) {
      in.transferTo(copy);
      var written = copy.finish();
      if (!written.equals(file)) {
        throw new BrokenRunException(source.toString(), "it was changed since");
      }
      return written;
    }
  }
}
