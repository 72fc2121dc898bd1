package org.counterweight.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.MessageType;

/** The rows of the row groups whose middle lies in the split; of every row the text, of some the other columns. */
final class ParquetRecords implements Records {
  private final Opening opening;
  private final WatchedFile watched;
  private final FSDataInputStream in;
  private ParquetFileReader file;
  private MessageType projection;
  private ColumnDescriptor[] descriptors;
  private ParquetColumn[] columns;
  private int group = -1;
  private long at;
  private long rows;
  private long passed;
  private String text;
  private Refusal refusal;

  private ParquetRecords(Opening opening, FSDataInputStream in) {
    this.opening = opening;
    this.in = in;
    this.watched = new WatchedFile(in, opening.split().shard().bytes());
  }

  static ParquetRecords open(Opening opening) throws IOException {
    return new ParquetRecords(
        opening, (FSDataInputStream) opening.storage().open(opening.split().shard().hadoopPath()));
  }

  @Override
  public Kind advance(long row) throws IOException {
    try {
      if (file == null) {
        readFooter();
      }
      at++;
      while (at >= rows) {
        if (!nextGroup()) {
          return Kind.END;
        }
      }
      return read(row);
    } catch (IOException | RuntimeException | LinkageError e) {
      watched.check();
      throw new DamagedException("it cannot be read as Parquet (" + reason(e) + ")", e);
    }
  }

  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return message.length() > 300 ? message.substring(0, 300) : message;
  }

  private void readFooter() throws IOException {
    Split split = opening.split();
    var options =
        HadoopReadOptions.builder(opening.storage().configuration())
            .withRange(split.start(), split.end())
            .build();
    file = ParquetFileReader.open(watched, options);
    MessageType schema = file.getFileMetaData().getSchema();
    var paths = opening.index().paths();
    var found = new ParquetColumns(schema, paths);
    descriptors = new ColumnDescriptor[paths.size()];
    for (int path = 0; path < descriptors.length; path++) {
      descriptors[path] = found.column(path);
    }
    projection = found.projection();
    file.setRequestedSchema(projection);
    at = -1;
  }

  private boolean nextGroup() throws IOException {
    if (group >= 0) {
      passed += file.getRowGroups().get(group).getTotalByteSize();
    }
    group++;
    columns = new ParquetColumn[descriptors.length];
    at = 0;
    rows = 0;
    if (group >= file.getRowGroups().size()) {
      group = -1;
      return false;
    }
    if (projection.getFieldCount() == 0) {
      rows = file.getRowGroups().get(group).getRowCount();
      return true;
    }
    PageReadStore pages = file.readNextRowGroup();
    rows = pages.getRowCount();
    var converter = new GroupRecordConverter(projection).getRootConverter();
    var store = new ColumnReadStoreImpl(pages, converter, projection, file.getFileMetaData().getCreatedBy());
    for (int path = 0; path < descriptors.length && rows > 0; path++) {
      columns[path] = descriptors[path] == null ? null : new ParquetColumn(store.getColumnReader(descriptors[path]));
    }
    return true;
  }

  private Kind read(long row) {
    for (int path : opening.index().of(Field.TEXT)) {
      ParquetColumn column = columns[path];
      if (column != null && column.has(at)) {
        return column.isText() ? text(row, column.bytes()) : Kind.EMPTY;
      }
    }
    return Kind.EMPTY;
  }

  private Kind text(long row, byte[] bytes) {
    if (bytes.length > opening.settings().maxRecordBytes()) {
      return refuse(row, Refusal.Reason.TOO_LARGE, bytes, "a text of " + bytes.length + " bytes, over "
          + opening.settings().maxRecordBytes() + " (input.max-record-bytes)");
    }
    int bad = Utf8.firstInvalid(bytes, 0, bytes.length);
    if (bad >= 0) {
      return refuse(row, Refusal.Reason.NOT_UTF8, bytes, "byte " + bad + " of the text is not UTF-8");
    }
    text = new String(bytes, StandardCharsets.UTF_8);
    return text.isEmpty() ? Kind.EMPTY : Kind.READABLE;
  }

  private Kind refuse(long row, Refusal.Reason reason, byte[] bytes, String detail) {
    String excerpt = Refusal.excerpt(bytes, 0, bytes.length);
    refusal = new Refusal(opening.split().shard().name(), row, -1, reason, detail, excerpt);
    return Kind.REFUSED;
  }

  @Override
  public Value at(int path) {
    return columns[path] == null ? Value.Missing.MISSING : columns[path].value(at);
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }

  @Override
  public long position() {
    if (group < 0 || rows == 0) {
      return passed;
    }
    return passed + file.getRowGroups().get(group).getTotalByteSize() / rows * at;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
    in.close();
  }
}
