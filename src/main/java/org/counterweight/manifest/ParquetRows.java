package org.counterweight.manifest;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.MessageType;

/** Rows in Parquet, through the low-level writer that is the same in every supported version. */
final class ParquetRows {

  private ParquetRows() {}

  static final class Writer<R> implements RowFormat.Sink<R> {

    private final NewFile file;
    private final ParquetWriter<R> writer;

    Writer(Table<R> table, NewFile file) throws IOException {
      this.file = file;
      this.writer = new ParquetSink.Builder<>(table, new Output(file)).build();
    }

    @Override
    public void write(R row) throws IOException {
      guard(() -> writer.write(row));
    }

    @Override
    public void close() throws IOException {
      guard(writer::close);
    }

    /** Parquet wraps what the file system said in words of its own; the file's come first. */
    private void guard(Step step) throws IOException {
      try {
        step.run();
      } catch (IOException | RuntimeException e) {
        file.throwFailure();
        throw e;
      }
    }

    private interface Step {
      void run() throws IOException;
    }
  }

  static final class Reader<R> implements RowFormat.Source<R> {

    private final Table<R> table;
    private final MessageType schema;
    private final Path path;
    private final ParquetReader<Group> reader;
    private boolean checked;

    Reader(Table<R> table, FileSystem files, Path path) throws IOException {
      this.table = table;
      this.schema = table.schema();
      this.path = path;
      try {
        this.reader = new Rows(HadoopInputFile.fromPath(path, files.getConf())).build();
      } catch (IOException | RuntimeException e) {
        throw damaged(e);
      }
    }

    @Override
    public Optional<R> next() throws IOException {
      try {
        var group = reader.read();
        if (group == null) {
          return Optional.empty();
        }
        checkSchema(group);
        var values = new Object[table.columns().size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = table.columns().get(i).kind().take(group, i);
        }
        return Optional.of(table.row().apply(new Table.Cells(values)));
      } catch (IOException | RuntimeException e) {
        throw damaged(e);
      }
    }

    private void checkSchema(Group group) {
      if (!checked && !group.getType().equals(schema)) {
        throw new IllegalArgumentException("its columns are not those of " + table.folder());
      }
      checked = true;
    }

    private ManifestException damaged(Exception e) {
      return new BrokenRunException(path.toString(), ManifestException.reason(e), e);
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }

  private static final class Rows extends ParquetReader.Builder<Group> {

    Rows(InputFile file) {
      super(file);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }

  private record Output(NewFile file) implements OutputFile {

    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new Stream(file);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  /** Parquet closes its stream; ours stays open until it is finished or given up. */
  private static final class Stream extends PositionOutputStream {

    private final NewFile file;

    Stream(NewFile file) {
      this.file = file;
    }

    @Override
    public long getPos() {
      return file.size();
    }

    @Override
    public void write(int b) throws IOException {
      file.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      file.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      file.flush();
    }

    @Override
    public void close() throws IOException {
      file.flush();
    }
  }
}
