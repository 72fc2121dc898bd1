package org.counterweight.stance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for the smallest probability of tractable at which the precision wanted is reached; failing that, for the most
 * precise point. Either has at least {@value #FEWEST} labelled passages at or above it.
 */
final class OperatingSearch {

  /** Fewer passages than this are no evidence. */
  static final int FEWEST = 20;

  private static final int REPLICATES = 1000;

  private final List<Judged> ranked;
  private final long seed;

  private OperatingSearch(List<Judged> judged, long seed) {
    this.ranked = new ArrayList<>(judged);
    this.ranked.sort(Comparator.comparing((Judged one) -> -one.p().tractable()));
    this.seed = seed;
  }

  /** The point to operate at. */
  static OperatingPoint find(List<Judged> judged, TrainingSettings settings) {
    var search = new OperatingSearch(judged, settings.seed());
    return search.find(settings.precision() / (double) Probabilities.ONE);
  }

  private OperatingPoint find(double wanted) {
    int reached = 0;
    int best = ranked.size();
    double bestPrecision = -1;
    double right = 0;
    double all = 0;
    for (int n = 1; n <= ranked.size(); n++) {
      var one = ranked.get(n - 1);
      all += one.weight();
      right += isRight(one) ? one.weight() : 0;
      boolean tie = n < ranked.size() && ranked.get(n).p().tractable() == one.p().tractable();
      if (tie || n < FEWEST || all == 0) {
        continue;
      }
      if (right / all >= wanted) {
        reached = n;
      }
      if (right / all > bestPrecision) {
        bestPrecision = right / all;
        best = n;
      }
    }
    return reached > 0 ? point(reached, true) : point(best, false);
  }

  private OperatingPoint point(int passages, boolean reached) {
    var above = ranked.subList(0, passages);
    double precision = precision(above, family -> 1);
    double[] draws = new double[REPLICATES];
    int drawn = 0;
    for (int r = 0; r < REPLICATES; r++) {
      int replicate = r;
      double draw =
          precision(above, family -> Hash.poisson(Hash.uniform(seed, replicate, Hash.of(family))));
      if (!Double.isNaN(draw)) {
        draws[drawn++] = draw;
      }
    }
    Arrays.sort(draws, 0, drawn);
    double low = drawn == 0 ? 0 : Math.min(precision, draws[(int) (0.025 * (drawn - 1))]);
    double high = drawn == 0 ? 1 : Math.max(precision, draws[(int) Math.ceil(0.975 * (drawn - 1))]);
    int threshold = above.get(passages - 1).p().tractable();
    return new OperatingPoint(threshold, millionths(precision), millionths(low), millionths(high), passages, reached);
  }

  private interface FamilyWeight {
    int of(String family);
  }

  private static double precision(List<Judged> above, FamilyWeight families) {
    double right = 0;
    double all = 0;
    for (var one : above) {
      double weight = one.weight() * families.of(one.passage().source());
      all += weight;
      right += isRight(one) ? weight : 0;
    }
    return right / all;
  }

  private static boolean isRight(Judged one) {
    return one.passage().label() == Stance.TRACTABLE;
  }

  private static int millionths(double share) {
    return Double.isNaN(share) ? 0 : (int) Math.rint(share * Probabilities.ONE);
  }
}
