package org.counterweight.stance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.counterweight.corpus.Words;

/**
 * How good judgements are: figures with 95 % intervals from 1,000 Poisson redraws of the passages, the confusion
 * matrix, and the main figures by slice. Mixed counts as neutral.
 *
 * @param passages how many were judged
 * @param figures by name, in the order of {@link Tally#figures}
 * @param confusion true class by judged class, in counts (or weights)
 * @param slices by slice such as {@code genre=essay}, {@code words=0034-0081} (quartiles of the lengths),
 *     {@code reader=sure}
 */
public record Evaluation(
    int passages, Map<String, Interval> figures, double[][] confusion, Map<String, Slice> slices) {

  private static final int REPLICATES = 1000;
  private static final long SEED = 20_260_101;
  private static final List<String> OF_SLICES =
      List.of(
          "macro_f1",
          "accuracy",
          "ece",
          "flips",
          "doom.precision",
          "doom.recall",
          "doom.f1",
          "doom.average_precision",
          "tractable.precision",
          "tractable.recall",
          "tractable.f1",
          "tractable.average_precision",
          "neutral.f1",
          "not_ai.f1");

  /** A figure with its 95 % interval; NaN where undefined. */
  public record Interval(double value, double low, double high) {}

  /**
   * A part of the passages.
   *
   * @param passages how many
   * @param figures the main figures, without intervals
   */
  public record Slice(int passages, Map<String, Double> figures) {}

  /** Judges passages and compares with their labels. */
  public static Evaluation of(List<LabelledPassage> passages, Classifier classifier) {
    var judged =
        passages.stream()
            .map(one -> new Judged(one, classifier.judge(one.text()), 1, Words.count(one.text())))
            .map(one -> one.named(classifier.decision()))
            .toList();
    return of(judged);
  }

  /** Compares judgements with labels, by the usual redraws. */
  static Evaluation of(List<Judged> judged) {
    return ofJudged(judged, SEED);
  }

  /**
   * Compares judgements with labels.
   *
   * @throws PassageSetException if there are none
   */
  public static Evaluation ofJudged(List<Judged> judged, long seed) {
    if (judged.isEmpty()) {
      throw new PassageSetException("Cannot evaluate: there are no labelled passages");
    }
    var tally = new Tally(judged);
    int[] once = new int[judged.size()];
    Arrays.fill(once, 1);
    var figures = intervals(tally, tally.figures(once), seed);
    return new Evaluation(judged.size(), figures, tally.confusion(once), slices(judged));
  }

  private static Map<String, Interval> intervals(Tally tally, Map<String, Double> values, long seed) {
    var draws = new LinkedHashMap<String, double[]>();
    values.keySet().forEach(name -> draws.put(name, new double[REPLICATES]));
    int[] weights = new int[tally.size()];
    for (int r = 0; r < REPLICATES; r++) {
      int replicate = r;
      Arrays.setAll(weights, i -> Hash.poisson(Hash.uniform(seed, replicate, i)));
      tally.figures(weights).forEach((name, value) -> draws.get(name)[replicate] = value);
    }
    var intervals = new LinkedHashMap<String, Interval>();
    values.forEach((name, value) -> intervals.put(name, interval(value, draws.get(name))));
    return intervals;
  }

  private static Interval interval(double value, double[] draws) {
    double[] known = Arrays.stream(draws).filter(draw -> !Double.isNaN(draw)).sorted().toArray();
    if (known.length == 0 || Double.isNaN(value)) {
      return new Interval(Double.NaN, Double.NaN, Double.NaN);
    }
    double low = known[(int) (0.025 * (known.length - 1))];
    double high = known[(int) Math.ceil(0.975 * (known.length - 1))];
    return new Interval(value, Math.min(low, value), Math.max(high, value));
  }

  private static Map<String, Slice> slices(List<Judged> judged) {
    var parts = new TreeMap<String, List<Judged>>();
    int[] cuts = quartiles(judged);
    for (var one : judged) {
      part(parts, lengthOf(one.words(), cuts), one);
      part(parts, one.passage().sure() ? "reader=sure" : "reader=unsure", one);
      if (!one.passage().genre().isEmpty()) {
        part(parts, "genre=" + one.passage().genre(), one);
      }
      if (!one.passage().source().isEmpty()) {
        part(parts, "source=" + one.passage().source(), one);
      }
    }
    var slices = new LinkedHashMap<String, Slice>();
    parts.forEach((name, part) -> slices.put(name, slice(part)));
    return slices;
  }

  private static void part(Map<String, List<Judged>> parts, String name, Judged one) {
    parts.computeIfAbsent(name, key -> new ArrayList<>()).add(one);
  }

  private static Slice slice(List<Judged> part) {
    int[] once = new int[part.size()];
    Arrays.fill(once, 1);
    var figures = new LinkedHashMap<>(new Tally(part).figures(once));
    figures.keySet().retainAll(OF_SLICES);
    return new Slice(part.size(), figures);
  }

  /** Each quartile's least words, and one more than the most of all; equal lengths are never parted. */
  private static int[] quartiles(List<Judged> judged) {
    int[] words = judged.stream().mapToInt(Judged::words).sorted().toArray();
    int n = words.length;
    int[] cuts = {words[0], words[n / 4], words[n / 2], words[3 * n / 4], words[n - 1] + 1};
    return Arrays.stream(cuts).distinct().toArray();
  }

  private static String lengthOf(int words, int[] cuts) {
    int band = 0;
    while (words >= cuts[band + 1]) {
      band++;
    }
    return "words=%04d-%04d".formatted(cuts[band], cuts[band + 1] - 1);
  }

  /** The figures in millionths, for a model's header; undefined ones left out. */
  List<Measured> measured() {
    var measured = new ArrayList<Measured>();
    figures.forEach(
        (name, figure) -> {
          if (!Double.isNaN(figure.value())) {
            measured.add(
                new Measured(name, millionths(figure.value()), millionths(figure.low()), millionths(figure.high())));
          }
        });
    return measured;
  }

  private static int millionths(double share) {
    return (int) Math.rint(share * Probabilities.ONE);
  }

  /** A table for people. */
  public String toText() {
    return EvaluationText.of(this);
  }

  /** One JSON object; undefined figures are null. */
  public String toJson() {
    return EvaluationJson.of(this);
  }
}
