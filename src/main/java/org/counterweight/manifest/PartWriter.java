package org.counterweight.manifest;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;

/**
 * Writes one part of the rows: {@code documents/part-NNNNN} and {@code passages/part-NNNNN}, which hold the same
 * documents. Its files appear only in {@link #finish}; a second attempt at a part replaces the first.
 */
public final class PartWriter implements Closeable {

  private final NewFile documentFile;
  private final NewFile passageFile;
  private final RowFormat.Sink<DocumentRow> documents;

  /** Null where documents are written alone. */
  private final RowFormat.Sink<PassageRow> passages;


  private final RowOrder order = new RowOrder();
  private long documentRows;
  private long passageRows;

  private PartWriter(NewFile documentFile, NewFile passageFile, RowFormat format) throws IOException {
    this.documentFile = documentFile;
    this.passageFile = passageFile;
    this.documents = format.sink(Table.DOCUMENTS, documentFile);
    this.passages = passageFile == null ? null : format.sink(Table.PASSAGES, passageFile);
  }

  /**
   * Starts a part.
   *
   * @param root the staging folder of the run
   * @param part 0-based; rows of a later part come later in row order
   */
  public static PartWriter open(Storage storage, Path root, int part, RowFormat format) throws IOException {
    var files = PublishedFiles.of(storage, root);
    var documents = NewFile.create(files, root, path(Table.DOCUMENTS, part, format));
    try {
      var passages = NewFile.create(files, root, path(Table.PASSAGES, part, format));
      return new PartWriter(documents, passages, format);
    } catch (IOException | RuntimeException e) {
      documents.close();
      throw e;
    }
  }

  /** Starts a part of a variant, which holds documents alone: their passages are those of the run. */
  public static PartWriter documents(Storage storage, Path root, int part, RowFormat format) throws IOException {
    var file = NewFile.create(PublishedFiles.of(storage, root), root, path(Table.DOCUMENTS, part, format));
    return new PartWriter(file, null, format);
  }

  /** Adds a document and all its passages, after those of every earlier row. */
  public void write(DocumentRow document, List<PassageRow> rows) throws IOException {
    order.document(document);
    documents.write(document);
    for (var row : rows) {
      order.passage(row);
      passages.write(row);
    }
    documentRows++;
    passageRows += rows.size();
  }

  /** Ends the files and gives them their names. */
  public Part finish() throws IOException {
    documents.close();
    if (passages == null) {
      return new Part(List.of(documentFile.finish()), documentRows, 0);
    }
    passages.close();
    return new Part(List.of(documentFile.finish(), passageFile.finish()), documentRows, passageRows);
  }

  @Override
  public void close() throws IOException {
    try (documentFile;
        passageFile) {
      giveUp(documents);
      giveUp(passages);
    }
  }

  /** Frees what a format holds; idle after {@link #finish}. */
  private static void giveUp(RowFormat.Sink<?> sink) {
    try {
      if (sink != null) {
        sink.close();
      }
    } catch (IOException | RuntimeException e) {
      // The files are removed next, so what could not be written to them no longer matters.
    }
  }

  private static String path(Table<?> table, int part, RowFormat format) {
    return String.format(Locale.ROOT, "%s/part-%05d.%s", table.folder(), part, format.extension());
  }

  /** A finished part: its files and how many rows they hold. */
  public record Part(List<FileEntry> files, long documents, long passages) implements Serializable {

    public Part {
      files = List.copyOf(files);
    }
  }
}
