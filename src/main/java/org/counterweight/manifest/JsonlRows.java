package org.counterweight.manifest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Rows as one JSON object a line. */
final class JsonlRows {

  private JsonlRows() {}

  static final class Writer<R> implements RowFormat.Sink<R> {

    private final Table<R> table;
    private final NewFile file;

    Writer(Table<R> table, NewFile file) {
      this.table = table;
      this.file = file;
    }

    @Override
    public void write(R row) throws IOException {
      file.write(Text.utf8(Json.line(json -> table.columns().forEach(column -> put(json, column, row)))));
    }

    private static <R> void put(Json json, Column<R> column, R row) {
      Object value = column.value().apply(row);
      switch (column.kind()) {
        case TEXT, NAME -> json.text(column.name(), (String) value);
        case SMALL, WHOLE -> json.whole(column.name(), (Long) value);
        case MILLIONTHS -> json.millionths(column.name(), (Long) value);
      }
    }

    @Override
    public void close() throws IOException {
      file.flush();
    }
  }

  static final class Reader<R> implements RowFormat.Source<R> {

    private final Table<R> table;
    private final Path path;
    private final BufferedReader lines;
    private long line;

    Reader(Table<R> table, FileSystem files, Path path) throws IOException {
      this.table = table;
      this.path = path;
      var text = new InputStreamReader(PublishedFiles.open(files, path), StandardCharsets.UTF_8.newDecoder());
      this.lines = new BufferedReader(text, 1 << 16);
    }

    @Override
    public Optional<R> next() throws IOException {
      String text = line();
      if (text == null) {
        return Optional.empty();
      }
      line++;
      var fields = JsonFields.parseLine(text, path, line);
      return Optional.of(fields.end(() -> table.row().apply(new Table.Cells(values(fields)))));
    }

    private String line() throws IOException {
      try {
        return lines.readLine();
      } catch (CharacterCodingException e) {
        throw new BrokenRunException(path + " after line " + line, ManifestException.reason(e), e);
      }
    }

    private Object[] values(JsonFields fields) throws ManifestException {
      var values = new Object[table.columns().size()];
      for (int i = 0; i < values.length; i++) {
        var column = table.columns().get(i);
        values[i] =
            switch (column.kind()) {
              case TEXT, NAME -> fields.text(column.name());
              case SMALL, WHOLE -> fields.whole(column.name());
              case MILLIONTHS -> fields.millionths(column.name());
            };
      }
      return values;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
