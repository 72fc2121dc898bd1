package org.counterweight.manifest;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;

/** Writes one part of {@code quarantine/}, a JSON object a line. */
public final class QuarantineFile implements Closeable {

  private final NewFile file;
  private long rows;

  private QuarantineFile(NewFile file) {
    this.file = file;
  }

  /** Starts {@code quarantine/part-NNNNN.jsonl}. */
  public static QuarantineFile open(Storage storage, Path root, int part) throws IOException {
    String path = String.format(Locale.ROOT, "quarantine/part-%05d.jsonl", part);
    return new QuarantineFile(NewFile.create(storage, root, path));
  }

  public void write(QuarantineRow row) throws IOException {
    String line =
        Json.line(
            json ->
                json.text("shard", row.shard())
                    .whole("row", row.row())
                    .whole("position", row.position())
                    .text("reason", row.reason())
                    .text("detail", row.detail())
                    .text("excerpt", row.excerpt()));
    file.write(Text.utf8(line));
    rows++;
  }

  /** Rows written so far. */
  public long rows() {
    return rows;
  }

  /** Ends the file and gives it its name. */
  public FileEntry finish() throws IOException {
    return file.finish();
  }

  /** Gives every row of a part to a reader, in order. */
  public static void read(Storage storage, Path path, Consumer<QuarantineRow> reader) throws IOException {
    try (var in = PublishedFiles.open(storage, path);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        reader.accept(row(JsonFields.parseLine(line, path, number)));
      }
    }
  }

  private static QuarantineRow row(JsonFields json) throws ManifestException {
    return json.end(
        () ->
            new QuarantineRow(
                json.text("shard"),
                json.whole("row"),
                json.whole("position"),
                json.text("reason"),
                json.text("detail"),
                json.text("excerpt")));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
