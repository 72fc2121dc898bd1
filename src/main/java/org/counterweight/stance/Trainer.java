package org.counterweight.stance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Trains the linear classifier: fit and score out of fold by families, calibrate on the random draws, weigh the
 * enriched passages, measure, then fit once more on all. Written passages join every fit and nothing else: they are no
 * evidence of rates or errors. Nothing is drawn by chance and the order of the passages does
 * not matter, so the same passages and settings give the same file.
 */
public final class Trainer {

  private final TrainingSettings settings;
  private final List<LabelledPassage> passages;
  private final List<Example> drawn;
  private final List<Example> written;

  private Trainer(List<LabelledPassage> passages, TrainingSettings settings) {
    this.settings = settings;
    this.passages = passages.stream().sorted(Comparator.comparing(TrainedOn::canonical)).toList();
    this.drawn = examples(passage -> !passage.written());
    this.written = examples(passage -> passage.written() && settings.weight(passage.draw()) > 0);
  }

  private List<Example> examples(Predicate<LabelledPassage> which) {
    return passages.stream()
        .filter(which)
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
    var folds = Folds.of(drawn, settings.folds());
    var scores = outOfFold(folds);
    var calibration = calibrate(scores);
    var judged = InclusionWeights.weigh(judge(scores, calibration));
    var random = judged.stream().filter(one -> one.passage().random()).map(one -> one.withWeight(1)).toList();
    var natural = Evaluation.ofJudged(random, settings.seed());
    var operatingPoint = OperatingSearch.find(judged, settings);
    var weights = fit(drawn);
    var header =
        new ModelHeader(
            Models.FAST,
            settings.features(),
            TrainedOn.of(taught()),
            settings,
            weights.intercepts(),
            weights.scale(),
            calibration,
            operatingPoint,
            MatrixSums.of(judged),
            natural.measured());
    return new TrainingReport(new LinearModel(header, weights.weights()), natural, judged, folds.foldOfFamily());
  }

  /** The passages that enter the model in some way. */
  private List<LabelledPassage> taught() {
    return passages.stream().filter(passage -> settings.weight(passage.draw()) > 0).toList();
  }

  private void checkClasses() {
    for (var wanted : StanceClass.values()) {
      long labelled = drawn.stream().filter(example -> example.label() == wanted).count();
      long random =
          drawn.stream().filter(example -> example.label() == wanted && example.passage().random()).count();
      if (labelled < 2 || random < 1) {
        throw new ModelException(
            "Cannot train: %d passages are %s, %d of them drawn at random; two and one are the least"
                .formatted(labelled, wanted.label(), random));
      }
    }
  }

  /** The fit to drawn passages and, whatever is left out, to all written ones. */
  private LinearWeights fit(List<Example> some) {
    return LinearFit.fit(Stream.concat(some.stream(), written.stream()).toList(), settings);
  }

  /** Raw scores of each drawn example by a model that saw no passage of its family. */
  private List<double[]> outOfFold(Folds folds) {
    double[][] scores = new double[drawn.size()][];
    for (int fold = 0; fold < folds.count(); fold++) {
      int left = fold;
      var model = fit(drawn.stream().filter(one -> folds.of(one) != left).toList());
      for (int i = 0; i < scores.length; i++) {
        if (folds.of(drawn.get(i)) == fold) {
          scores[i] = model.score(drawn.get(i).passage().text());
        }
      }
    }
    return List.of(scores);
  }

  private Calibration calibrate(List<double[]> scores) {
    var random = new ArrayList<LabelledPassage>();
    var randomScores = new ArrayList<double[]>();
    for (int i = 0; i < drawn.size(); i++) {
      if (drawn.get(i).passage().random()) {
        random.add(drawn.get(i).passage());
        randomScores.add(scores.get(i));
      }
    }
    return CalibrationFit.fit(randomScores, random);
  }

  private List<Judged> judge(List<double[]> scores, Calibration calibration) {
    var judged = new ArrayList<Judged>();
    for (int i = 0; i < drawn.size(); i++) {
      var example = drawn.get(i);
      judged.add(new Judged(example.passage(), calibration.judge(scores.get(i)), 1, example.words()));
    }
    return judged;
  }
}
