package org.counterweight.stance;

import java.io.Serializable;

/**
 * Calibrated probabilities of the five stances in millionths, so that sums over a corpus are exact whatever their
 * order. They add up to 1,000,000.
 */
public record Probabilities(int doom, int tractable, int mixed, int neutral, int notAi) implements Serializable {

  /** Millionths in one. */
  public static final int ONE = 1_000_000;

  /** Certainty that a text is not about AI. */
  public static final Probabilities NOT_AI = new Probabilities(0, 0, 0, 0, ONE);

  public Probabilities {
    if (doom < 0 || tractable < 0 || mixed < 0 || neutral < 0 || notAi < 0) {
      throw new IllegalArgumentException("Cannot hold a negative probability");
    }
    if (doom + tractable + mixed + neutral + notAi != ONE) {
      throw new IllegalArgumentException("Cannot hold probabilities that do not add up to one");
    }
  }

  /** Rounds five shares (in {@link Stance} order, adding up to about one) to millionths; the largest takes the rest. */
  public static Probabilities of(double... shares) {
    int[] micro = new int[5];
    int largest = 0;
    int sum = 0;
    for (int k = 0; k < 5; k++) {
      micro[k] = (int) Math.rint(shares[k] * ONE);
      sum += micro[k];
      largest = shares[k] > shares[largest] ? k : largest;
    }
    micro[largest] += ONE - sum;
    return new Probabilities(micro[0], micro[1], micro[2], micro[3], micro[4]);
  }

  /** The probability of a stance, in millionths. */
  public int of(Stance stance) {
    return switch (stance) {
      case DOOM -> doom;
      case TRACTABLE -> tractable;
      case MIXED -> mixed;
      case NEUTRAL -> neutral;
      case NOT_AI -> notAi;
    };
  }

  /** The most probable stance; the first in {@link Stance} order among equals. */
  public Stance stance() {
    var best = Stance.DOOM;
    for (var stance : Stance.values()) {
      best = of(stance) > of(best) ? stance : best;
    }
    return best;
  }
}
