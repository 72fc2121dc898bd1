package org.counterweight.passage;

/**
 * A text as a reader sees it, with a map back to the original. A text without markup is its own view, not copied.
 * Offsets are UTF-16 units here; {@link #cursor} turns them into code points.
 */
public final class MarkupView {
  private final String original;
  private final Rewrite tags;
  private final Rewrite references;

  private MarkupView(String original, Rewrite tags, Rewrite references) {
    this.original = original;
    this.tags = tags;
    this.references = references;
  }

  /** The view of a text, made in time proportional to its length. */
  public static MarkupView of(String text) {
    if (!Tags.mark(text)) {
      return new MarkupView(text, null, null);
    }
    var tags = Tags.dropped(text);
    return new MarkupView(text, tags, References.decoded(tags.text()));
  }

  /** What a reader sees. */
  public String text() {
    return references == null ? original : references.text();
  }

  /** Where the character at this position of the view starts in the original. */
  public int start(int position) {
    return references == null ? position : tags.start(references.start(position));
  }

  /** Where the character that ends at this position of the view (exclusive, above 0) ends in the original. */
  public int end(int position) {
    return references == null ? position : tags.end(lastOf(position - 1));
  }

  private int lastOf(int position) {
    return references.end(position) - 1;
  }

  /** Counts code points of the original, for ascending positions. */
  Cursor cursor() {
    return new Cursor(original);
  }

  /** A place in a text that moves forward only, counting code points as it goes. */
  static final class Cursor {
    private final String text;
    private int units;
    private int points;

    private Cursor(String text) {
      this.text = text;
    }

    int points(int position) {
      points += text.codePointCount(units, position);
      units = position;
      return points;
    }
  }
}
