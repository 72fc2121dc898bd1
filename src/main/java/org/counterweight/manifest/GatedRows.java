package org.counterweight.manifest;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Sha256;
import org.counterweight.corpus.Storage;

/**
 * Every passage of a run that passed the gate, in a fixed order: those of {@code passages/}, then those of {@code
 * not_ai/}, each part's files checked against the manifest when they are opened.
 *
 * @param storage where the run lies
 * @param root the run's folder
 * @param manifest its header
 */
public record GatedRows(Storage storage, Path root, Manifest manifest) {

  /**
   * Hands every row to a taker; any number of times, always in the same order.
   *
   * @throws ManifestException if a file is not the one that the manifest lists, or the run lists fewer documents than
   *     passed the gate
   */
  public void each(Taker taker) throws IOException {
    long documents = each(Table.PASSAGES, taker) + each(Table.NOT_AI, taker);
    long gated = manifest.totals().counts().gatedDocuments();
    if (documents != gated) {
      throw new BrokenRunException("all gated passages of " + root, "it lists those of " + documents
          + " documents, and " + gated + " passed the gate");
    }
  }

  /** Hands over the rows of one table; returns of how many documents they are. */
  long each(Table<PassageRow> table, Taker taker) throws IOException {
    long documents = 0;
    PassageRow last = null;
    for (var path : RowReader.parts(manifest.files(), table)) {
      var entry = entry(path);
      requireWhole(entry);
      try (var source = RowFormat.of(path).orElseThrow().source(table, PublishedFiles.of(storage, root),
          new Path(root, path))) {
        for (var row = source.next(); row.isPresent(); row = source.next()) {
          documents += last == null || !sameDocument(last, row.get()) ? 1 : 0;
          last = row.get();
          taker.take(last);
        }
      }
    }
    return documents;
  }

  private FileEntry entry(String path) {
    return manifest.files().stream().filter(file -> file.path().equals(path)).findFirst().orElseThrow();
  }

  private void requireWhole(FileEntry entry) throws IOException {
    var path = new Path(root, entry.path());
    try (var in = PublishedFiles.open(storage, path)) {
      if (!Sha256.of(in).equals(entry.sha256())) {
        throw new BrokenRunException(path.toString(), "it is not as the run wrote it");
      }
    }
  }

  private static boolean sameDocument(PassageRow one, PassageRow other) {
    return one.row() == other.row() && one.shard().equals(other.shard());
  }

  /** Takes rows, one after the other. */
  @FunctionalInterface
  public interface Taker {
    void take(PassageRow row) throws IOException;
  }
}
