package org.counterweight.virality;

import java.util.Random;
import java.util.SplittableRandom;
import org.counterweight.stance.Probabilities;

/**
 * A world with known truth. Each work has a true class; a passage of class k has features e_k * separation + noise, and
 * its probabilities are the exact posterior under equal shares of the four classes, so they are calibrated there and
 * not in a corpus of other shares. Validation passages come from the same world.
 */
final class Simulation {

  private final Random random;
  private final double separation;

  Simulation(long seed, double separation) {
    random = new Random(seed);
    this.separation = separation;
  }

  /** Soft scores of a passage of a true class. */
  double[] scores(int k) {
    var scores = new double[4];
    double sum = 0;
    for (int j = 0; j < 4; j++) {
      scores[j] = StrictMath.exp(separation * ((j == k ? separation : 0) + random.nextGaussian()));
      sum += scores[j];
    }
    for (int j = 0; j < 4; j++) {
      scores[j] /= sum;
    }
    return scores;
  }

  static Probabilities probabilities(double[] scores) {
    return Probabilities.of(scores[0], scores[1], scores[2] / 2, scores[2] / 2, scores[3]);
  }

  /** A true class drawn by shares. */
  int trueClass(double... shares) {
    double u = random.nextDouble();
    int k = 0;
    while (k < 3 && u >= shares[k]) {
      u -= shares[k++];
    }
    return k;
  }

  int words() {
    return 50 + random.nextInt(350);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Validation passages: this many of each class. */
  Validation validation(int each) {
    var passages = new double[4][each][];
    for (int k = 0; k < 4; k++) {
      for (int i = 0; i < each; i++) {
        passages[k][i] = scores(k);
      }
    }
    return new Validation(passages, random.nextLong());
  }

  /** Mean scores by true class, redrawn with replacement within each class. */
  record Validation(double[][][] passages, long seed) implements MatrixDraws {

    @Override
    public double[][] point() {
      return mean(null);
    }

    @Override
    public double[][] draw(int replicate) {
      return mean(new SplittableRandom(seed + replicate));
    }

    private double[][] mean(SplittableRandom drawing) {
      var mean = new double[4][4];
      for (int k = 0; k < 4; k++) {
        int n = passages[k].length;
        for (int i = 0; i < n; i++) {
          double[] scores = passages[k][drawing == null ? i : drawing.nextInt(n)];
          for (int j = 0; j < 4; j++) {
            mean[j][k] += scores[j] / n;
          }
        }
      }
      return mean;
    }

    @Override
    public int[] counts() {
      return new int[] {passages[0].length, passages[1].length, passages[2].length, passages[3].length};
    }
  }
}
