package org.counterweight.plan;

import java.util.Objects;
import org.counterweight.virality.Estimates;
import org.counterweight.virality.Figure;

/**
 * What virality has shown of the corpus; {@code debias} acts on it.
 *
 * @param vCopies corrected odds over documents : over works
 * @param vEngagement expected engagement of doom : of tractable
 */
public record Circumstances(Figure vCopies, Figure vEngagement) {

  public Circumstances {
    Objects.requireNonNull(vCopies);
    Objects.requireNonNull(vEngagement);
  }

  /** The figures of a corpus. */
  public static Circumstances of(Estimates corpus) {
    return new Circumstances(corpus.vCopies(), corpus.vEngagement());
  }

  /** Nothing is known. */
  public static Circumstances unknown() {
    Figure none = Figure.notIdentifiable("not estimated");
    return new Circumstances(none, none);
  }
}
