package org.counterweight.manifest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.Stance;
import org.counterweight.stance.TaggedDocument;

/**
 * One judged passage of an AI document: a row of {@code passages/}.
 *
 * @param shard the document's shard
 * @param row the document's record
 * @param docId the document's id, empty where it has none
 * @param start first code point of the document's original text, inclusive
 * @param end last code point, exclusive
 * @param words number of words
 * @param p calibrated probabilities
 * @param stance the stance judged
 */
public record PassageRow(
    String shard, long row, String docId, int start, int end, int words, Probabilities p, Stance stance)
    implements Serializable {

  public PassageRow {
    Objects.requireNonNull(p);
    Objects.requireNonNull(stance);
    shard = Text.wellFormed(shard);
    docId = Text.wellFormed(docId);
    ShardOrder.number(shard);
    if (row < 0 || start < 0 || end < start || words < 0) {
      throw new IllegalArgumentException(
          "Cannot hold passage [" + start + ", " + end + ") of " + words + " words in row " + row + ": out of range");
    }
  }

  /** The rows of a document's passages, in order. */
  public static List<PassageRow> of(TaggedDocument document) {
    var rows = new ArrayList<PassageRow>(document.passages().size());
    for (var passage : document.passages()) {
      rows.add(
          new PassageRow(
              document.shard(),
              document.row(),
              document.id(),
              passage.start(),
              passage.end(),
              passage.words(),
              passage.p(),
              passage.stance()));
    }
    return rows;
  }
}
