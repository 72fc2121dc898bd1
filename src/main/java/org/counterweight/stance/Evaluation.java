package org.counterweight.stance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

  private static final long SEED = 20_260_101;

  /** A figure with its 95 % interval; NaN where undefined. */
  public record Interval(double value, double low, double high) {

    static Interval without(double value) {
      return new Interval(value, Double.NaN, Double.NaN);
    }

    boolean bounded() {
      return !Double.isNaN(low);
    }
  }

  /**
   * A part of the passages.
   *
   * @param passages how many
   * @param figures the main figures; those of {@link Tally#scores} with intervals from the redraws of the whole, the
   *     others without (NaN at both ends), and so all where there are fewer than {@link #LEAST_FOR_INTERVALS} passages
   */
  public record Slice(int passages, Map<String, Interval> figures) {

    /** Fewer passages leave the percentiles of their redraws too close together to be a 95 % interval. */
    public static final int LEAST_FOR_INTERVALS = 30;

    boolean small() {
      return passages < LEAST_FOR_INTERVALS;
    }
  }

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
    var all = IntStream.range(0, judged.size()).toArray();
    var redraws = new Redraws(seed);
    var figures = redraws.intervals(all, tally::figures);
    return new Evaluation(judged.size(), figures, tally.confusion(once), Slices.of(judged, redraws));
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
