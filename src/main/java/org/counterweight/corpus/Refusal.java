package org.counterweight.corpus;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A record that was not read, as the quarantine keeps it.
 *
 * @param shard name of its shard
 * @param row 0-based index within its split
 * @param position byte of the uncompressed shard at which the record starts, or -1 where the format has none
 * @param reason kind of fault
 * @param detail what exactly is wrong, for people
 * @param excerpt the record's first characters, up to 200, raw: escape before showing
 */
public record Refusal(String shard, long row, long position, Reason reason, String detail, String excerpt)
    implements Serializable {

  /** Kinds of fault; each counts against {@code input.max-bad-fraction}. */
  public enum Reason {
    /** Not one JSON object and nothing else. */
    NOT_JSON,
    /** Bytes that no UTF-8 text has. */
    NOT_UTF8,
    /** Over {@code input.max-record-bytes}. */
    TOO_LARGE,
    /** A WET record that does not end where it says, and nothing tells where it does. */
    WRONG_LENGTH
  }

  /** Bytes of a record that are enough for any excerpt. */
  static final int EXCERPT_BYTES = 800;

  private static final int EXCERPT_CHARS = 200;

  public Refusal {
    Objects.requireNonNull(shard);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(detail);
    excerpt = shortened(excerpt);
  }

  /** The start of a record's bytes as text, what is not UTF-8 replaced. */
  static String excerpt(byte[] bytes, int from, int to) {
    return shortened(new String(bytes, from, Math.min(to - from, EXCERPT_BYTES), StandardCharsets.UTF_8));
  }

  private static String shortened(String text) {
    if (text.length() <= EXCERPT_CHARS) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(EXCERPT_CHARS - 1)) ? EXCERPT_CHARS - 1 : EXCERPT_CHARS;
    return text.substring(0, end);
  }
}
