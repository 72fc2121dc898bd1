package org.counterweight.stance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Trains the linear classifier: fit and score out of fold by families, calibrate on the random draws, weigh the
 * enriched passages, measure, then fit once more on all. Nothing is drawn by chance and the order of the passages does
 * not matter, so the same passages and settings give the same file.
 */
public final class Trainer {

  private final TrainingSettings settings;
  private final List<LabelledPassage> passages;
  private final List<Example> examples;

  private Trainer(List<LabelledPassage> passages, TrainingSettings settings) {
    this.settings = settings;
    this.passages = passages.stream().sorted(Comparator.comparing(TrainedOn::canonical)).toList();
    this.examples =
        this.passages.stream()
            .map(passage -> Example.of(passage, settings.features()))
            .filter(example -> example.tokens() > 0)
            .toList();
  }

  /**
   * Trains.
   *
   * @param passages labelled passages, all of them past the gate
   * @throws ModelException if a class, a second source or random draws are missing
   */
  public static LinearModel train(List<LabelledPassage> passages, TrainingSettings settings) {
    return report(passages, settings).model();
  }

  /** Trains, and keeps what was measured on the way. */
  public static TrainingReport report(List<LabelledPassage> passages, TrainingSettings settings) {
    return new Trainer(passages, settings).run();
  }

  private TrainingReport run() {
    checkClasses();
    var folds = Folds.of(examples, settings.folds());
    var scores = outOfFold(folds);
    var calibration = calibrate(scores);
    var judged = InclusionWeights.weigh(judge(scores, calibration));
    var random = judged.stream().filter(one -> one.passage().random()).map(one -> one.withWeight(1)).toList();
    var natural = Evaluation.ofJudged(random, settings.seed());
    var operatingPoint = OperatingSearch.find(judged, settings);
    var weights = LinearFit.fit(examples, settings);
    var header =
        new ModelHeader(
            Models.FAST,
            settings.features(),
            TrainedOn.of(passages),
            settings,
            weights.intercepts(),
            weights.scale(),
            calibration,
            operatingPoint,
            MatrixSums.of(judged),
            natural.measured());
    return new TrainingReport(new LinearModel(header, weights.weights()), natural, judged, folds.foldOfFamily());
  }

  private void checkClasses() {
    for (var wanted : StanceClass.values()) {
      long labelled = examples.stream().filter(example -> example.label() == wanted).count();
      long random =
          examples.stream().filter(example -> example.label() == wanted && example.passage().random()).count();
      if (labelled < 2 || random < 1) {
        throw new ModelException(
            "Cannot train: %d passages are %s, %d of them drawn at random; two and one are the least"
                .formatted(labelled, wanted.label(), random));
      }
    }
  }

  /** Raw scores of each example by a model that saw no passage of its family. */
  private List<double[]> outOfFold(Folds folds) {
    double[][] scores = new double[examples.size()][];
    for (int fold = 0; fold < folds.count(); fold++) {
      int left = fold;
      var model = LinearFit.fit(examples.stream().filter(one -> folds.of(one) != left).toList(), settings);
      for (int i = 0; i < scores.length; i++) {
        if (folds.of(examples.get(i)) == fold) {
          scores[i] = model.score(examples.get(i).passage().text());
        }
      }
    }
    return List.of(scores);
  }

  private Calibration calibrate(List<double[]> scores) {
    var random = new ArrayList<LabelledPassage>();
    var randomScores = new ArrayList<double[]>();
    for (int i = 0; i < examples.size(); i++) {
      if (examples.get(i).passage().random()) {
        random.add(examples.get(i).passage());
        randomScores.add(scores.get(i));
      }
    }
    return CalibrationFit.fit(randomScores, random);
  }

  private List<Judged> judge(List<double[]> scores, Calibration calibration) {
    var judged = new ArrayList<Judged>();
    for (int i = 0; i < examples.size(); i++) {
      var example = examples.get(i);
      judged.add(new Judged(example.passage(), calibration.judge(scores.get(i)), 1, example.words()));
    }
    return judged;
  }
}
