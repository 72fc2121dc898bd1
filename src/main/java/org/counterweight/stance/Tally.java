package org.counterweight.stance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of judged passages, computed from arrays once laid out, so that a thousand redraws cost little.
 *
 * <p>Expected calibration error: ten bins of equal width over the probability of the likeliest class, named or not; the
 * mean over passages of the bin's |share right - mean probability| (Naeini et al., 2015). Average precision: the mean
 * over a class's passages of the precision at its rank, ties taken in order. Flips: passages of a stance that were
 * judged the opposite one, among those of a stance.
 */
final class Tally {

  private static final int K = StanceClass.COUNT;
  private static final int BINS = 10;

  private final double[] weight;
  private final int[] truth;
  private final int[] decided;
  private final double[] confidence;
  private final boolean[] likeliestRight;
  private final int[][] ranked = new int[K][];

  Tally(List<Judged> judged) {
    int n = judged.size();
    weight = new double[n];
    truth = new int[n];
    decided = new int[n];
    confidence = new double[n];
    likeliestRight = new boolean[n];
    for (int i = 0; i < n; i++) {
      var one = judged.get(i);
      weight[i] = one.weight();
      truth[i] = one.truth().ordinal();
      decided[i] = one.said().ordinal();
      var likeliest = Decision.MOST_PROBABLE.classOf(one.p());
      confidence[i] = likeliest.of(one.p()) / (double) Probabilities.ONE;
      likeliestRight[i] = likeliest == one.truth();
    }
    for (int k = 0; k < K; k++) {
      ranked[k] = rank(judged, StanceClass.at(k));
    }
  }

  private static int[] rank(List<Judged> judged, StanceClass k) {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < judged.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing((Integer i) -> -k.of(judged.get(i).p())));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  int size() {
    return weight.length;
  }

  /** How often each true class (row) was judged as each class (column), by weight. */
  double[][] confusion(int[] draws) {
    double[][] confusion = new double[K][K];
    for (int i = 0; i < weight.length; i++) {
      confusion[truth[i]][decided[i]] += weight[i] * draws[i];
    }
    return confusion;
  }

  /**
   * The figures by name, in fixed order; NaN where undefined.
   *
   * @param draws how often each passage counts
   */
  Map<String, Double> figures(int[] draws) {
    double[][] confusion = confusion(draws);
    var figures = new LinkedHashMap<String, Double>();
    figures.put("macro_f1", macroF1(confusion));
    figures.put("accuracy", accuracy(confusion));
    figures.put("ece", calibrationError(draws));
    figures.put("flips", flips(confusion));
    for (int k = 0; k < K; k++) {
      String name = StanceClass.at(k).label();
      double right = confusion[k][k];
      figures.put(name + ".precision", right / judgedAs(confusion, k));
      figures.put(name + ".recall", right / truly(confusion, k));
      figures.put(name + ".f1", f1(confusion, k));
      figures.put(name + ".average_precision", averagePrecision(k, draws));
    }
    return figures;
  }

  /** Those of them that the confusion matrix alone tells: macro-F1, accuracy and each class's F1. */
  Map<String, Double> scores(int[] draws) {
    double[][] confusion = confusion(draws);
    var scores = new LinkedHashMap<String, Double>();
    scores.put("macro_f1", macroF1(confusion));
    scores.put("accuracy", accuracy(confusion));
    for (int k = 0; k < K; k++) {
      scores.put(StanceClass.at(k).label() + ".f1", f1(confusion, k));
    }
    return scores;
  }

  private static double truly(double[][] confusion, int k) {
    return Arrays.stream(confusion[k]).sum();
  }

  private static double judgedAs(double[][] confusion, int k) {
    double sum = 0;
    for (double[] row : confusion) {
      sum += row[k];
    }
    return sum;
  }

  private static double f1(double[][] confusion, int k) {
    return 2 * confusion[k][k] / (truly(confusion, k) + judgedAs(confusion, k));
  }

  /** The mean F1 of the classes that occur. */
  private static double macroF1(double[][] confusion) {
    double sum = 0;
    int present = 0;
    for (int k = 0; k < K; k++) {
      if (truly(confusion, k) > 0) {
        sum += f1(confusion, k);
        present++;
      }
    }
    return sum / present;
  }

  private static double accuracy(double[][] confusion) {
    double right = 0;
    double all = 0;
    for (int k = 0; k < K; k++) {
      right += confusion[k][k];
      all += truly(confusion, k);
    }
    return right / all;
  }

  private static double flips(double[][] confusion) {
    return (confusion[0][1] + confusion[1][0]) / (truly(confusion, 0) + truly(confusion, 1));
  }

  private double calibrationError(int[] draws) {
    double[] gap = new double[BINS];
    double all = 0;
    for (int i = 0; i < weight.length; i++) {
      int bin = Math.min(BINS - 1, (int) (confidence[i] * BINS));
      double counts = weight[i] * draws[i];
      gap[bin] += counts * ((likeliestRight[i] ? 1 : 0) - confidence[i]);
      all += counts;
    }
    double sum = 0;
    for (double g : gap) {
      sum += Math.abs(g);
    }
    return sum / all;
  }

  private double averagePrecision(int k, int[] draws) {
    double right = 0;
    double all = 0;
    double sum = 0;
    for (int i : ranked[k]) {
      double counts = weight[i] * draws[i];
      all += counts;
      if (truth[i] == k && counts > 0) {
        right += counts;
        sum += counts * right / all;
      }
    }
    return sum / right;
  }
}
