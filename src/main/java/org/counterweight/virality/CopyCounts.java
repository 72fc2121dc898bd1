package org.counterweight.virality;

import java.io.Serializable;

/**
 * How many documents and works there are to see copying by. Works are counted in millionths, a document of a work of c
 * copies as 1/c of it (rounded), so that parts of a corpus add up.
 *
 * @param documents documents added
 * @param works their works
 * @param copiedWorks works of two copies or more whose documents are judged doom or tractable
 * @param declaredDocuments documents that carry a declared count
 * @param declaredCopiedWorks works judged doom or tractable with a declared count of two or more
 */
public record CopyCounts(
    long documents, long works, long copiedWorks, long declaredDocuments, long declaredCopiedWorks)
    implements Serializable {

  /** Nothing counted yet. */
  public static final CopyCounts NONE = new CopyCounts(0, 0, 0, 0, 0);

  /** Millionths in one work. */
  public static final long ONE = 1_000_000;

  /** One document: whether it takes a side, how many copies its work has here and how many are declared, or 0. */
  static CopyCounts of(boolean takesSide, int copiesPresent, long copiesDeclared) {
    long share = MassSums.divide(ONE, copiesPresent);
    return new CopyCounts(
        1,
        share,
        takesSide && copiesPresent > 1 ? share : 0,
        copiesDeclared > 0 ? 1 : 0,
        takesSide && copiesDeclared > 1 ? share : 0);
  }

  /** Both together. */
  public CopyCounts plus(CopyCounts other) {
    return new CopyCounts(
        documents + other.documents,
        works + other.works,
        copiedWorks + other.copiedWorks,
        declaredDocuments + other.declaredDocuments,
        declaredCopiedWorks + other.declaredCopiedWorks);
  }
}
