package org.counterweight.manifest;

import java.io.Closeable;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The file formats that rows are published in. */
public enum RowFormat {
  /** Parquet, compressed with zstd. */
  PARQUET {
    @Override
    <R> Sink<R> sink(Table<R> table, NewFile file) throws IOException {
      return new ParquetRows.Writer<>(table, file);
    }

    @Override
    <R> Source<R> source(Table<R> table, FileSystem files, Path path) throws IOException {
      return new ParquetRows.Reader<>(table, files, path);
    }
  },
  /** One JSON object a line. */
  JSONL {
    @Override
    <R> Sink<R> sink(Table<R> table, NewFile file) throws IOException {
      return new JsonlRows.Writer<>(table, file);
    }

    @Override
    <R> Source<R> source(Table<R> table, FileSystem files, Path path) throws IOException {
      return new JsonlRows.Reader<>(table, files, path);
    }
  };

  /** The end of its files' names, without the dot. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a file by its name. */
  static Optional<RowFormat> of(String path) {
    for (var format : values()) {
      if (path.endsWith("." + format.extension())) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  abstract <R> Sink<R> sink(Table<R> table, NewFile file) throws IOException;

  abstract <R> Source<R> source(Table<R> table, FileSystem files, Path path) throws IOException;

  /** Takes rows one by one; holds a bounded number of them. */
  interface Sink<R> extends Closeable {

    void write(R row) throws IOException;

    /** Writes what is held and the end of the file; the file itself stays open. */
    @Override
    void close() throws IOException;
  }

  /** Gives rows one by one in the order of the file. */
  interface Source<R> extends Closeable {

    Optional<R> next() throws IOException;
  }
}
