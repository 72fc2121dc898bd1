package org.counterweight.stance;

import java.util.Objects;

/**
 * A passage with the stance that a reader gave it.
 *
 * @param id its name in the set, empty where it has none
 * @param text what the reader saw
 * @param label the reader's stance
 * @param sure whether the reader was sure
 * @param random whether it was drawn at random, so that it shows natural rates
 * @param source the family of sources it comes from; cross-validation keeps families whole
 * @param genre its genre, empty where unknown
 */
public record LabelledPassage(
    String id, String text, Stance label, boolean sure, boolean random, String source, String genre) {

  public LabelledPassage {
    Objects.requireNonNull(id);
    Objects.requireNonNull(text);
    Objects.requireNonNull(label);
    Objects.requireNonNull(source);
    Objects.requireNonNull(genre);
  }

  /** A sure passage drawn at random. */
  public static LabelledPassage of(String text, Stance label, String source) {
    return new LabelledPassage("", text, label, true, true, source, "");
  }
}
