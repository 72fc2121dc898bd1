package org.counterweight.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.counterweight.corpus.Storage;
import org.counterweight.stance.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetSinkTest {

  private static final Storage STORAGE = Storage.local();

  @TempDir Path folder;

  private List<DocumentRow> writtenAndRead(List<DocumentRow> rows) throws IOException {
    var root = new org.apache.hadoop.fs.Path(folder.toUri());
    List<FileEntry> files;
    try (var part = PartWriter.open(STORAGE, root, 0, RowFormat.PARQUET)) {
      for (var row : rows) {
        part.write(row, List.of());
      }
      files = part.finish().files();
    }
    var read = new ArrayList<DocumentRow>();
    try (var reader = RowReader.open(STORAGE, root, files)) {
      for (var row = reader.next(); row.isPresent(); row = reader.next()) {
        read.add(row.get().document());
      }
    }
    return read;
  }

  private static DocumentRow row(long number, String source) {
    return new DocumentRow(
        "0/a", number, "id" + number, source, 1, 0, 1_000_000, Stance.TRACTABLE, "w" + number, 1, 0,
        number * 333_333, 7, "b", "kept");
  }

  @Test
  void moreSourcesThanAreRememberedComeBack() throws IOException {
    var rows = new ArrayList<DocumentRow>();
    for (int i = 0; i < 5000; i++) {
      rows.add(row(i, "source " + i % 2500 + (i % 7 == 0 ? Samples.HOSTILE : "")));
    }
    assertThat(writtenAndRead(rows)).isEqualTo(rows);
  }

  @Test
  void longSourcesComeBack() throws IOException {
    var rows = new ArrayList<DocumentRow>();
    for (int i = 0; i < 12; i++) {
      rows.add(row(i, "é".repeat(i % 3 * 40_000)));
    }
    assertThat(writtenAndRead(rows)).isEqualTo(rows);
  }

  @Test
  void aColumnOfTextsThatDifferHasNoDictionary() throws IOException {
    var rows = new ArrayList<DocumentRow>();
    for (int i = 0; i < 300; i++) {
      rows.add(row(i, i % 2 == 0 ? "even" : "odd"));
    }
    writtenAndRead(rows);
    var file = new org.apache.hadoop.fs.Path(folder.resolve("documents/part-00000.parquet").toUri());
    var input =
        org.apache.parquet.hadoop.util.HadoopInputFile.fromPath(file, new org.apache.hadoop.conf.Configuration());
    try (var reader = org.apache.parquet.hadoop.ParquetFileReader.open(input)) {
      for (var column : reader.getFooter().getBlocks().get(0).getColumns()) {
        var name = column.getPath().toDotString();
        boolean differs = name.equals("doc_id") || name.equals("work");
        boolean repeats = name.equals("source") || name.equals("shard") || name.equals("stance");
        assertThat(differs && column.hasDictionaryPage()).as(name).isFalse();
        assertThat(!repeats || column.hasDictionaryPage()).as(name).isTrue();
      }
    }
  }
}
