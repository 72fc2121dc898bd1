package org.counterweight.stance;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Trains the linear classifier: fit and score out of fold by families, calibrate on the random draws, weigh the
 * enriched passages, measure, then fit once more on all. Written passages join every fit and nothing else, chosen
 * ones every fit that does not leave out their family: they are no evidence of rates or errors. Nothing is drawn by
 * chance and the order of the passages does not matter, so the same passages and settings give the same file.
 *
 * <p>Where there are written passages alone, each genre stands for a family and the set for its own random draw: rates,
 * calibration and errors are then those of the set, and the operating threshold is never reached, since precision at
 * natural rates cannot be known from it.
 */
public final class Trainer {

  private final TrainingSettings settings;
  private final List<LabelledPassage> passages;
  private final List<Example> drawn;
  private final List<Example> teaching;
  private final boolean natural;

  private Trainer(List<LabelledPassage> passages, TrainingSettings settings) {
    this.settings = settings;
    this.passages = passages.stream().sorted(Comparator.comparing(TrainedOn::canonical)).toList();
    this.natural = passages.stream().anyMatch(passage -> !passage.written());
    this.drawn = examples(natural ? LabelledPassage::measured : passage -> true, this::standIn);
    this.teaching =
        examples(passage -> natural && !passage.measured() && settings.weight(passage.draw()) > 0, passage -> passage);
  }

  /** A written passage as a draw from its set, where there are no others. */
  private LabelledPassage standIn(LabelledPassage one) {
    return natural
        ? one
        : new LabelledPassage(one.id(), one.text(), one.label(), one.sure(), Draw.RANDOM, one.genre(), one.genre());
  }

  private List<Example> examples(Predicate<LabelledPassage> which, UnaryOperator<LabelledPassage> as) {
    return passages.stream()
        .filter(which)
        .map(as)
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

  /**
   * Trains all three classifiers: the linear model as without an encoder, a head over its scores and the encoder's, and
   * the cascade of both.
   *
   * @param scores the encoder's, out of the very folds of this training
   * @param encoder sha256 of the encoder that will judge
   * @throws ModelException as {@link #train}, or if the scores do not fit the passages and folds
   */
  public static StackedReport stacked(
      List<LabelledPassage> passages, TrainingSettings settings, EncoderScores scores, String encoder) {
    return new Trainer(passages, settings).stack(StackedSettings.defaults(), scores, encoder);
  }

  private TrainingReport run() {
    checkClasses();
    return report(evidence(Folds.of(drawn, settings.folds())));
  }

  private StackedReport stack(StackedSettings stacking, EncoderScores scores, String encoder) {
    checkClasses();
    var folds = Folds.of(drawn, settings.folds());
    var encoded = scores.of(drawn, folds);
    var evidence = evidence(folds);
    var report = report(evidence);
    return new Stacking(evidence, encoded, settings, stacking).report(report, encoder, scores.sha256());
  }

  private Evidence evidence(Folds folds) {
    var scores = outOfFold(folds);
    return new Evidence(drawn, folds, scores, CalibrationFit.ofRandom(scores, drawn));
  }

  private TrainingReport report(Evidence evidence) {
    var measured = Findings.of(evidence.judged(), settings);
    var findings = natural ? measured : measured.withoutThreshold();
    var weights = fit(drawn, teaching);
    var header =
        new ModelHeader(
            Models.FAST,
            settings.features(),
            TrainedOn.of(taught()),
            settings,
            weights.intercepts(),
            weights.scale(),
            evidence.calibration(),
            findings.quality());
    var model = new LinearModel(header, weights.weights());
    return new TrainingReport(model, findings.natural(), findings.judged(), evidence.folds().foldOfFamily());
  }

  /** The passages that enter the model in some way. */
  private List<LabelledPassage> taught() {
    return passages.stream().filter(passage -> !natural || settings.weight(passage.draw()) > 0).toList();
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

  private LinearWeights fit(List<Example> some, List<Example> taught) {
    return LinearFit.fit(Stream.concat(some.stream(), taught.stream()).toList(), settings);
  }

  /** Raw scores of each drawn example by a model that saw no passage of its family. */
  private List<double[]> outOfFold(Folds folds) {
    double[][] scores = new double[drawn.size()][];
    for (int fold = 0; fold < folds.count(); fold++) {
      int left = fold;
      var model = fit(folds.without(left, drawn), folds.without(left, teaching));
      for (int i = 0; i < scores.length; i++) {
        if (folds.of(drawn.get(i)) == fold) {
          scores[i] = model.score(drawn.get(i).passage().text());
        }
      }
    }
    return List.of(scores);
  }
}
