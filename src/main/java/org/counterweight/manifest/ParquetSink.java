package org.counterweight.manifest;

import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Hands the columns of a row to Parquet, without an object of Parquet's own in between. */
final class ParquetSink<R> extends WriteSupport<R> {

  /** What a writer holds in memory before it writes a row group. */
  private static final long ROW_GROUP_BYTES = 16L << 20;

  /** Encoded names that are kept at most, see {@link Column.Kind#NAME}, and characters of the longest of them. */
  private static final int MOST_NAMES = 1 << 10;

  private static final int LONGEST_NAME = 200;

  private final Table<R> table;
  private final Map<String, Binary> names = new HashMap<>();
  private RecordConsumer consumer;

  private ParquetSink(Table<R> table) {
    this.table = table;
  }

  @Override
  public WriteContext init(Configuration configuration) {
    return new WriteContext(table.schema(), Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer records) {
    consumer = records;
  }

  @Override
  public void write(R row) {
    consumer.startMessage();
    var columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      consumer.startField(column.name(), i);
      var value = column.value().apply(row);
      switch (column.kind()) {
        case TEXT -> consumer.addBinary(Binary.fromString((String) value));
        case NAME -> consumer.addBinary(name((String) value));
        case SMALL -> consumer.addInteger(Math.toIntExact((Long) value));
        case WHOLE -> consumer.addLong((Long) value);
        case MILLIONTHS -> consumer.addDouble(Column.decimal((Long) value));
      }
      consumer.endField(column.name(), i);
    }
    consumer.endMessage();
  }

  private Binary name(String text) {
    var known = names.get(text);
    if (known != null) {
      return known;
    }
    var encoded = Binary.fromString(text);
    if (names.size() < MOST_NAMES && text.length() <= LONGEST_NAME) {
      names.put(text, encoded);
    }
    return encoded;
  }

  /** Builds writers. Texts that differ from row to row would only fill a dictionary, so they have none. */
  static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {

    private final Table<R> table;

    Builder(Table<R> table, OutputFile file) {
      super(file);
      this.table = table;
      withCompressionCodec(CompressionCodecName.ZSTD);
      withRowGroupSize(ROW_GROUP_BYTES);
      for (var column : table.columns()) {
        if (column.kind() == Column.Kind.TEXT) {
          withDictionaryEncoding(column.name(), false);
        }
      }
    }

    @Override
    protected Builder<R> self() {
      return this;
    }

    @Override
    protected WriteSupport<R> getWriteSupport(Configuration configuration) {
      return new ParquetSink<>(table);
    }
  }
}
