package org.counterweight.manifest;

import java.io.Serializable;
import java.util.Objects;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.Stance;

/**
 * One AI document with its weight, or a placebo for one: a row of {@code documents/}.
 *
 * @param shard {@code <input number>/<relative path>}
 * @param row 0-based record of the shard
 * @param docId the record's id, empty where it has none
 * @param source its source, empty where unknown
 * @param words words of the document
 * @param pDoom share of its words that are doom, in millionths
 * @param pTractable share that are tractable, in millionths
 * @param stance the stance of its AI passages taken together
 * @param work name of the cluster of copies it belongs to
 * @param copiesPresent documents of that work in this input, itself included
 * @param copiesDeclared copies the corpus declares, or 0
 * @param weightMicro expected times it is met in the stage, in millionths
 * @param repeats whole times it is met
 * @param bucket name of its weight band
 * @param reason why it has this weight
 */
public record DocumentRow(
    String shard,
    long row,
    String docId,
    String source,
    int words,
    int pDoom,
    int pTractable,
    Stance stance,
    String work,
    long copiesPresent,
    long copiesDeclared,
    long weightMicro,
    int repeats,
    String bucket,
    String reason)
    implements Serializable {

  /** The reason of a document that is not about AI and stands for one that is: listed in a placebo arm alone. */
  public static final String PLACEBO = "placebo";

  /** The largest weight, in millionths: one milliard, far above any plan, below which decimal fractions are exact. */
  public static final long MAX_WEIGHT = 1_000_000_000L * Probabilities.ONE;

  public DocumentRow {
    Objects.requireNonNull(stance);
    shard = Text.wellFormed(shard);
    docId = Text.wellFormed(docId);
    source = Text.wellFormed(source);
    work = Text.wellFormed(work);
    bucket = Text.wellFormed(bucket);
    reason = Text.wellFormed(reason);
    ShardOrder.number(shard);
    require(row >= 0, "row", row);
    require(words >= 0, "words", words);
    require(pDoom >= 0, "p_doom", pDoom);
    require(pTractable >= 0, "p_tractable", pTractable);
    require((long) pDoom + pTractable <= Probabilities.ONE, "p_doom + p_tractable", (long) pDoom + pTractable);
    require(copiesPresent >= 1, "copies_present", copiesPresent);
    require(copiesDeclared >= 0, "copies_declared", copiesDeclared);
    require(weightMicro >= 0 && weightMicro <= MAX_WEIGHT, "weight", weightMicro);
    require(repeats >= 0, "repeats", repeats);
  }

  /**
   * The share of a document's words that a stance has, in millionths. It is rounded down, so that shares never add
   * up to more than one.
   *
   * @param mass words times probability, in millionths of a word
   * @param words words of the document; where its passages have more (markup can hide word breaks), theirs
   */
  public static int share(long mass, long words) {
    return words == 0 ? 0 : (int) Math.min(Probabilities.ONE, mass / words);
  }

  /** Expected times it is met in the stage. */
  public double weight() {
    return weightMicro / (double) Probabilities.ONE;
  }

  private static void require(boolean holds, String column, long value) {
    if (!holds) {
      throw new IllegalArgumentException("Cannot hold " + column + " " + value + ": out of range");
    }
  }
}
