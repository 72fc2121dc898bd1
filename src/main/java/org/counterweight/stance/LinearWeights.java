package org.counterweight.stance;

import java.io.Serializable;
import java.util.List;

/**
 * The weights of a linear model: four 16-bit integers a bucket, side by side, since one look-up needs all four.
 *
 * @param features how a text becomes buckets
 * @param weights at 4 bucket + class
 * @param intercepts per class in 1e-9
 * @param scale of one unit of weight in 1e-12
 */
record LinearWeights(FeatureSettings features, short[] weights, List<Long> intercepts, long scale)
    implements Serializable {

  /** Added to the number of tokens, so that very short texts are not judged by one word. */
  static final int PRIOR_TOKENS = 5;

  LinearWeights {
    intercepts = List.copyOf(intercepts);
    if (weights.length != StanceClass.COUNT * features.buckets()) {
      throw new IllegalArgumentException("Cannot hold " + weights.length + " weights: not four a bucket");
    }
  }

  /** Raw scores of a text, or null if it has no tokens. */
  double[] score(String text) {
    var sum = new Sum(weights);
    int tokens = NGrams.visit(text, features, sum);
    if (tokens == 0) {
      return null;
    }
    sum.add();
    double unit = unit(tokens);
    return new double[] {
      intercept(0) + unit * sum.doom,
      intercept(1) + unit * sum.tractable,
      intercept(2) + unit * sum.neutral,
      intercept(3) + unit * sum.notAi
    };
  }

  /** What one unit of weight adds to the raw score of a text of so many tokens. */
  double unit(int tokens) {
    return scale * 1e-12 * norm(tokens);
  }

  /** What the occurrences of n-grams are scaled by. */
  static double norm(int tokens) {
    return 1 / Math.sqrt(tokens + PRIOR_TOKENS);
  }

  double intercept(int k) {
    return intercepts.get(k) * 1e-9;
  }

  /**
   * Exact sums of the weights of a text's n-grams. Buckets are noted down and looked up many at a time: the table is
   * larger than a processor's nearest memory, which answers many questions in a row as fast as one in between.
   */
  private static final class Sum implements NGrams.Visitor {
    private final short[] weights;
    private final int[] noted = new int[512];
    private int count;
    private long doom;
    private long tractable;
    private long neutral;
    private long notAi;

    private Sum(short[] weights) {
      this.weights = weights;
    }

    @Override
    public void visit(int bucket, int start, int end) {
      noted[count++] = bucket;
      if (count == noted.length) {
        add();
      }
    }

    private void add() {
      for (int i = 0; i < count; i++) {
        int at = StanceClass.COUNT * noted[i];
        doom += weights[at];
        tractable += weights[at + 1];
        neutral += weights[at + 2];
        notAi += weights[at + 3];
      }
      count = 0;
    }
  }
}
