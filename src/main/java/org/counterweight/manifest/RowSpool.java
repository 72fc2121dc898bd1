package org.counterweight.manifest;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;

/**
 * Keeps the rows of a part in the form of the logical digest, in a file that is no part of the run. The digest goes
 * through the rows of all parts one after the other; parts are written side by side, and reading published rows back
 * takes several times as long.
 */
public final class RowSpool implements Closeable {

  private final Path file;
  private final OutputStream out;
  private final RowBytes rows = new RowBytes();
  private DocumentRow first;
  private DocumentRow last;
  private long size;

  private RowSpool(Path file, OutputStream out) {
    this.file = file;
    this.out = out;
  }

  /** Starts a file. */
  public static RowSpool create(Storage storage, Path file) throws IOException {
    var zstd = new ZstdOutputStreamNoFinalizer(storage.create(file), 1);
    zstd.setChecksum(true);
    return new RowSpool(file, zstd);
  }

  /** Adds a document and all its passages, after those of every earlier row. */
  public void write(DocumentRow document, List<PassageRow> passages) throws IOException {
    rows.clear();
    rows.add(Table.DOCUMENTS, document);
    for (var passage : passages) {
      rows.add(Table.PASSAGES, passage);
    }
    out.write(rows.bytes(), 0, rows.size());
    size += rows.size();
    first = first == null ? document : first;
    last = document;
  }

  /** Ends the file; empty where it holds no row. */
  public Optional<Spooled> finish() throws IOException {
    out.close();
    return first == null
        ? Optional.empty()
        : Optional.of(
            new Spooled(file.toString(), size, first.shard(), first.row(), last.shard(), last.row()));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /**
   * The finished rows of a part.
   *
   * @param file where they lie
   * @param size bytes before compression
   * @param firstShard of the first document
   * @param firstRow of the first document
   * @param lastShard of the last document
   * @param lastRow of the last document
   */
  public record Spooled(
      String file, long size, String firstShard, long firstRow, String lastShard, long lastRow)
      implements Comparable<Spooled>, Serializable {

    public Spooled {
      Objects.requireNonNull(file);
      Objects.requireNonNull(firstShard);
      Objects.requireNonNull(lastShard);
    }

    /** In row order. */
    @Override
    public int compareTo(Spooled other) {
      return order(firstShard, firstRow, other.firstShard, other.firstRow);
    }

    /** Whether it ends before another begins. */
    boolean endsBefore(Spooled other) {
      return order(lastShard, lastRow, other.firstShard, other.firstRow) < 0;
    }

    private static int order(String shard, long row, String otherShard, long otherRow) {
      int order = ShardOrder.INSTANCE.compare(shard, otherShard);
      return order != 0 ? order : Long.compare(row, otherRow);
    }
  }
}
