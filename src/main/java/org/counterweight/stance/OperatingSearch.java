package org.counterweight.stance;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Looks for the probability of tractable from which a document may gain.
 *
 * <p>Few passages score high, so that the share of right ones among them is mostly luck. Precision is therefore taken
 * from a curve through all passages out of fold, each with its inclusion weight: {@code q = 1 / (1 + exp(-(a s + b)))}
 * with s the log odds of p(tractable), in steps of a tenth (Platt, 1999), drawn slightly to a = 1, b = 0, the
 * calibration as it stands. Precision at a threshold is the weighted mean of q at or above it. Its interval comes from
 * redrawing families and fitting the curve again.
 *
 * <p>The point is the smallest threshold that reaches the precision wanted; failing that, the one with the best lower
 * end of the interval, at the smallest threshold that has it. Either has {@value #FEWEST} labelled passages at or above
 * it, where there are so many.
 */
final class OperatingSearch {

  /** Fewer passages than this are no evidence. */
  static final int FEWEST = 30;

  private static final int REPLICATES = 1000;
  private static final int STEPS_A_UNIT = 10;

  /** Of the curve towards the calibration as it stands, in passages. */
  private static final double PULL = 0.2;

  private final int lowest;
  private final int[] passages;
  private final TreeMap<String, double[][]> families = new TreeMap<>();
  private final double[][] all;
  private final long seed;

  private OperatingSearch(List<Judged> judged, long seed) {
    this.seed = seed;
    this.lowest = judged.stream().mapToInt(OperatingSearch::step).min().orElse(0);
    int steps = 1 + judged.stream().mapToInt(OperatingSearch::step).max().orElse(0) - lowest;
    this.passages = new int[steps];
    for (var one : judged) {
      int step = step(one) - lowest;
      double[][] sums = families.computeIfAbsent(one.passage().source(), name -> new double[2][steps]);
      sums[0][step] += one.weight();
      sums[1][step] += one.passage().label() == Stance.TRACTABLE ? one.weight() : 0;
      passages[step]++;
    }
    this.all = sums(-1);
  }

  /** The point to operate at. */
  static OperatingPoint find(List<Judged> judged, TrainingSettings settings) {
    return new OperatingSearch(judged, settings.seed()).find(settings.precision() / (double) Probabilities.ONE);
  }

  private OperatingPoint find(double wanted) {
    double[] precision = precision(all);
    double[][] draws = new double[REPLICATES][];
    for (int r = 0; r < REPLICATES; r++) {
      draws[r] = precision(sums(r));
    }
    int best = -1;
    int reached = -1;
    double bestLow = -1;
    int above = 0;
    for (int step = passages.length - 1; step >= 0; step--) {
      above += passages[step];
      if (passages[step] == 0 || above < FEWEST && step > 0) {
        continue;
      }
      reached = precision[step] >= wanted ? step : reached;
      double low = quantile(draws, step, 0.025);
      if (low >= bestLow) {
        bestLow = low;
        best = step;
      }
    }
    return reached >= 0 ? point(reached, precision, draws, true) : point(best, precision, draws, false);
  }

  private OperatingPoint point(int step, double[] precision, double[][] draws, boolean reached) {
    int above = Arrays.stream(passages, step, passages.length).sum();
    int value = millionths(precision[step]);
    int low = Math.min(value, millionths(quantile(draws, step, 0.025)));
    int high = Math.max(value, millionths(quantile(draws, step, 0.975)));
    double edge = (lowest + step) / (double) STEPS_A_UNIT;
    int threshold = (int) Math.ceil(Probabilities.ONE / (1 + StrictMath.exp(-edge)));
    return new OperatingPoint(threshold, value, low, high, above, reached);
  }

  /** Weights and right weights by step, families redrawn; as they are for a negative replicate. */
  private double[][] sums(int replicate) {
    double[][] sums = new double[2][passages.length];
    families.forEach(
        (family, own) -> {
          int times = replicate < 0 ? 1 : Hash.poisson(Hash.uniform(seed, replicate, Hash.of(family)));
          for (int step = 0; step < passages.length; step++) {
            sums[0][step] += times * own[0][step];
            sums[1][step] += times * own[1][step];
          }
        });
    return sums;
  }

  /** For each step the precision at or above it: the curve fitted to these sums, averaged over all passages. */
  private double[] precision(double[][] sums) {
    double[] curve = Lbfgs.minimise((x, gradient) -> loss(x, gradient, sums), new double[] {1, 0}, 50);
    double[] precision = new double[passages.length];
    double weight = 0;
    double right = 0;
    for (int step = precision.length - 1; step >= 0; step--) {
      weight += all[0][step];
      right += all[0][step] * logistic(curve, step);
      precision[step] = weight == 0 ? 0 : right / weight;
    }
    return precision;
  }

  private double loss(double[] x, double[] gradient, double[][] sums) {
    gradient[0] = PULL * (x[0] - 1);
    gradient[1] = PULL * x[1];
    double loss = PULL * ((x[0] - 1) * (x[0] - 1) + x[1] * x[1]) / 2;
    for (int step = 0; step < passages.length; step++) {
      if (sums[0][step] == 0) {
        continue; // adds nothing; sharp classifiers leave most steps empty
      }
      double q = logistic(x, step);
      double wrong = sums[0][step] - sums[1][step];
      loss -= sums[1][step] * StrictMath.log(Math.max(1e-300, q)) + wrong * StrictMath.log(Math.max(1e-300, 1 - q));
      double error = q * sums[0][step] - sums[1][step];
      gradient[0] += error * middle(step);
      gradient[1] += error;
    }
    return loss;
  }

  private double logistic(double[] curve, int step) {
    return 1 / (1 + StrictMath.exp(-curve[0] * middle(step) - curve[1]));
  }

  private double middle(int step) {
    return (lowest + step + 0.5) / STEPS_A_UNIT;
  }

  private static int step(Judged one) {
    double p = (one.p().tractable() + 0.5) / (Probabilities.ONE + 1);
    return (int) Math.floor(STEPS_A_UNIT * StrictMath.log(p / (1 - p)));
  }

  private static double quantile(double[][] draws, int step, double share) {
    double[] sorted = Arrays.stream(draws).mapToDouble(draw -> draw[step]).sorted().toArray();
    return sorted[(int) Math.rint(share * (sorted.length - 1))];
  }

  private static int millionths(double share) {
    return (int) Math.rint(share * Probabilities.ONE);
  }
}
