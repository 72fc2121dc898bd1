package org.counterweight.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Sha256;
import org.counterweight.corpus.Storage;

/** The digest of the rows whatever their files look like; defined in the package's documentation. */
public final class LogicalDigest {

  private final MessageDigest digest = Sha256.start();
  private final RowOrder order = new RowOrder();

  public LogicalDigest() {
    digest.update("counterweight-rows-1\n".getBytes(StandardCharsets.US_ASCII));
  }

  /** The digest of the rows among the files of a run. */
  public static String of(Storage storage, Path root, List<FileEntry> files) throws IOException {
    return of(RowReader.open(storage, root, files));
  }

  /** The digest of all rows that a reader gives; closes it. */
  static String of(RowReader reader) throws IOException {
    var digest = new LogicalDigest();
    try (var rows = reader) {
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        digest.add(row.get().document(), row.get().passages());
      }
    }
    return digest.hex();
  }

  /**
   * Adds the next document in row order with its passages.
   *
   * @throws ManifestException if rows are out of order or there twice
   */
  public void add(DocumentRow document, List<PassageRow> passages) throws ManifestException {
    order.document(document);
    update(Table.DOCUMENTS, document);
    for (var passage : passages) {
      order.passage(passage);
      update(Table.PASSAGES, passage);
    }
  }

  private <R> void update(Table<R> table, R row) {
    digest.update((byte) table.letter());
    for (var column : table.columns()) {
      byte[] bytes = Text.utf8(column.value().apply(row).toString());
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
      digest.update((byte) ',');
    }
  }

  /** Lower-case hexadecimal, once all rows are added. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
