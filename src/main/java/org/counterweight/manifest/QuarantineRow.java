package org.counterweight.manifest;

import java.io.Serializable;
import java.util.Objects;

/**
 * A record that could not be read: a row of {@code quarantine/}.
 *
 * @param shard {@code <input number>/<relative path>}
 * @param row 0-based record of the shard
 * @param position byte of the uncompressed shard where it starts, or -1 where unknown
 * @param reason a label such as {@code not-json}
 * @param detail what exactly was wrong
 * @param excerpt the start of the record, as text
 */
public record QuarantineRow(String shard, long row, long position, String reason, String detail, String excerpt)
    implements Serializable {

  public QuarantineRow {
    Objects.requireNonNull(reason);
    Objects.requireNonNull(detail);
    shard = Text.wellFormed(shard);
    detail = Text.wellFormed(detail);
    excerpt = Text.wellFormed(excerpt);
  }
}
