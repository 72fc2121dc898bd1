package org.counterweight.manifest;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
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
  private final RowBytes bytes = new RowBytes();

  public LogicalDigest() {
    digest.update("counterweight-rows-1\n".getBytes(StandardCharsets.US_ASCII));
  }

  /** The digest of the rows among the files of a run. */
  public static String of(Storage storage, Path root, List<FileEntry> files) throws IOException {
    return of(RowReader.open(storage, root, files));
  }

  /**
   * The digest of the rows that were spooled while the parts of a run were written.
   *
   * @throws ManifestException if a part is damaged, or parts overlap
   */
  public static String ofSpooled(Storage storage, List<RowSpool.Spooled> parts) throws IOException {
    var digest = new LogicalDigest();
    RowSpool.Spooled last = null;
    for (var part : parts.stream().sorted().toList()) {
      if (last != null && !last.endsBefore(part)) {
        throw new ManifestException(
            "Cannot digest the rows of " + Text.line(part.firstShard()) + ": parts overlap");
      }
      digest.add(storage, part);
      last = part;
    }
    return digest.hex();
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
    bytes.clear();
    bytes.add(Table.DOCUMENTS, document);
    for (var passage : passages) {
      order.passage(passage);
      bytes.add(Table.PASSAGES, passage);
    }
    digest.update(bytes.bytes(), 0, bytes.size());
  }

  /** Adds the rows of a part, which were found in order when they were written. */
  private void add(Storage storage, RowSpool.Spooled part) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (var in = new ZstdInputStreamNoFinalizer(storage.open(new Path(part.file())))) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        size += n;
      }
    }
    if (size != part.size()) {
      throw new ManifestException("Cannot digest the rows in " + part.file() + ": it was changed or breaks off");
    }
  }

  /** Lower-case hexadecimal, once all rows are added. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
