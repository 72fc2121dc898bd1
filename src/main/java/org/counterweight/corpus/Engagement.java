package org.counterweight.corpus;

import java.io.Serializable;
import java.util.Objects;

/**
 * A number that readers' reactions left on a document.
 *
 * @param field the dotted path it was read from, such as {@code metadata.score}; half of its stratum's name
 * @param value the number as a person would read it; negative scores are kept
 */
public record Engagement(String field, double value) implements Serializable {

  public Engagement {
    Objects.requireNonNull(field);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("Cannot hold engagement " + value + " of " + field + ": not finite");
    }
  }
}
