package org.counterweight.manifest;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;

/**
 * Reads the rows of a run back, document by document in row order, one open part at a time. The folder of a variant
 * holds documents alone; they come without passages.
 */
public final class RowReader implements Closeable {

  private static final Comparator<String> BY_PART =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final FileSystem storage;
  private final Path root;
  private final List<String> documentFiles;
  private final List<String> passageFiles;
  private final RowOrder order = new RowOrder();
  private int opened;
  private RowFormat.Source<DocumentRow> documents;
  private RowFormat.Source<PassageRow> passages;
  private PassageRow ahead;

  private RowReader(FileSystem storage, Path root, List<FileEntry> files) throws ManifestException {
    this.storage = storage;
    this.root = root;
    this.documentFiles = parts(files, Table.DOCUMENTS);
    this.passageFiles = parts(files, Table.PASSAGES);
    if (!passageFiles.isEmpty() && !names(documentFiles).equals(names(passageFiles))) {
      throw new BrokenRunException("rows of " + root, "documents/ and passages/ hold different parts");
    }
  }

  /** Opens the rows among the files of a run, in any order. */
  public static RowReader open(Storage storage, Path root, List<FileEntry> files) throws IOException {
    return open(PublishedFiles.of(storage, root), root, files);
  }

  static RowReader open(FileSystem storage, Path root, List<FileEntry> files) throws IOException {
    return new RowReader(storage, root, files);
  }

  /** The next document with its passages; empty at the end. Errors name the file, and rows out of order are one. */
  public Optional<Row> next() throws IOException {
    try {
      return read();
    } catch (BrokenRunException e) {
      throw e;
    } catch (ManifestException e) {
      throw new BrokenRunException("rows of " + root, ManifestException.reason(e), e);
    }
  }

  private Optional<Row> read() throws IOException {
    while (documents != null || opened < documentFiles.size()) {
      if (documents == null) {
        openPart();
      }
      var document = documents.next();
      if (document.isPresent()) {
        return Optional.of(withPassages(document.get()));
      }
      closePart();
    }
    return Optional.empty();
  }

  private Row withPassages(DocumentRow document) throws IOException {
    order.document(document);
    var rows = new ArrayList<PassageRow>();
    while (ahead != null && RowOrder.belongs(ahead, document)) {
      order.passage(ahead);
      rows.add(ahead);
      ahead = passages.next().orElse(null);
    }
    return new Row(document, rows);
  }

  private void openPart() throws IOException {
    documents = source(Table.DOCUMENTS, documentFiles.get(opened));
    passages = passageFiles.isEmpty() ? null : source(Table.PASSAGES, passageFiles.get(opened));
    opened++;
    ahead = passages == null ? null : passages.next().orElse(null);
  }

  private void closePart() throws IOException {
    if (ahead != null) {
      order.passage(ahead);
      throw new BrokenRunException(passageFiles.get(opened - 1), "it holds more than its documents");
    }
    close();
  }

  private <R> RowFormat.Source<R> source(Table<R> table, String file) throws IOException {
    return RowFormat.of(file).orElseThrow().source(table, storage, new Path(root, file));
  }

  static List<String> parts(List<FileEntry> files, Table<?> table) {
    return files.stream()
        .map(FileEntry::path)
        .filter(path -> path.startsWith(table.folder() + "/part-") && RowFormat.of(path).isPresent())
        .sorted(BY_PART)
        .toList();
  }

  private static List<String> names(List<String> paths) {
    return paths.stream().map(path -> path.substring(path.indexOf('/'))).toList();
  }

  @Override
  public void close() throws IOException {
    try (var first = documents;
        var second = passages) {
      documents = null;
      passages = null;
    }
  }

  /** A document with its passages in order. */
  public record Row(DocumentRow document, List<PassageRow> passages) {

    public Row {
      passages = List.copyOf(passages);
    }
  }
}
