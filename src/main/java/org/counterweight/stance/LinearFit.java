package org.counterweight.stance;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Fits the weights of a linear model: multinomial logistic regression with L2 penalty, every class counting the same in
 * all, written passages by their setting, and an offset per class and family. The offsets take up that one source
 * holds more of a stance than another, so that its turns of phrase are not taken for the stance; afterwards their mean
 * joins the intercepts.
 *
 * <p>Rare n-grams are let in more easily: bucket b enters as {@code count * idf_b / sqrt(tokens + 5)}, {@code idf_b =
 * ln((1 + N) / (1 + passages with b)) / 5}, and idf is multiplied into the weight afterwards.
 */
final class LinearFit implements Lbfgs.Objective {

  private static final int K = StanceClass.COUNT;
  private static final double OFFSET_PENALTY = 1e-4;

  private final List<Example> examples;
  private final TrainingSettings settings;
  private final int[] column;
  private final double[] idf;
  private final int[] family;
  private final int families;
  private final double[] sampleWeight;

  private LinearFit(List<Example> examples, TrainingSettings settings) {
    this.examples = examples;
    this.settings = settings;
    int[] met = met();
    this.column = columns(met);
    this.idf = idf(met);
    this.family = familyOfEach();
    this.families = 1 + Arrays.stream(family).max().orElse(0);
    this.sampleWeight = sampleWeights();
  }

  /** The weights that fit best. */
  static LinearWeights fit(List<Example> examples, TrainingSettings settings) {
    var fit = new LinearFit(examples, settings);
    double[] start = new double[K * (fit.idf.length + fit.families + 1)];
    return fit.quantise(Lbfgs.minimise(fit, start, settings.iterations()));
  }

  @Override
  public double at(double[] x, double[] gradient) {
    Arrays.fill(gradient, 0);
    double loss = 0;
    double[] z = new double[K];
    for (int i = 0; i < examples.size(); i++) {
      scores(i, x, z);
      int truth = examples.get(i).label().ordinal();
      double score = z[truth];
      loss += sampleWeight[i] * (Softmax.inPlace(z) - score);
      z[truth] -= 1;
      for (int k = 0; k < K; k++) {
        z[k] *= sampleWeight[i];
      }
      spread(i, z, gradient);
    }
    return loss + penalise(x, gradient);
  }

  private void scores(int i, double[] x, double[] z) {
    int offset = offset(i);
    int intercept = x.length - K;
    for (int k = 0; k < K; k++) {
      z[k] = x[intercept + k] + x[offset + k];
    }
    var example = examples.get(i);
    double norm = example.norm();
    for (int f = 0; f < example.buckets().length; f++) {
      int at = column[example.buckets()[f]];
      if (at >= 0) {
        double value = example.counts()[f] * idf[at] * norm;
        for (int k = 0; k < K; k++) {
          z[k] += value * x[K * at + k];
        }
      }
    }
  }

  private void spread(int i, double[] error, double[] gradient) {
    int offset = offset(i);
    int intercept = gradient.length - K;
    for (int k = 0; k < K; k++) {
      gradient[intercept + k] += error[k];
      gradient[offset + k] += error[k];
    }
    var example = examples.get(i);
    double norm = example.norm();
    for (int f = 0; f < example.buckets().length; f++) {
      int at = column[example.buckets()[f]];
      if (at >= 0) {
        double value = example.counts()[f] * idf[at] * norm;
        for (int k = 0; k < K; k++) {
          gradient[K * at + k] += value * error[k];
        }
      }
    }
  }

  private double penalise(double[] x, double[] gradient) {
    double loss = 0;
    for (int i = 0; i < x.length - K; i++) {
      double penalty = i < K * idf.length ? settings.penaltyValue() : OFFSET_PENALTY;
      loss += penalty * x[i] * x[i] / 2;
      gradient[i] += penalty * x[i];
    }
    return loss;
  }

  private int offset(int i) {
    return K * (idf.length + family[i]);
  }

  private int[] met() {
    int[] met = new int[settings.features().buckets()];
    for (var example : examples) {
      for (int bucket : example.buckets()) {
        met[bucket]++;
      }
    }
    return met;
  }

  private int[] columns(int[] met) {
    int[] columns = new int[met.length];
    int next = 0;
    for (int b = 0; b < met.length; b++) {
      columns[b] = met[b] >= settings.minPassages() ? next++ : -1;
    }
    return columns;
  }

  private double[] idf(int[] met) {
    double[] idf = new double[1 + Arrays.stream(column).max().orElse(-1)];
    for (int b = 0; b < met.length; b++) {
      if (column[b] >= 0) {
        idf[column[b]] = StrictMath.log((1.0 + examples.size()) / (1.0 + met[b])) / 5;
      }
    }
    return idf;
  }

  private int[] familyOfEach() {
    var numbers = new TreeMap<String, Integer>();
    examples.forEach(example -> numbers.putIfAbsent(example.family(), numbers.size()));
    return examples.stream().mapToInt(example -> numbers.get(example.family())).toArray();
  }

  private double[] sampleWeights() {
    double[] sizes = new double[K];
    examples.forEach(example -> sizes[example.label().ordinal()] += weight(example));
    return examples.stream()
        .mapToDouble(example -> weight(example) / K / sizes[example.label().ordinal()])
        .toArray();
  }

  private double weight(Example example) {
    return settings.weight(example.passage().draw());
  }

  private LinearWeights quantise(double[] x) {
    double largest = 1e-9;
    for (int i = 0; i < K * idf.length; i++) {
      largest = Math.max(largest, Math.abs(x[i] * idf[i / K]));
    }
    double unit = largest / Short.MAX_VALUE;
    short[] weights = new short[K * column.length];
    for (int b = 0; b < column.length; b++) {
      for (int k = 0; k < K && column[b] >= 0; k++) {
        weights[K * b + k] = (short) Math.rint(x[K * column[b] + k] * idf[column[b]] / unit);
      }
    }
    long[] intercepts = new long[K];
    for (int k = 0; k < K; k++) {
      intercepts[k] = (long) Math.rint(1e9 * (x[x.length - K + k] + meanOffset(x, k)));
    }
    return new LinearWeights(settings.features(), weights, SoftMatrix.boxed(intercepts), (long) Math.rint(unit * 1e12));
  }

  /** The mean offset over random draws, or over all where there are none. */
  private double meanOffset(double[] x, int k) {
    double sum = 0;
    int drawn = 0;
    boolean anyRandom = examples.stream().anyMatch(example -> example.passage().random());
    for (int i = 0; i < examples.size(); i++) {
      if (!anyRandom || examples.get(i).passage().random()) {
        sum += x[offset(i) + k];
        drawn++;
      }
    }
    return sum / drawn;
  }
}
