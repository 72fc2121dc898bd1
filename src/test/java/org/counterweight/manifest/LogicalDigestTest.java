package org.counterweight.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Sha256;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.Stance;
import org.junit.jupiter.api.Test;

class LogicalDigestTest extends MadeParts {

  private final FileSystem disk = disk();

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
  void aPassageOfAnotherDocumentIsRefused() throws IOException {
    var rows = Samples.rows(8, 2);
    assertThatThrownBy(() -> new LogicalDigest().add(rows.get(0).document(), rows.get(1).passages()))
        .hasMessageContaining("its document does not come before it");
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
}
