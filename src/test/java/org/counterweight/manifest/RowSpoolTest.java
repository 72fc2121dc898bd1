package org.counterweight.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.counterweight.corpus.Storage;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowSpoolTest {

  private static final Storage STORAGE = Storage.local();

  @TempDir Path folder;

  private RowSpool.Spooled spooled(List<RowReader.Row> rows, String name) throws IOException {
    try (var spool = RowSpool.create(STORAGE, new org.apache.hadoop.fs.Path(folder.resolve(name).toUri()))) {
      for (var row : rows) {
        spool.write(row.document(), row.passages());
      }
      return spool.finish().orElseThrow();
    }
  }

  private static String digest(List<RowReader.Row> rows) throws IOException {
    var digest = new LogicalDigest();
    for (var row : rows) {
      digest.add(row.document(), row.passages());
    }
    return digest.hex();
  }

  @Test
  void theDigestOfSpooledPartsIsThatOfTheirRowsHoweverTheyAreCutAndGiven() throws IOException {
    var random = new Random(3);
    var rows = Samples.rows(5, 150);
    String expected = digest(rows);
    for (int round = 0; round < 8; round++) {
      int[] cuts = random.ints(round, 1, 150).distinct().sorted().toArray();
      var parts = new ArrayList<RowSpool.Spooled>();
      int from = 0;
      for (int i = 0; i <= cuts.length; i++) {
        int to = i < cuts.length ? cuts[i] : rows.size();
        parts.add(spooled(rows.subList(from, to), round + "-" + i));
        from = to;
      }
      Collections.shuffle(parts, random);
      assertThat(LogicalDigest.ofSpooled(STORAGE, parts)).isEqualTo(expected);
    }
  }

  @Test
  void withoutRowsThereIsNothingToDigest() throws IOException {
    try (var spool = RowSpool.create(STORAGE, new org.apache.hadoop.fs.Path(folder.resolve("none").toUri()))) {
      assertThat(spool.finish()).isEmpty();
    }
    assertThat(LogicalDigest.ofSpooled(STORAGE, List.of())).isEqualTo(digest(List.of()));
  }

  @Test
  void partsThatOverlapAreRefused() throws IOException {
    var rows = Samples.rows(6, 20);
    var one = spooled(rows.subList(0, 12), "one");
    var same = spooled(rows.subList(0, 12), "same");
    var other = spooled(rows.subList(11, 20), "other");
    var after = spooled(rows.subList(12, 20), "after");
    assertThat(LogicalDigest.ofSpooled(STORAGE, List.of(after, one))).isEqualTo(digest(rows));
    for (var overlap : List.of(List.of(one, other), List.of(other, one), List.of(one, same))) {
      assertThatThrownBy(() -> LogicalDigest.ofSpooled(STORAGE, overlap))
          .isInstanceOf(ManifestException.class)
          .hasMessageContaining("parts overlap");
    }
  }

  @Test
  void aPartThatBreaksOffOrWasChangedIsNeverDigested() throws IOException {
    var rows = Samples.rows(7, 30);
    var part = spooled(rows, "part");
    var file = folder.resolve("part");
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 11) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> LogicalDigest.ofSpooled(STORAGE, List.of(part))).isInstanceOf(IOException.class);
    }
    for (int at = 0; at < whole.length; at += 13) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 4;
      Files.write(file, flipped);
      assertThat(digestOrNothing(part)).isIn("", digest(rows)); // some bits of a header mean nothing
    }
    spooled(Samples.rows(7, 29), "part");
    assertThatThrownBy(() -> LogicalDigest.ofSpooled(STORAGE, List.of(part)))
        .hasMessageContaining("it was changed or breaks off");
  }

  private static String digestOrNothing(RowSpool.Spooled part) {
    try {
      return LogicalDigest.ofSpooled(STORAGE, List.of(part));
    } catch (IOException e) {
      return "";
    }
  }

  /** A second way of writing a netstring, as the package's documentation defines it. */
  private static String netstring(Object value) {
    var text = value.toString();
    return text.getBytes(StandardCharsets.UTF_8).length + ":" + text + ",";
  }

  @Property(seed = "1", tries = 300)
  void rowsAreNetstringsWhateverTheyHold(
      @ForAll String id, @ForAll String source, @ForAll @LongRange(min = 0) long row,
      @ForAll @IntRange(min = 0) int words, @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long weight) {
    var document =
        new DocumentRow(
            "10/\uD83D\uDE00 é", row, id, source, words, 0, 1_000_000, Stance.MIXED, "w" + id, 1, row, weight, words,
            "b", "");
    var passage =
        new PassageRow("10/x", row, id, words, words, words, new Probabilities(0, 0, 0, 1, 999_999), Stance.NOT_AI);
    var bytes = new RowBytes();
    bytes.add(Table.NOT_AI, passage);
    bytes.clear();
    bytes.add(Table.DOCUMENTS, document);
    bytes.add(Table.PASSAGES, passage);
    var text = new StringBuilder("d");
    Table.DOCUMENTS.columns().forEach(column -> text.append(netstring(column.value().apply(document))));
    text.append('p');
    Table.PASSAGES.columns().forEach(column -> text.append(netstring(column.value().apply(passage))));
    assertThat(Arrays.copyOf(bytes.bytes(), bytes.size())).isEqualTo(Text.utf8(text.toString()));
  }

  @Test
  void longTextsFit() {
    for (String text : List.of("x".repeat(100_000), "é".repeat(70_000), "x".repeat(5_000) + "\uD83D\uDE00")) {
      var document =
          new DocumentRow("0/a", 1, text, text, 1, 0, 0, Stance.DOOM, text, 1, 0, 0, 0, text, text);
      var bytes = new RowBytes();
      bytes.add(Table.DOCUMENTS, document);
      assertThat(new String(bytes.bytes(), 0, bytes.size(), StandardCharsets.UTF_8)).contains(netstring(text));
    }
  }

  @Test
  void aNegativeNumberIsWrittenAsItIsRead() {
    var table = new Table<Long>("t", 't', List.of(Column.whole("n", value -> value)), cells -> cells.whole());
    for (long value : new long[] {-1, 0, 9, 10, Long.MAX_VALUE, Long.MIN_VALUE}) {
      var bytes = new RowBytes();
      bytes.add(table, value);
      assertThat(new String(bytes.bytes(), 0, bytes.size(), StandardCharsets.US_ASCII))
          .isEqualTo("t" + netstring(value));
    }
  }
}
