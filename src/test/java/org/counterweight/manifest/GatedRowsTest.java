package org.counterweight.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Sha256;
import org.counterweight.corpus.Storage;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatedRowsTest {

  private static final Storage STORAGE = Storage.local();

  @TempDir java.nio.file.Path folder;

  private Path root() {
    return new Path(folder.toUri());
  }

  private static PassageRow row(String shard, long row, int start) {
    return new PassageRow(shard, row, "id" + row, start, start + 90, 15, Probabilities.NOT_AI, Stance.NOT_AI);
  }

  private List<FileEntry> write(RowFormat format, List<RowReader.Row> about, List<PassageRow> notAbout)
      throws IOException {
    var files = new ArrayList<FileEntry>();
    try (var part = PartWriter.open(STORAGE, root(), 0, format)) {
      for (var row : about) {
        part.write(row.document(), row.passages());
      }
      files.addAll(part.finish().files());
    }
    try (var rest = NotAiWriter.open(STORAGE, root(), 0, format)) {
      rest.write(notAbout);
      files.addAll(rest.finish());
    }
    return files;
  }

  private static Manifest manifest(List<FileEntry> files, long gated) {
    return Samples.manifest(gated, files, Sha256.of(new byte[0]));
  }

  private List<PassageRow> read(Manifest manifest) throws IOException {
    var rows = new ArrayList<PassageRow>();
    new GatedRows(STORAGE, root(), manifest).each(rows::add);
    return rows;
  }

  @ParameterizedTest
  @EnumSource
  void everyGatedPassageComesBackOnceAndAlwaysInTheSameOrder(RowFormat format) throws IOException {
    var about = Samples.rows(1, 30);
    var rest = List.of(row("0/a.jsonl", 1, 0), row("0/a.jsonl", 1, 100), row("2/b/c.parquet", 0, 5));
    var manifest = manifest(write(format, about, rest), 32);
    var expected = new ArrayList<PassageRow>();
    about.forEach(row -> expected.addAll(row.passages()));
    expected.addAll(rest);
    assertThat(read(manifest)).isEqualTo(expected).isEqualTo(read(manifest));
  }

  @Test
  void aPartWithoutSuchPassagesHasNoFile() throws IOException {
    assertThat(write(RowFormat.PARQUET, Samples.rows(1, 3), List.of())).hasSize(2);
    assertThat(folder.resolve("not_ai")).doesNotExist();
  }

  @Test
  void rowsOutOfOrderAreRefusedAndNothingStays() throws IOException {
    for (var late : List.of(row("0/a", 3, 10), row("0/a", 2, 99), row("0/A", 9, 0))) {
      try (var writer = NotAiWriter.open(STORAGE, root(), 0, RowFormat.PARQUET)) {
        writer.write(List.of(row("0/a", 3, 10)));
        assertThatThrownBy(() -> writer.write(List.of(late)))
            .isInstanceOf(ManifestException.class)
            .hasMessageContaining("it comes after");
      }
    }
    assertThat(folder.resolve("not_ai")).isEmptyDirectory();
  }

  @Test
  void aRunThatListsFewerDocumentsThanPassedTheGateIsRefused() throws IOException {
    var files = write(RowFormat.JSONL, Samples.rows(1, 10), List.of());
    assertThatThrownBy(() -> read(manifest(files, 12)))
        .hasMessageContaining("those of 10 documents, and 12 passed the gate")
        .hasMessageContaining("publish the run again");
  }

  @Test
  void aChangedOrMissingFileIsRefusedBeforeItsRowsAreTaken() throws IOException {
    var manifest = manifest(write(RowFormat.JSONL, Samples.rows(1, 10), List.of(row("0/z.jsonl", 5, 0))), 11);
    var file = folder.resolve("not_ai/part-00000.jsonl");
    var text = Files.readString(file);
    Files.writeString(file, text.replace("\"words\":15", "\"words\":16"));
    assertThatThrownBy(() -> read(manifest)).hasMessageContaining("not as the run wrote it");
    Files.delete(file);
    assertThatThrownBy(() -> read(manifest)).hasMessageContaining("there is no such file");
  }
}
