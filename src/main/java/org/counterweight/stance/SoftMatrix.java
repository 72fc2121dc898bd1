package org.counterweight.stance;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * The soft confusion matrix A: A[j][k] is the word-weighted mean probability of class j over passages of true class k,
 * classes doom, tractable, other (mixed and neutral), not_ai, from scores out of fold. Its columns add up to one.
 *
 * <p>It is kept as integer sums per family, so that a replicate of the bootstrap can redraw families: each gets a
 * Poisson(1) weight from a hash of (seed, replicate, family). Where a draw is left without words of a true class, that
 * class's column is the one of all families: the draw says nothing about it.
 *
 * @param families the sums of each family, in order of their names
 */
public record SoftMatrix(List<FamilySums> families) implements Serializable {

  /** Classes of the matrix. */
  public static final int CLASSES = 4;

  public SoftMatrix {
    families = List.copyOf(families);
    if (families.isEmpty()) {
      throw new IllegalArgumentException("Cannot hold a soft matrix without passages");
    }
  }

  /**
   * What a family adds.
   *
   * @param family its name
   * @param mass at 4 j + k: inclusion weight x words x probability of class j over true class k, in millionths
   * @param words inclusion weight x words of true class k, in millionths
   * @param passages labelled passages of true class k, unweighted
   * @param random those of them that were drawn at random
   */
  public record FamilySums(String family, List<Long> mass, List<Long> words, List<Long> passages, List<Long> random)
      implements Serializable {

    public FamilySums {
      mass = List.copyOf(mass);
      words = List.copyOf(words);
      passages = List.copyOf(passages);
      random = List.copyOf(random);
      if (mass.size() != CLASSES * CLASSES
          || words.size() != CLASSES
          || passages.size() != CLASSES
          || random.size() != CLASSES) {
        throw new IllegalArgumentException("Cannot hold sums of family '" + family + "': not of four classes");
      }
      if (Collections.min(mass) < 0 || Collections.min(words) < 0) {
        throw new IllegalArgumentException("Cannot hold sums of family '" + family + "': negative");
      }
    }
  }

  /** A over all families. */
  public double[][] matrix() {
    return matrixOf(allOnce());
  }

  /** A over one redraw of the families. */
  public double[][] draw(int replicate, long seed) {
    return matrixOf(weights(replicate, seed));
  }

  /** True shares of the classes by words among gated passages, at natural rates; they add up to one. */
  public double[] classShares() {
    return sharesOf(allOnce());
  }

  /** The class shares of the same redraw as {@link #draw}. */
  public double[] drawShares(int replicate, long seed) {
    return sharesOf(weights(replicate, seed));
  }

  /** Labelled passages behind each column. */
  public long[] passages() {
    return total(FamilySums::passages);
  }

  /** Those of them that were drawn at random. */
  public long[] randomPassages() {
    return total(FamilySums::random);
  }

  private double[][] matrixOf(int[] weights) {
    double[][] matrix = new double[CLASSES][CLASSES];
    for (int k = 0; k < CLASSES; k++) {
      int[] used = wordsOf(k, weights) > 0 ? weights : allOnce();
      double words = wordsOf(k, used);
      for (int j = 0; j < CLASSES; j++) {
        matrix[j][k] = words > 0 ? massOf(j, k, used) / words : j == k ? 1 : 0;
      }
      normalise(matrix, k);
    }
    return matrix;
  }

  /** Takes away what rounding left over, so that the column adds up to one. */
  private static void normalise(double[][] matrix, int k) {
    double sum = 0;
    for (double[] row : matrix) {
      sum += row[k];
    }
    for (double[] row : matrix) {
      row[k] /= sum;
    }
  }

  private double[] sharesOf(int[] weights) {
    double all = 0;
    double[] shares = new double[CLASSES];
    for (int k = 0; k < CLASSES; k++) {
      shares[k] = wordsOf(k, weights);
      all += shares[k];
    }
    if (all == 0) {
      return classShares();
    }
    for (int k = 0; k < CLASSES; k++) {
      shares[k] /= all;
    }
    return shares;
  }

  private double wordsOf(int k, int[] weights) {
    long sum = 0;
    for (int f = 0; f < weights.length; f++) {
      sum += weights[f] * families.get(f).words().get(k);
    }
    return sum;
  }

  private double massOf(int j, int k, int[] weights) {
    long sum = 0;
    for (int f = 0; f < weights.length; f++) {
      sum += weights[f] * families.get(f).mass().get(CLASSES * j + k);
    }
    return sum;
  }

  private int[] allOnce() {
    int[] weights = new int[families.size()];
    Arrays.fill(weights, 1);
    return weights;
  }

  private int[] weights(int replicate, long seed) {
    int[] weights = new int[families.size()];
    for (int f = 0; f < weights.length; f++) {
      weights[f] = Hash.poisson(Hash.uniform(seed, replicate, Hash.of(families.get(f).family())));
    }
    return weights;
  }

  private long[] total(Function<FamilySums, List<Long>> counts) {
    long[] total = new long[CLASSES];
    for (var family : families) {
      for (int k = 0; k < CLASSES; k++) {
        total[k] += counts.apply(family).get(k);
      }
    }
    return total;
  }

  /** Boxes sums for a record. */
  static List<Long> boxed(long[] values) {
    var boxed = new ArrayList<Long>(values.length);
    for (long value : values) {
      boxed.add(value);
    }
    return boxed;
  }
}
