package org.counterweight.plan;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * Documents alike enough to stand for one another: of one source, and of lengths within a factor of the square root of
 * two. Lengths are cut by powers and not by the corpus's own deciles, so that a document's cell is known as it goes by.
 *
 * @param source where they are from
 * @param band documents of 2^(band/2) words and more, below 2^((band+1)/2)
 */
public record Cell(String source, int band) implements Serializable, Comparable<Cell> {
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
    int half = 31 - Integer.numberOfLeadingZeros(words);
    boolean upper = (long) words * words >= 1L << (2 * half + 1);
    return new Cell(source, 2 * half + (upper ? 1 : 0));
  }

  /** The least whole number of words above the cell. */
  long end() {
    return (long) Math.ceil(Math.sqrt(StrictMath.pow(2, band + 1)));
  }

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
