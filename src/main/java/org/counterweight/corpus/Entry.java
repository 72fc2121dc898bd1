package org.counterweight.corpus;

import java.util.Objects;

/** What a shard holds at one row. */
public sealed interface Entry {

  /** 0-based index within the split; refused and empty records count. */
  long row();

  /** A record that has no text: null, missing, empty or not a string. */
  record Empty(long row) implements Entry {}

  /** A record that could not be read. */
  record Refused(Refusal refusal) implements Entry {

    @Override
    public long row() {
      return refusal.row();
    }
  }

  /**
   * A record with text. Everything but the text is read when asked for, which must be before the reader moves on, by
   * {@code hasNext} or {@code next}.
   */
  final class Readable implements Entry {
    private final long row;
    private final String text;
    private final SplitReader.Standing standing;

    Readable(long row, String text, SplitReader.Standing standing) {
      this.row = row;
      this.text = Objects.requireNonNull(text);
      this.standing = standing;
    }

    @Override
    public long row() {
      return row;
    }

    /** The text as it stands in the corpus; a lone surrogate in a JSON escape is read as U+FFFD. */
    public String text() {
      return text;
    }

    /** Whether the record has an id that is not empty; costs next to nothing. */
    public boolean hasId() {
      return standing.hasId(row);
    }

    /**
     * The whole record.
     *
     * @throws IllegalStateException if the reader has moved on
     */
    public Parsed document() {
      return standing.document(row, text);
    }
  }

  /**
   * A record read in full.
   *
   * @param unreadableEngagement how many fields of engagement hold something that is no number
   */
  record Parsed(Document document, int unreadableEngagement) {}
}
