package org.counterweight.stance;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the accurate model and the cascade from what was scored out of fold: a head fitted without a fold scores that
 * fold, over scores of encoders and linear models that had not seen it either. The head that is kept is fitted to all.
 */
final class Stacking {

  private final Evidence evidence;
  private final List<double[]> joined;
  private final List<StanceClass> truth;
  private final TrainingSettings settings;
  private final StackedSettings stacking;

  /**
   * Prepares.
   *
   * @param evidence what the linear model left
   * @param encoded the encoder's scores of the same examples
   */
  Stacking(Evidence evidence, List<double[]> encoded, TrainingSettings settings, StackedSettings stacking) {
    this.evidence = evidence;
    this.joined = join(encoded, evidence.scores());
    this.truth = evidence.examples().stream().map(Example::label).toList();
    this.settings = settings;
    this.stacking = stacking;
  }

  private static List<double[]> join(List<double[]> encoded, List<double[]> linear) {
    var joined = new ArrayList<double[]>();
    for (int i = 0; i < encoded.size(); i++) {
      joined.add(StackedHead.join(encoded.get(i), linear.get(i)));
    }
    return joined;
  }

  /** Trains and measures both. */
  StackedReport report(TrainingReport fast, String encoder, String scores) {
    var outOfFold = outOfFold();
    var calibration = CalibrationFit.ofRandom(outOfFold, evidence.examples());
    var accurate = Findings.of(evidence.judgedBy(i -> calibration.judge(outOfFold.get(i))), settings);
    var accurateHeader =
        new AccurateHeader(
            encoder,
            scores,
            stacking,
            StackedFit.fit(joined, truth, stacking),
            calibration,
            accurate.quality());
    int threshold = CascadeThreshold.choose(fast.judged(), accurate.judged(), stacking.kept());
    var cascade = Findings.of(evidence.judgedBy(i -> cascaded(fast, accurate, threshold, i)), settings);
    var cascadeHeader = new CascadeHeader(threshold, cascade.with(passed(fast.judged(), threshold)));
    var models = ModelSet.of(fast.model(), accurateHeader, cascadeHeader);
    return new StackedReport(models, fast, accurate.natural(), cascade.natural(), accurate.judged(), cascade.judged());
  }

  private static Probabilities cascaded(TrainingReport fast, Findings accurate, int threshold, int i) {
    var p = fast.judged().get(i).p();
    return CascadeHeader.passes(p, threshold) ? accurate.judged().get(i).p() : p;
  }

  /** Joined scores of each example by a head that saw nothing of its fold. */
  private List<double[]> outOfFold() {
    double[][] scores = new double[joined.size()][];
    for (int fold = 0; fold < evidence.folds().count(); fold++) {
      var head = fitWithout(fold);
      for (int i = 0; i < scores.length; i++) {
        if (foldOf(i) == fold) {
          scores[i] = head.score(joined.get(i));
        }
      }
    }
    return List.of(scores);
  }

  private StackedHead fitWithout(int fold) {
    var some = new ArrayList<double[]>();
    var someTruth = new ArrayList<StanceClass>();
    for (int i = 0; i < joined.size(); i++) {
      if (foldOf(i) != fold) {
        some.add(joined.get(i));
        someTruth.add(truth.get(i));
      }
    }
    return StackedFit.fit(some, someTruth, stacking);
  }

  private int foldOf(int i) {
    return evidence.folds().of(evidence.examples().get(i));
  }

  /** The share of random draws that the accurate model judges, with its interval (Wilson, 1927). */
  private static Measured passed(List<Judged> fast, int threshold) {
    var random = fast.stream().filter(one -> one.passage().random()).toList();
    double n = random.size();
    double share = random.stream().filter(one -> CascadeHeader.passes(one.p(), threshold)).count() / n;
    double z2 = 1.96 * 1.96;
    double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
    double half = 1.96 / (1 + z2 / n) * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n));
    return new Measured("passed", millionths(share), millionths(middle - half), millionths(middle + half));
  }

  private static int millionths(double share) {
    return (int) Math.rint(Math.max(0, Math.min(1, share)) * Probabilities.ONE);
  }
}
