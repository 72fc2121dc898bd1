package org.counterweight.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.counterweight.corpus.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowsTest extends MadeParts {

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
}
