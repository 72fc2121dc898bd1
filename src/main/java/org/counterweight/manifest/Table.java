package org.counterweight.manifest;

import java.util.List;
import java.util.function.Function;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.Stance;

/**
 * The columns of a kind of row, once for every format and for the digest.
 *
 * @param folder the folder of its parts
 * @param letter what its rows start with in the logical digest
 * @param columns in the order of the file
 * @param row makes a row of its cells
 */
record Table<R>(String folder, char letter, List<Column<R>> columns, Function<Cells, R> row) {

  static final Table<DocumentRow> DOCUMENTS =
      new Table<>(
          "documents",
          'd',
          List.of(
              Column.name("shard", DocumentRow::shard),
              Column.whole("row", DocumentRow::row),
              Column.text("doc_id", DocumentRow::docId),
              Column.name("source", DocumentRow::source),
              Column.small("words", DocumentRow::words),
              Column.millionths("p_doom", row -> (long) row.pDoom()),
              Column.millionths("p_tractable", row -> (long) row.pTractable()),
              Column.name("stance", row -> row.stance().label()),
              Column.text("work", DocumentRow::work),
              Column.whole("copies_present", DocumentRow::copiesPresent),
              Column.whole("copies_declared", DocumentRow::copiesDeclared),
              Column.millionths("weight", DocumentRow::weightMicro),
              Column.small("repeats", DocumentRow::repeats),
              Column.name("bucket", DocumentRow::bucket),
              Column.name("reason", DocumentRow::reason)),
          Table::document);

  static final Table<PassageRow> PASSAGES = passages("passages", 'p');

  /** Gated passages of documents judged not about AI; they do not enter the logical digest. */
  static final Table<PassageRow> NOT_AI = passages("not_ai", 'n');

  private static Table<PassageRow> passages(String folder, char letter) {
    return new Table<>(
        folder,
        letter,
        List.of(
            Column.name("shard", PassageRow::shard),
            Column.whole("row", PassageRow::row),
            Column.text("doc_id", PassageRow::docId),
            Column.small("start", PassageRow::start),
            Column.small("end", PassageRow::end),
            Column.small("words", PassageRow::words),
            Column.millionths("p_doom", row -> (long) row.p().doom()),
            Column.millionths("p_tractable", row -> (long) row.p().tractable()),
            Column.millionths("p_mixed", row -> (long) row.p().mixed()),
            Column.millionths("p_neutral", row -> (long) row.p().neutral()),
            Column.millionths("p_not_ai", row -> (long) row.p().notAi()),
            Column.name("stance", row -> row.stance().label())),
        Table::passage);
  }

  /** The Parquet schema: every column required. */
  MessageType schema() {
    var text = new StringBuilder("message " + folder + " {\n");
    columns.forEach(column -> text.append(column.kind().declare(column.name())));
    return MessageTypeParser.parseMessageType(text.append('}').toString());
  }

  private static DocumentRow document(Cells cells) {
    return new DocumentRow(
        cells.text(),
        cells.whole(),
        cells.text(),
        cells.text(),
        cells.small(),
        cells.small(),
        cells.small(),
        Stance.of(cells.text()),
        cells.text(),
        cells.whole(),
        cells.whole(),
        cells.whole(),
        cells.small(),
        cells.text(),
        cells.text());
  }

  private static PassageRow passage(Cells cells) {
    return new PassageRow(
        cells.text(),
        cells.whole(),
        cells.text(),
        cells.small(),
        cells.small(),
        cells.small(),
        new Probabilities(cells.small(), cells.small(), cells.small(), cells.small(), cells.small()),
        Stance.of(cells.text()));
  }

  /** The values of a row, taken from left to right. */
  static final class Cells {

    private final Object[] values;
    private int next;

    Cells(Object[] values) {
      this.values = values;
    }

    String text() {
      return (String) values[next++];
    }

    long whole() {
      return (Long) values[next++];
    }

    int small() {
      return Math.toIntExact(whole());
    }
  }
}
