package org.counterweight.virality;

import org.counterweight.stance.TaggedDocument;

/** The judged masses of all hosts, as far as their concentration asks. Not safe for threads. */
public final class HostMasses {

  private final HostRanking doom = new HostRanking(Ratios.DOOM);
  private final HostRanking tractable = new HostRanking(Ratios.TRACTABLE);
  private long[] unhosted = new long[ClassShares.CLASSES];

  /** The masses of a document: doom, tractable, other and not_ai, in millionths of a word. */
  public static long[] of(TaggedDocument document) {
    var mass = Masses.of(document);
    return new long[] {mass.doom(), mass.tractable(), mass.mixed() + mass.neutral(), mass.notAi()};
  }

  /** Both together. */
  public static long[] plus(long[] one, long[] other) {
    var both = new long[one.length];
    for (int k = 0; k < both.length; k++) {
      both[k] = Math.addExact(one[k], other[k]);
    }
    return both;
  }

  /** Adds a host that was not added before; the empty name is that of documents without a host. */
  public void add(String host, long[] mass) {
    if (host.isEmpty()) {
      unhosted = plus(unhosted, mass);
    } else {
      doom.add(host, mass);
      tractable.add(host, mass);
    }
  }

  /**
   * What a few hosts hold.
   *
   * @param inverse A^-1, or null where nothing can be corrected
   */
  Concentration concentration(double[][] inverse) {
    if (doom.hosts() == 0) {
      return Concentration.NONE;
    }
    double with = (double) doom.total()[0] + doom.total()[1];
    double without = (double) unhosted[0] + unhosted[1];
    return new Concentration(
        doom.hosts(),
        with + without > 0 ? with / (with + without) : 0,
        doom.held(inverse == null ? null : inverse[0]),
        tractable.held(inverse == null ? null : inverse[1]));
  }
}
