package org.counterweight.run;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.counterweight.virality.PlannedSums;
import org.counterweight.virality.PriorShift;

/**
 * Expected true words of all documents with gated passages, each met once: what every plan on a census starts from.
 *
 * @param shift from scores to expected true words
 * @param sums for the point and every replicate
 */
public record Once(PriorShift shift, PlannedSums sums) implements Serializable {

  public Once {
    Objects.requireNonNull(shift);
    Objects.requireNonNull(sums);
  }

  /** The sums, where they were made with this shift; another version of the program may find another. */
  Optional<PlannedSums> of(PriorShift other) {
    return shift.equals(other) ? Optional.of(sums) : Optional.empty();
  }
}
