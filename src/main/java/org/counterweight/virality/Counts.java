package org.counterweight.virality;

import java.io.Serializable;

/**
 * What a part of a corpus holds, as integers that add up over any split into parts.
 *
 * @param documents readable records with text
 * @param gatedDocuments those with at least one passage that passed the gate
 * @param aiDocuments those with at least one gated passage not judged {@code not_ai}
 * @param empty records without text
 * @param refused records that could not be read
 * @param words words of the documents
 * @param tokens the corpus's own token counts added up, where it has them
 * @param bytes uncompressed bytes read
 * @param missingIds documents without an id
 * @param duplicateIds gated documents whose (source, id) an earlier one has
 * @param unreadableEngagement engagement values of gated documents that no person could read as a number
 * @param negativeEngagement engagement values of gated documents below zero
 * @param otherLanguage documents in a language that the gate has no words of: counted in the totals, and not judged
 * @param otherLanguageWords words of those
 */
public record Counts(
    long documents,
    long gatedDocuments,
    long aiDocuments,
    long empty,
    long refused,
    long words,
    long tokens,
    long bytes,
    long missingIds,
    long duplicateIds,
    long unreadableEngagement,
    long negativeEngagement,
    long otherLanguage,
    long otherLanguageWords)
    implements Serializable {

  /** Nothing counted yet. */
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Words of documents in a language that the gate has words of, or in none that can be told. */
  long readableWords() {
    return words - otherLanguageWords;
  }

  /** Both parts together. */
  public Counts plus(Counts other) {
    return new Counts(
        documents + other.documents,
        gatedDocuments + other.gatedDocuments,
        aiDocuments + other.aiDocuments,
        empty + other.empty,
        refused + other.refused,
        words + other.words,
        tokens + other.tokens,
        bytes + other.bytes,
        missingIds + other.missingIds,
        duplicateIds + other.duplicateIds,
        unreadableEngagement + other.unreadableEngagement,
        negativeEngagement + other.negativeEngagement,
        otherLanguage + other.otherLanguage,
        otherLanguageWords + other.otherLanguageWords);
  }
}
