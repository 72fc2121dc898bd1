package org.counterweight.review;

import java.util.List;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.Stance;

/** The four classes that masses are estimated of, in their order. */
final class Classes {

  static final int COUNT = 4;
  static final int DOOM = 0;
  static final int TRACTABLE = 1;
  static final int OTHER = 2;
  static final int NOT_AI = 3;

  /** Their names in files and tables. */
  static final List<String> NAMES = List.of("doom", "tractable", "other", "not_ai");

  private Classes() {}

  /** The class of a label. */
  static int of(Stance label) {
    return switch (label) {
      case DOOM -> DOOM;
      case TRACTABLE -> TRACTABLE;
      case MIXED, NEUTRAL -> OTHER;
      case NOT_AI -> NOT_AI;
    };
  }

  /** The judged probability of a class, in millionths. */
  static int of(Probabilities p, int k) {
    return switch (k) {
      case DOOM -> p.doom();
      case TRACTABLE -> p.tractable();
      case OTHER -> p.mixed() + p.neutral();
      default -> p.notAi();
    };
  }
}
