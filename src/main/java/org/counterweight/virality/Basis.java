package org.counterweight.virality;

import java.util.EnumMap;
import java.util.Map;

/**
 * The masses of one part from which its figures derive, either as judged or corrected. A level is worked out once, and
 * only when a figure that is not refused asks for it: corrections of all replicates take most of the time of an
 * estimate. Not safe for threads.
 */
final class Basis {

  static final String AS_JUDGED = "as judged: the classifier's errors are not corrected";

  private final MassSums sums;
  private final SampleSize size;

  /** By replicate, the point's at 0; null where masses are as judged. */
  private final Correction[] corrections;

  private final String refusal;
  private final String caveat;
  private final Basis judged;
  private final Map<Level, double[][]> masses = new EnumMap<>(Level.class);
  private final Map<Level, String> reasons = new EnumMap<>(Level.class);

  private Basis(MassSums sums, SampleSize size, Correction[] corrections, String refusal, Basis judged) {
    this.sums = sums;
    this.size = size;
    this.corrections = corrections;
    this.refusal = refusal;
    this.judged = judged == null ? this : judged;
    caveat = corrections == null ? AS_JUDGED : "";
  }

  /** The masses as judged. */
  static Basis judged(MassSums sums, SampleSize size) {
    return new Basis(sums, size, null, "", null);
  }

  /**
   * The same corrected.
   *
   * @param corrections by replicate, the point's at 0
   * @param refusal why nothing can be corrected; empty where something can
   */
  Basis corrected(Correction[] corrections, String refusal) {
    return new Basis(sums, size, corrections, refusal, this);
  }

  CopyCounts copies() {
    return sums.copies();
  }

  /** What every figure of copying that derives from these masses has to say of itself; empty where corrected. */
  String caveat() {
    return caveat;
  }

  /** The four classes' masses in words, by replicate. */
  double[][] at(Level level) {
    return masses.computeIfAbsent(level, this::masses);
  }

  /** Those of the point alone. */
  double[] point(Level level) {
    if (masses.containsKey(level)) {
      return masses.get(level)[0];
    }
    return corrections == null ? sums.at(level, 0) : corrections[0].of(sums.at(level, 0));
  }

  private double[][] masses(Level level) {
    var fit = new NearestFit();
    var all = new double[sums.weights().replicates() + 1][];
    for (int r = 0; r < all.length; r++) {
      all[r] = corrections == null ? sums.at(level, r) : corrections[r].of(judged.at(level)[r], fit);
    }
    return all;
  }

  /** Why no odds can be had on this level, empty where they can. */
  String reason(Level level) {
    return reasons.computeIfAbsent(level, any -> {
      String few = corrections == null ? size.of(sums, judged.at(level)) : judged.reason(level);
      return few.isEmpty() ? refusal : few;
    });
  }

  /**
   * Why copies on this level above works cannot be seen, empty where they can.
   *
   * @param level documents, hosts, or declared
   */
  String reasonOfCopies(Level level) {
    if (level == Level.HOSTS) {
      var undeclared = new CopyCounts(sums.copies().documents(), sums.copies().works(), 0);
      String hidden = size.ofCopies(undeclared, () -> Double.POSITIVE_INFINITY);
      if (!hidden.isEmpty() || !sums.hosted()) {
        return hidden.isEmpty() ? "no work is known to stand on two hosts" : hidden;
      }
    }
    return size.ofCopies(sums.copies(), () -> copiedWorks(level));
  }

  /** The effective number of works behind the doom and tractable mass that copies add. */
  private double copiedWorks(Level level) {
    double[] factors = corrections == null ? new double[] {1, 1, 0, 0} : corrections[0].sides();
    double[][] above = judged.at(level);
    double[][] works = judged.at(Level.WORKS);
    var added = new double[above.length];
    for (int r = 0; r < added.length; r++) {
      for (int j = 0; j < factors.length; j++) {
        added[r] += factors[j] * (above[r][j] - works[r][j]);
      }
    }
    return SampleSize.effectiveWorks(added);
  }
}
