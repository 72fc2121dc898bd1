package org.counterweight.stance;

import java.io.Serializable;

/**
 * How the accurate model's head and the cascade are fitted.
 *
 * @param penalty weight of half the squared weights of the head against the mean loss, in 1e-9
 * @param iterations at most so many steps of the optimizer
 * @param kept share of the accurate model's doom mass, and of its tractable mass, that the cascade must hand to the
 *     accurate model, in millionths
 */
record StackedSettings(long penalty, int iterations, int kept) implements Serializable {

  StackedSettings {
    if (penalty <= 0 || iterations < 1) {
      throw new IllegalArgumentException(
          "Cannot train a head with penalty " + penalty + ", " + iterations + " iterations");
    }
    if (kept < 0 || kept > Probabilities.ONE) {
      throw new IllegalArgumentException("Cannot keep " + kept + " millionths of a mass");
    }
  }

  /** A slight penalty, and a fiftieth of either stance's mass left to the fast model. */
  static StackedSettings defaults() {
    return new StackedSettings(1_000_000, 500, 980_000);
  }

  double penaltyValue() {
    return penalty * 1e-9;
  }
}
