package org.counterweight.stance;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.counterweight.corpus.Engagement;
import org.counterweight.work.Sketch;
import org.counterweight.work.TextId;

/**
 * A document with at least one gated passage, after judging: all that the later stages know of it. Its text is gone.
 *
 * @param shard {@code <input number>/<relative path>}
 * @param row 0-based record of the shard
 * @param id the record's id, empty where it has none
 * @param source its source, empty where unknown
 * @param host its host, empty where unknown
 * @param month its month as {@code 2016-08}, empty where unknown
 * @param words words of the whole document
 * @param tokens the corpus's token count, or -1
 * @param copiesDeclared copies the corpus declares, or 0
 * @param synthetic whether the corpus marks it as machine-written
 * @param overlapsEvaluation whether it shares a word sequence with an evaluation text
 * @param sha256 lower-case hexadecimal SHA-256 of the text in UTF-8
 * @param engagement readers' reactions, missing values left out
 * @param passages the gated passages in order; ungated ones are not listed
 * @param sketch of its text, to find its near-copies; empty where the text is not known
 */
public record TaggedDocument(
    String shard,
    long row,
    String id,
    String source,
    String host,
    String month,
    int words,
    long tokens,
    long copiesDeclared,
    boolean synthetic,
    boolean overlapsEvaluation,
    String sha256,
    List<Engagement> engagement,
    List<JudgedPassage> passages,
    Sketch sketch)
    implements Serializable {

  public TaggedDocument {
    Objects.requireNonNull(shard);
    Objects.requireNonNull(id);
    Objects.requireNonNull(source);
    Objects.requireNonNull(host);
    Objects.requireNonNull(month);
    Objects.requireNonNull(sketch);
    engagement = List.copyOf(engagement);
    passages = List.copyOf(passages);
    if (sha256.length() != 64) {
      throw new IllegalArgumentException("Cannot hold text digest of " + sha256.length() + " characters: not SHA-256");
    }
  }

  /** A document without a sketch, which has no copies but exact ones; it overlaps with no evaluation text. */
  public TaggedDocument(
      String shard,
      long row,
      String id,
      String source,
      String host,
      String month,
      int words,
      long tokens,
      long copiesDeclared,
      boolean synthetic,
      String sha256,
      List<Engagement> engagement,
      List<JudgedPassage> passages) {
    this(
        shard, row, id, source, host, month, words, tokens, copiesDeclared, synthetic, false, sha256, engagement,
        passages, Sketch.EMPTY);
  }

  /** Names its text. */
  public TextId text() {
    return TextId.of(sha256);
  }

  /** Whether it is an AI document: at least one gated passage not judged {@code not_ai}. */
  public boolean aboutAi() {
    for (var passage : passages) {
      if (passage.stance() != Stance.NOT_AI) {
        return true;
      }
    }
    return false;
  }

  /** Words times probability over the gated passages, in millionths of a word. */
  public long mass(Stance stance) {
    long mass = 0;
    for (var passage : passages) {
      mass += (long) passage.words() * passage.p().of(stance);
    }
    return mass;
  }

  /** The key that random choices depend on: (source, id, digest of the text), never the file layout. */
  public String key() {
    return source + '\n' + id + '\n' + sha256;
  }
}
