package org.counterweight.stance;

import java.util.Locale;

/** How a passage frames AI. The order is fixed: scores, matrices and files follow it. */
public enum Stance {
  DOOM,
  TRACTABLE,
  MIXED,
  NEUTRAL,
  NOT_AI;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name used in files: lower case. */
  public String label() {
    return label;
  }

  /**
   * The stance with a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Stance of(String label) {
    for (var stance : values()) {
      if (stance.label().equals(label)) {
        return stance;
      }
    }
    throw new IllegalArgumentException(
        "Cannot read stance '" + label + "': not one of doom, tractable, mixed, neutral, not_ai");
  }
}
