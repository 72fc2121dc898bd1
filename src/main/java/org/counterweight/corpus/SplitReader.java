package org.counterweight.corpus;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.security.AccessControlException;
import java.util.Optional;

/**
 * Reads one split, record by record, in memory bounded by the longest record (for Parquet, by the compressed columns of
 * a row group). Bad content never throws: a bad record is an {@link Entry.Refused}, and a shard that breaks off ends
 * early, with a {@link #damage}. Not for use by several threads.
 */
public final class SplitReader implements Iterator<Entry>, Closeable {
  private final Shard shard;
  private final DocumentMapping mapping;
  private final Records records;
  private final Standing standing = new Standing();
  private long row = -1;
  private Records.Kind kind;
  private Damage damage;

  private SplitReader(Shard shard, DocumentMapping mapping, Records records) {
    this.shard = shard;
    this.mapping = mapping;
    this.records = records;
  }

  /**
   * Opens a split.
   *
   * @throws InputException if its file is gone or may not be read
   * @throws IOException if the file system fails
   */
  public static SplitReader open(Split split, CorpusSettings corpus, InputSettings input, Storage storage)
      throws IOException {
    Format format = split.shard().format();
    boolean wet = format == Format.WET || format == Format.WET_GZIP;
    CorpusSettings shape = wet ? WetRecords.shape(corpus) : corpus;
    FieldIndex index = new FieldIndex(shape);
    DocumentMapping mapping = new DocumentMapping(shape, index, split.shard());
    Opening opening = new Opening(split, index, input, storage);
    try {
      return new SplitReader(split.shard(), mapping, opening.records());
    } catch (FileNotFoundException | AccessControlException e) {
      throw new InputException(split.shard().location(), Reason.of(e), e);
    }
  }

  /**
   * Moves on, after which the fields of the entry before can no longer be read.
   *
   * @throws UncheckedIOException if the file system fails
   */
  @Override
  public boolean hasNext() {
    if (kind == null) {
      try {
        row++;
        kind = records.advance(row);
      } catch (DamagedException e) {
        damage = new Damage(shard.name(), records.position(), e.getMessage());
        kind = Records.Kind.END;
      } catch (IOException e) {
        throw new UncheckedIOException(
            new IOException("Cannot read " + shard.location() + ": " + Reason.of(e), e));
      }
    }
    return kind != Records.Kind.END;
  }

  @Override
  public Entry next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Records.Kind now = kind;
    kind = null;
    return switch (now) {
      case READABLE -> new Entry.Readable(row, records.text(), standing);
      case EMPTY -> new Entry.Empty(row);
      default -> new Entry.Refused(records.refusal());
    };
  }

  /** Uncompressed bytes read so far; never less than before. */
  public long uncompressedBytes() {
    return records.position();
  }

  /** Why the shard broke off, known after the last entry; empty where it came to its end. */
  public Optional<Damage> damage() {
    return Optional.ofNullable(damage);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  /** The record that the reader stands on. */
  final class Standing {

    boolean hasId(long asked) {
      check(asked);
      return !mapping.id(records).isEmpty();
    }

    String source(long asked) {
      check(asked);
      return mapping.source(records);
    }

    String month(long asked) {
      check(asked);
      return mapping.month(records);
    }

    long tokens(long asked) {
      check(asked);
      return mapping.tokens(records);
    }

    Entry.Parsed document(long asked, String text) {
      check(asked);
      return mapping.document(asked, text, records);
    }

    private void check(long asked) {
      if (asked != row || kind != null) {
        throw new IllegalStateException(
            "Cannot read row " + asked + " of " + shard.name() + ": the reader has moved on");
      }
    }
  }
}
