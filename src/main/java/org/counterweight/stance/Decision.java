package org.counterweight.stance;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;

/**
 * Which one stance to name, given probabilities: the class whose probability times its weight is largest; the first in
 * {@link Stance} order among equals. Stances are rare, so a passage that is one part in four doom is a find, though
 * neutral is likelier; naming the most probable class would name hardly any. Masses, odds and gains never use it: they
 * rest on the probabilities.
 *
 * @param weights of doom, tractable, neutral and not_ai, in thousandths; neutral covers mixed
 */
public record Decision(List<Integer> weights) implements Serializable {

  /** Thousandths in one. */
  static final int ONE = 1000;

  /** Names the most probable class. */
  public static final Decision MOST_PROBABLE = new Decision(Collections.nCopies(StanceClass.COUNT, ONE));

  public Decision {
    weights = List.copyOf(weights);
    if (weights.size() != StanceClass.COUNT || Collections.min(weights) <= 0) {
      throw new IllegalArgumentException("Cannot decide among four stances by weights " + weights);
    }
  }

  /** The stance to name. Between neutral and mixed the more probable one stands for both. */
  public Stance of(Probabilities p) {
    return switch (classOf(p)) {
      case DOOM -> Stance.DOOM;
      case TRACTABLE -> Stance.TRACTABLE;
      case NEUTRAL -> p.mixed() > p.neutral() ? Stance.MIXED : Stance.NEUTRAL;
      case NOT_AI -> Stance.NOT_AI;
    };
  }

  StanceClass classOf(Probabilities p) {
    var best = StanceClass.DOOM;
    for (var one : StanceClass.values()) {
      best = score(one, p) > score(best, p) ? one : best;
    }
    return best;
  }

  private long score(StanceClass one, Probabilities p) {
    return (long) one.of(p) * weights.get(one.ordinal());
  }
}
