package org.counterweight.virality;

import java.io.Serializable;
import org.counterweight.stance.Stance;
import org.counterweight.stance.TaggedDocument;

/** Words times probability of each stance over gated passages, in millionths of a word. */
public record Masses(long doom, long tractable, long mixed, long neutral, long notAi) implements Serializable {

  /** No mass. */
  public static final Masses NONE = new Masses(0, 0, 0, 0, 0);

  /** The masses of one document. */
  public static Masses of(TaggedDocument document) {
    return new Masses(
        document.mass(Stance.DOOM),
        document.mass(Stance.TRACTABLE),
        document.mass(Stance.MIXED),
        document.mass(Stance.NEUTRAL),
        document.mass(Stance.NOT_AI));
  }

  /** Both together. */
  public Masses plus(Masses other) {
    return new Masses(
        doom + other.doom,
        tractable + other.tractable,
        mixed + other.mixed,
        neutral + other.neutral,
        notAi + other.notAi);
  }
}
