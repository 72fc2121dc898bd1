package org.counterweight.corpus;

import java.io.Closeable;
import java.io.IOException;

/** The records of one split in one format. After {@link #advance} it stands on a record until the next call. */
interface Records extends Closeable, Values {

  /** What the reader stands on. */
  enum Kind {
    READABLE,
    EMPTY,
    REFUSED,
    END
  }

  /**
   * Moves to the next record.
   *
   * @param row the number that it gets, for its refusal
   * @throws DamagedException if the shard breaks off here
   * @throws IOException if the file system fails
   */
  Kind advance(long row) throws IOException;

  /** The text of a readable record. */
  String text();

  /** The refusal of a refused record. */
  Refusal refusal();

  /** Uncompressed bytes passed so far. */
  long position();
}
