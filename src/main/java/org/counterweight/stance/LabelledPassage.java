package org.counterweight.stance;

import java.util.Objects;

/**
 * A passage with the stance that a reader gave it.
 *
 * @param id its name in the set, empty where it has none
 * @param text what the reader saw
 * @param label the reader's stance
 * @param sure whether the reader was sure
 * @param draw how it came to be labelled
 * @param source the family of sources it comes from; cross-validation keeps families whole
 * @param genre its genre, empty where unknown
 */
public record LabelledPassage(
    String id, String text, Stance label, boolean sure, Draw draw, String source, String genre) {

  public LabelledPassage {
    Objects.requireNonNull(id);
    Objects.requireNonNull(text);
    Objects.requireNonNull(label);
    Objects.requireNonNull(draw);
    Objects.requireNonNull(source);
    Objects.requireNonNull(genre);
  }

  /** A sure passage drawn at random. */
  public static LabelledPassage of(String text, Stance label, String source) {
    return new LabelledPassage("", text, label, true, Draw.RANDOM, source, "");
  }

  /** Whether it shows natural rates. */
  boolean random() {
    return draw == Draw.RANDOM;
  }

  /** Whether it was written to show a stance. */
  boolean written() {
    return draw == Draw.WRITTEN;
  }

  /** Whether rates and errors are measured on it; the others only teach. */
  public boolean measured() {
    return draw == Draw.RANDOM || draw == Draw.ENRICHED;
  }
}
