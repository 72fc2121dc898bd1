package org.counterweight.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Sha256;
import org.counterweight.corpus.Storage;
import org.junit.jupiter.api.io.TempDir;

/** Parts of rows in a folder. */
abstract class MadeParts {

  static final Storage STORAGE = Storage.local();

  @TempDir java.nio.file.Path folder;

  final Path root() {
    return new Path(folder.toUri());
  }

  static String digest(List<RowReader.Row> rows) throws IOException {
    var digest = new LogicalDigest();
    for (var row : rows) {
      digest.add(row.document(), row.passages());
    }
    return digest.hex();
  }

  final List<FileEntry> write(List<RowReader.Row> rows, RowFormat format, int... cuts) throws IOException {
    var files = new ArrayList<FileEntry>();
    int[] sorted = Arrays.stream(cuts).sorted().toArray();
    int from = 0;
    for (int part = 0; part <= sorted.length; part++) {
      int to = part < sorted.length ? sorted[part] : rows.size();
      files.addAll(writePart(rows.subList(from, to), format, part).files());
      from = to;
    }
    return files;
  }

  final PartWriter.Part writePart(List<RowReader.Row> rows, RowFormat format, int number) throws IOException {
    try (var part = PartWriter.open(STORAGE, root(), number, format)) {
      for (var row : rows) {
        part.write(row.document(), row.passages());
      }
      return part.finish();
    }
  }

  final List<RowReader.Row> read(List<FileEntry> files) throws IOException {
    var rows = new ArrayList<RowReader.Row>();
    try (var reader = RowReader.open(STORAGE, root(), files)) {
      for (var row = reader.next(); row.isPresent(); row = reader.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }

  final List<FileEntry> listed() throws IOException {
    return RunFolder.list(STORAGE.fileSystem(root()), root()).stream()
        .map(found -> new FileEntry(found.path(), found.size(), Sha256.of(new byte[0])))
        .toList();
  }

  final void deleteAll() throws IOException {
    STORAGE.fileSystem(root()).delete(root(), true);
    Files.createDirectories(folder);
  }
}
