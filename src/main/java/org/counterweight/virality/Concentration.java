package org.counterweight.virality;

import java.io.Serializable;
import java.util.Objects;

/**
 * How much of the doom and of the tractable mass a few hosts hold. Shares are of the mass that has a host, 0 to 1; NaN
 * where there is none, or where a correction leaves none.
 *
 * @param hosts hosts with a gated passage
 * @param hosted share of the judged doom and tractable mass that has a host
 * @param doom the hosts with most judged doom mass
 * @param tractable the hosts with most judged tractable mass
 */
public record Concentration(long hosts, double hosted, Held doom, Held tractable) implements Serializable {

  /** Of a corpus without hosts. */
  public static final Concentration NONE = new Concentration(0, 0, Held.NONE, Held.NONE);

  public Concentration {
    Objects.requireNonNull(doom);
    Objects.requireNonNull(tractable);
  }

  /** What the top hosts hold of one stance, as judged and corrected. */
  public record Held(Top judged, Top corrected) implements Serializable {

    static final Held NONE = new Held(Top.NONE, Top.NONE);
  }

  /**
   * Shares held by the first host, the first ten, and the first hundredth of all hosts (rounded up).
   *
   * @param percent hosts of nearly one mass are told apart to 1 % of it, and by name only among the first ten
   */
  public record Top(double one, double ten, double percent) implements Serializable {

    static final Top NONE = new Top(Double.NaN, Double.NaN, Double.NaN);
  }
}
