package org.counterweight.virality;

import java.io.Serializable;

/**
 * How many documents and works there are to see copying by. Works are counted in millionths, a document of a work of c
 * copies as 1/c of it (rounded), so that parts of a corpus add up.
 *
 * @param documents documents added
 * @param works their works
 * @param declaredDocuments documents that carry a declared count
 */
public record CopyCounts(long documents, long works, long declaredDocuments) implements Serializable {

  /** Nothing counted yet. */
  public static final CopyCounts NONE = new CopyCounts(0, 0, 0);

  /** Millionths in one work. */
  public static final long ONE = 1_000_000;

  /** One document: how many copies its work has here and how many are declared, or 0. */
  static CopyCounts of(int copiesPresent, long copiesDeclared) {
    return new CopyCounts(1, MassSums.divide(ONE, copiesPresent), copiesDeclared > 0 ? 1 : 0);
  }

  /** Both together. */
  public CopyCounts plus(CopyCounts other) {
    return new CopyCounts(
        documents + other.documents, works + other.works, declaredDocuments + other.declaredDocuments);
  }
}
