package org.counterweight.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Sha256;
import org.counterweight.corpus.Storage;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowsTest {

  private static final Storage STORAGE = Storage.local();

  private final FileSystem disk = disk();

  @TempDir java.nio.file.Path folder;

  @ParameterizedTest
  @EnumSource
  void rowsComeBackAsTheyWere(RowFormat format) throws IOException {
    var rows = Samples.rows(1, 300);
    var files = write(rows, format, 100, 0, 250);
    assertThat(read(files)).isEqualTo(rows);
  }

  @ParameterizedTest
  @EnumSource
  void theListedSizeAndDigestAreThoseOfTheFiles(RowFormat format) throws IOException {
    for (var file : write(Samples.rows(2, 50), format, 50)) {
      byte[] bytes = Files.readAllBytes(folder.resolve(file.path()));
      assertThat(file.size()).isEqualTo(bytes.length);
      assertThat(file.sha256()).isEqualTo(Sha256.of(bytes));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameRowsGiveTheSameBytes(RowFormat format) throws IOException {
    var first = write(Samples.rows(3, 200), format, 200);
    assertThat(write(Samples.rows(3, 200), format, 200)).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void aPartWithoutRowsIsReadAsNone(RowFormat format) throws IOException {
    assertThat(read(write(List.of(), format))).isEmpty();
  }

  @Test
  void theDigestDependsOnRowsAndNotOnPartsOrFormat() throws IOException {
    var random = new Random(4);
    var rows = Samples.rows(5, 120);
    String expected = digest(rows);
    for (int round = 0; round < 6; round++) {
      int[] cuts = random.ints(round, 0, 121).sorted().toArray();
      var format = RowFormat.values()[round % 2];
      deleteAll();
      assertThat(LogicalDigest.of(STORAGE, root(), write(rows, format, cuts))).isEqualTo(expected);
    }
  }

  @Test
  void theDigestIsTheOneItsDefinitionGives() throws IOException {
    var document =
        new DocumentRow(
            "0/é", 7, "", "s,1:", 10, 250_000, 1, Stance.DOOM, "w", 1, 0, 1_500_000, 2, "b", "r");
    var passage =
        new PassageRow("0/é", 7, "", 0, 9, 10, new Probabilities(1_000_000, 0, 0, 0, 0), Stance.DOOM);
    String text =
        "counterweight-rows-1\n"
            + "d4:0/é,1:7,0:,4:s,1:,2:10,6:250000,1:1,4:doom,1:w,1:1,1:0,7:1500000,1:2,1:b,1:r,"
            + "p4:0/é,1:7,0:,1:0,1:9,2:10,7:1000000,1:0,1:0,1:0,1:0,4:doom,";
    assertThat(digest(List.of(new RowReader.Row(document, List.of(passage))))).isEqualTo(Sha256.of(Text.utf8(text)));
  }

  @Test
  void theDigestChangesWithAnyColumn() throws IOException {
    var rows = Samples.rows(6, 2);
    var row = rows.get(1).document();
    String before = digest(rows);
    var heavier =
        new DocumentRow(
            row.shard(), row.row(), row.docId(), row.source(), row.words(), row.pDoom(), row.pTractable(),
            row.stance(), row.work(), row.copiesPresent(), row.copiesDeclared(), row.weightMicro() + 1, row.repeats(),
            row.bucket(), row.reason());
    assertThat(digest(List.of(rows.get(0), new RowReader.Row(heavier, rows.get(1).passages())))).isNotEqualTo(before);
    var fewer = rows.get(1).passages().subList(1, rows.get(1).passages().size());
    assertThat(digest(List.of(rows.get(0), new RowReader.Row(row, fewer)))).isNotEqualTo(before);
  }

  @Test
  void rowsOutOfOrderAreRefused() throws IOException {
    var rows = Samples.rows(7, 2);
    try (var part = PartWriter.open(STORAGE, root(), 0, RowFormat.JSONL)) {
      part.write(rows.get(1).document(), rows.get(1).passages());
      assertThatThrownBy(() -> part.write(rows.get(0).document(), List.of()))
          .isInstanceOf(ManifestException.class)
          .hasMessageContaining("it comes after");
      assertThatThrownBy(() -> part.write(rows.get(1).document(), List.of())).hasMessageContaining("there twice");
    }
  }

  @Test
  void aPassageOfAnotherDocumentIsRefused() throws IOException {
    var rows = Samples.rows(8, 2);
    assertThatThrownBy(() -> new LogicalDigest().add(rows.get(0).document(), rows.get(1).passages()))
        .hasMessageContaining("its document does not come before it");
  }

  @Test
  void partsReadInTheWrongOrderAreRefused() throws IOException {
    var rows = Samples.rows(9, 40);
    writePart(rows.subList(20, 40), RowFormat.PARQUET, 0);
    writePart(rows.subList(0, 20), RowFormat.PARQUET, 1);
    assertThatThrownBy(() -> read(listed())).isInstanceOf(ManifestException.class).hasMessageContaining("comes after");
  }

  @Test
  void anUnfinishedPartLeavesNothing() throws IOException {
    try (var part = PartWriter.open(STORAGE, root(), 0, RowFormat.PARQUET)) {
      part.write(Samples.rows(10, 1).get(0).document(), List.of());
    }
    assertThat(listed()).isEmpty();
  }

  @Test
  void aSecondAttemptReplacesTheFirst() throws IOException {
    writePart(Samples.rows(11, 5), RowFormat.PARQUET, 0);
    var rows = Samples.rows(12, 5);
    assertThat(read(writePart(rows, RowFormat.PARQUET, 0).files())).isEqualTo(rows);
  }

  @Test
  void everyChangedByteOfALineIsAnErrorOrAnotherDigest() throws IOException {
    var rows = Samples.rows(13, 1);
    var files = write(rows, RowFormat.JSONL, 1);
    String before = digest(rows);
    var path = folder.resolve("documents/part-00000.jsonl");
    byte[] good = Files.readAllBytes(path);
    for (int i = 0; i < good.length - 1; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 1;
      Files.write(path, bad);
      assertThat(digestOrError(files)).as("byte %d of %s", i, HexFormat.of().formatHex(good)).isNotEqualTo(before);
    }
  }

  @Test
  void damagedParquetIsAnErrorThatNamesTheFile() throws IOException {
    var files = write(Samples.rows(14, 50), RowFormat.PARQUET, 50);
    var path = folder.resolve("documents/part-00000.parquet");
    byte[] good = Files.readAllBytes(path);
    for (int length : new int[] {0, 4, good.length / 2, good.length - 1}) {
      Files.write(path, Arrays.copyOf(good, length));
      assertThatThrownBy(() -> read(files))
          .isInstanceOf(ManifestException.class)
          .hasMessageStartingWith("Cannot read ")
          .hasMessageContaining("documents/part-00000.parquet");
    }
  }

  @Test
  void otherColumnsAreRefused() throws IOException {
    var files = write(Samples.rows(15, 3), RowFormat.PARQUET, 3);
    Files.copy(
        folder.resolve("passages/part-00000.parquet"),
        folder.resolve("documents/part-00000.parquet"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> read(files)).hasMessageContaining("its columns are not those of documents");
  }

  @Test
  void manyPartsComeBackInOrder() throws IOException {
    var rows = Samples.rows(16, 3000);
    assertThat(read(write(rows, RowFormat.PARQUET, 1000, 2000))).isEqualTo(rows);
  }

  private String digestOrError(List<FileEntry> files) {
    try {
      return LogicalDigest.of(RowReader.open(disk, root(), files));
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  private static FileSystem disk() {
    try {
      return STORAGE.fileSystem(new Path("file:///"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path root() {
    return new Path(folder.toUri());
  }

  private static String digest(List<RowReader.Row> rows) throws IOException {
    var digest = new LogicalDigest();
    for (var row : rows) {
      digest.add(row.document(), row.passages());
    }
    return digest.hex();
  }

  private List<FileEntry> write(List<RowReader.Row> rows, RowFormat format, int... cuts) throws IOException {
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

  private PartWriter.Part writePart(List<RowReader.Row> rows, RowFormat format, int number) throws IOException {
    try (var part = PartWriter.open(STORAGE, root(), number, format)) {
      for (var row : rows) {
        part.write(row.document(), row.passages());
      }
      return part.finish();
    }
  }

  private List<RowReader.Row> read(List<FileEntry> files) throws IOException {
    var rows = new ArrayList<RowReader.Row>();
    try (var reader = RowReader.open(STORAGE, root(), files)) {
      for (var row = reader.next(); row.isPresent(); row = reader.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }

  private List<FileEntry> listed() throws IOException {
    return RunFolder.list(STORAGE.fileSystem(root()), root()).stream()
        .map(found -> new FileEntry(found.path(), found.size(), Sha256.of(new byte[0])))
        .toList();
  }

  private void deleteAll() throws IOException {
    STORAGE.fileSystem(root()).delete(root(), true);
    Files.createDirectories(folder);
  }
}
