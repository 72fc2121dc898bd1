package org.counterweight.stance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for the weights of a {@link Decision} under which macro-F1 at natural rates is best: passages out of fold, each
 * with its inclusion weight. One weight at a time is moved over a grid of quarter octaves between 1 and 16 (neutral
 * stays at 1) until none helps; the smaller of equals is taken. (Lipton, Elkan and Naryanaswamy, 2014: where
 * probabilities are calibrated, F1 of a class is best at a threshold of half the F1 reached, far below a half for rare
 * classes.)
 */
final class DecisionSearch {

  private static final int STEPS = 16;
  private static final int ROUNDS = 8;
  private static final List<StanceClass> MOVED = List.of(StanceClass.DOOM, StanceClass.TRACTABLE, StanceClass.NOT_AI);

  private final List<Judged> judged;

  private DecisionSearch(List<Judged> judged) {
    this.judged = judged;
  }

  /** The best decision for these passages; {@link Decision#MOST_PROBABLE} where none weighs anything. */
  static Decision find(List<Judged> judged) {
    return new DecisionSearch(judged.stream().filter(one -> one.weight() > 0).toList()).find();
  }

  private Decision find() {
    var best = Decision.MOST_PROBABLE;
    double bestValue = macroF1(best);
    for (int round = 0; round < ROUNDS; round++) {
      var before = best;
      for (var moved : MOVED) {
        for (int step = 0; step <= STEPS; step++) {
          var tried = with(best, moved, (int) Math.rint(Decision.ONE * StrictMath.pow(2, step / 4.0)));
          double value = macroF1(tried);
          if (value > bestValue + 1e-12) {
            best = tried;
            bestValue = value;
          }
        }
      }
      if (best.equals(before)) {
        break;
      }
    }
    return best;
  }

  private static Decision with(Decision decision, StanceClass moved, int weight) {
    var weights = new ArrayList<>(decision.weights());
    weights.set(moved.ordinal(), weight);
    return new Decision(weights);
  }

  private double macroF1(Decision decision) {
    double[] right = new double[StanceClass.COUNT];
    double[] named = new double[StanceClass.COUNT];
    double[] there = new double[StanceClass.COUNT];
    for (var one : judged) {
      var truth = one.truth();
      var said = decision.classOf(one.p());
      named[said.ordinal()] += one.weight();
      there[truth.ordinal()] += one.weight();
      right[truth.ordinal()] += said == truth ? one.weight() : 0;
    }
    double[] f1 = new double[StanceClass.COUNT];
    Arrays.setAll(f1, k -> named[k] + there[k] == 0 ? 0 : 2 * right[k] / (named[k] + there[k]));
    return Arrays.stream(f1).sum() / f1.length;
  }
}
