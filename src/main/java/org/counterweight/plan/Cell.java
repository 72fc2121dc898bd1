package org.counterweight.plan;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * Documents alike enough to stand for one another: of one source, and of lengths within a factor of two. Lengths are
 * cut by powers of two and not by the corpus's own deciles, so that a document's cell is known as it goes by; like a
 * last decile, the last band is open.
 *
 * @param source where they are from
 * @param band documents of 2^band words and more, below 2^(band+1); the last one has no end
 */
public record Cell(String source, int band) implements Serializable, Comparable<Cell> {
  private static final int LAST = 12;
  private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::source).thenComparing(Cell::band);

  public Cell {
    Objects.requireNonNull(source);
  }

  /**
   * The cell of a document.
   *
   * @param words above zero
   */
  public static Cell of(String source, int words) {
    return new Cell(source, Math.min(LAST, 31 - Integer.numberOfLeadingZeros(words)));
  }

  /** About how long a document of it is at most; texts for a few more are asked for than the treatment has words. */
  long longest() {
    return 2L << band;
  }

  /** Such as {@code 64 to 127 words}. */
  String lengths() {
    return band == LAST ? (1L << LAST) + " words and more" : (1L << band) + " to " + (longest() - 1) + " words";
  }

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
