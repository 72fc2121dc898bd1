package org.counterweight.plan;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * A document not about AI that may serve as placebo.
 *
 * @param part number of the part of the input that holds it
 * @param row its row in the shard
 * @param id the record's id; empty where it has none
 * @param source where it is from
 * @param text lower-case hexadecimal SHA-256 of its text
 * @param words its words, above zero
 */
public record Control(int part, long row, String id, String source, String text, int words) implements Serializable {
  /** By key; copies with the same key are the same to a plan, and the place only settles which row is listed. */
  static final Comparator<Control> ORDER =
      Comparator.comparing(Control::key).thenComparing(Control::part).thenComparing(Control::row);

  public Control {
    Objects.requireNonNull(id);
    Objects.requireNonNull(source);
    Objects.requireNonNull(text);
    if (words < 1) {
      throw new IllegalArgumentException(
          "Cannot take a document of " + words + " words for a placebo: it has no length");
    }
  }

  /** What its draw depends on. */
  public String key() {
    return source + '\n' + id + '\n' + text;
  }

  /** Documents that it may stand for. */
  public Cell cell() {
    return Cell.of(source, words);
  }

  /**
   * Whether the census keeps a document of this text: the share of all texts with the smallest hashes, so that copies
   * are kept together and a larger share keeps what a smaller one does.
   *
   * @param share above 0, at most 1
   */
  public static boolean kept(String text, double share) {
    return share >= 1 || Draw.of(0, "control\n" + text) < share;
  }
}
