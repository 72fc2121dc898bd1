package org.counterweight.stance;

/** What a classifier decides among; mixed counts as neutral. The order is that of all vectors of four. */
enum StanceClass {
  DOOM,
  TRACTABLE,
  NEUTRAL,
  NOT_AI;

  /** How many there are. */
  static final int COUNT = 4;

  private static final StanceClass[] ALL = values();

  static StanceClass of(Stance stance) {
    return switch (stance) {
      case DOOM -> DOOM;
      case TRACTABLE -> TRACTABLE;
      case MIXED, NEUTRAL -> NEUTRAL;
      case NOT_AI -> NOT_AI;
    };
  }

  static StanceClass at(int index) {
    return ALL[index];
  }

  /** The millionths that a judgement gives to this class. */
  int of(Probabilities p) {
    return switch (this) {
      case DOOM -> p.doom();
      case TRACTABLE -> p.tractable();
      case NEUTRAL -> p.neutral() + p.mixed();
      case NOT_AI -> p.notAi();
    };
  }

  /** The name in tables and files. */
  String label() {
    return switch (this) {
      case DOOM -> "doom";
      case TRACTABLE -> "tractable";
      case NEUTRAL -> "neutral";
      case NOT_AI -> "not_ai";
    };
  }
}
