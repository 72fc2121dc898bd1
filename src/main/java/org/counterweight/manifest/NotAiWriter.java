package org.counterweight.manifest;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;

/**
 * Writes one part of {@code not_ai/}: the gated passages of documents of which every passage was judged {@code not_ai}.
 * With {@code passages/} they are all that passed the gate, which is what a sample for review must be drawn from: a
 * judgement that hid a passage could otherwise never be found wrong. A part without such passages has no file.
 */
public final class NotAiWriter implements Closeable {

  private final Storage storage;
  private final Path root;
  private final String path;
  private final RowFormat format;
  private NewFile file;
  private RowFormat.Sink<PassageRow> sink;
  private PassageRow last;

  private NotAiWriter(Storage storage, Path root, String path, RowFormat format) {
    this.storage = storage;
    this.root = root;
    this.path = path;
    this.format = format;
  }

  /**
   * Starts a part; its file is made by the first row.
   *
   * @param root the staging folder of the run
   * @param part 0-based; rows of a later part come later in row order
   */
  public static NotAiWriter open(Storage storage, Path root, int part, RowFormat format) {
    var path = String.format(Locale.ROOT, "%s/part-%05d.%s", Table.NOT_AI.folder(), part, format.extension());
    return new NotAiWriter(storage, root, path, format);
  }

  /**
   * Adds the passages of a document, after those of every earlier row.
   *
   * @throws ManifestException if they come out of order
   */
  public void write(List<PassageRow> passages) throws IOException {
    for (var row : passages) {
      if (last != null && RowOrder.compare(last, row) >= 0) {
        throw new ManifestException("Cannot take passage " + RowOrder.span(row) + ": it comes after "
            + RowOrder.span(last));
      }
      if (sink == null) {
        file = NewFile.create(storage, root, path);
        sink = format.sink(Table.NOT_AI, file);
      }
      sink.write(row);
      last = row;
    }
  }

  /** Ends the file and gives it its name; no file where nothing was written. */
  public List<FileEntry> finish() throws IOException {
    if (sink == null) {
      return List.of();
    }
    sink.close();
    return List.of(file.finish());
  }

  @Override
  public void close() throws IOException {
    if (file == null) {
      return;
    }
    try (var temporary = file) {
      sink.close();
    } catch (IOException | RuntimeException e) {
      // Idle after finish; before it the file is being given up, so what its last rows met no longer matters.
    }
  }
}
