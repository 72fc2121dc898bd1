package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainerTest {

  @Test
  void trainingTwiceGivesTheSameBytesWhateverTheOrder() {
    var shuffled = new ArrayList<>(Made.PASSAGES);
    Collections.shuffle(shuffled, new Random(3));
    assertThat(bytes(Trainer.train(shuffled, Made.SETTINGS))).isEqualTo(bytes(Made.MODEL));
  }

  private static byte[] bytes(LinearModel model) {
    return ModelFile.bytes(ModelSet.of(model));
  }

  @Test
  void anotherPassageGivesAnotherDigest() {
    var fewer = Made.PASSAGES.subList(1, Made.PASSAGES.size());
    assertThat(TrainedOn.of(fewer).sha256()).isNotEqualTo(TrainedOn.of(Made.PASSAGES).sha256());
  }

  @Test
  void theModelSaysWhatItSaw() {
    var trained = Made.MODEL.trainedOn();
    assertThat(trained.passages()).isEqualTo(60);
    assertThat(trained.labels()).containsExactly(15, 15, 1, 14, 15);
    assertThat(trained.families()).containsExactly("letters", "notes", "papers", "tales");
    assertThat(Made.REPORT.toText()).contains(Made.MODEL.digest()).contains("Operating threshold");
  }

  @Test
  void writtenPassagesAloneMakeAModelThatLetsNothingGainAndSaysWhy() {
    var genres = List.of("essay", "tale", "forum");
    var written = new ArrayList<LabelledPassage>();
    for (var one : Made.PASSAGES) {
      var genre = genres.get(written.size() % genres.size());
      written.add(
          new LabelledPassage(one.id(), one.text(), one.label(), true, Draw.WRITTEN, "written", genre));
    }
    var report = Trainer.report(written, Made.SETTINGS);
    assertThat(report.model().trainedOn().written()).isEqualTo(written.size());
    assertThat(report.model().trainedOn().random()).isZero();
    assertThat(report.foldOfFamily()).containsOnlyKeys(genres);
    assertThat(report.model().operatingPoint().reached()).isFalse();
    assertThat(report.toText()).startsWith("No passage was drawn at random");
    assertThat(Made.REPORT.toText()).startsWith("Trained on");
  }

  @Test
  void theModelHoldsNoTrainingText() {
    String file = new String(bytes(Made.MODEL), StandardCharsets.ISO_8859_1);
    assertThat(file).doesNotContain("technicians").doesNotContain("airlock");
  }

  @Test
  void familiesStayInOneFoldEach() {
    var examples =
        Made.PASSAGES.stream().map(one -> Example.of(one, Made.SETTINGS.features())).toList();
    var folds = Folds.of(examples, 3);
    assertThat(folds.foldOfFamily()).hasSize(4);
    assertThat(folds.foldOfFamily().values()).containsOnly(0, 1, 2);
    assertThat(Folds.of(examples, 9).count()).isEqualTo(4);
  }

  @Test
  void inclusionWeightsAddUpToTheRandomDrawsOfEachClass() {
    for (var k : StanceClass.values()) {
      var ofClass = Made.REPORT.judged().stream().filter(one -> one.truth() == k).toList();
      double weights = ofClass.stream().mapToDouble(Judged::weight).sum();
      long random = ofClass.stream().filter(one -> one.passage().random()).count();
      assertThat(weights).isCloseTo(random, within(1e-9));
    }
  }

  @Test
  void calibrationHitsTheRatesOfRandomDraws() {
    var random = Made.REPORT.judged().stream().filter(one -> one.passage().random()).toList();
    for (var k : StanceClass.values()) {
      double expected = random.stream().mapToDouble(one -> k.of(one.p()) / 1e6).sum();
      long truly = random.stream().filter(one -> one.truth() == k).count();
      assertThat(expected).isCloseTo(truly, within(0.3));
    }
  }

  @Test
  void writtenPassagesTeachButAreNoEvidence() {
    var report = Trainer.report(withWritten(), Made.SETTINGS);
    assertThat(report.judged()).hasSize(60).noneMatch(one -> one.passage().written());
    assertThat(report.natural().passages()).isEqualTo(Made.REPORT.natural().passages());
    assertThat(report.foldOfFamily()).isEqualTo(Made.REPORT.foldOfFamily());
    assertThat(report.model().softMatrix().families()).noneMatch(one -> one.family().equals("written"));
    assertThat(report.model().trainedOn().written()).isEqualTo(4);
    String taught = "The quokka protocol keeps its promise.";
    assertThat(report.model().judge(taught).tractable()).isGreaterThan(Made.MODEL.judge(taught).tractable());
  }

  @Test
  void writtenPassagesOfNoWeightChangeNoJudgement() {
    var d = Made.SETTINGS;
    var none =
        new TrainingSettings(
            d.features(), d.penalty(), d.iterations(), d.minPassages(), d.folds(), d.precision(), 0, d.seed());
    var model = Trainer.train(withWritten(), none);
    assertThat(model.trainedOn()).isEqualTo(Made.MODEL.trainedOn());
    for (var passage : Made.PASSAGES) {
      assertThat(model.judge(passage.text())).isEqualTo(Made.MODEL.judge(passage.text()));
    }
  }

  private static List<LabelledPassage> withWritten() {
    return with(Draw.WRITTEN, "written");
  }

  private static List<LabelledPassage> with(Draw draw, String source) {
    var passages = new ArrayList<>(Made.PASSAGES);
    for (String end : List.of("today", "again", "at last", "each year")) {
      String text = "The quokka protocol keeps its promise " + end + ".";
      passages.add(new LabelledPassage("", text, Stance.TRACTABLE, true, draw, source, ""));
    }
    return passages;
  }

  @Test
  void chosenPassagesTeachButAreNoEvidence() {
    var report = Trainer.report(with(Draw.CHOSEN, "tales"), Made.SETTINGS);
    assertThat(report.judged()).hasSize(60).allMatch(one -> one.passage().measured());
    assertThat(report.foldOfFamily()).isEqualTo(Made.REPORT.foldOfFamily());
    assertThat(report.model().trainedOn().chosen()).isEqualTo(4);
    assertThat(report.toText()).contains("4 chosen to teach alone");
    String taught = "The quokka protocol keeps its promise.";
    assertThat(report.model().judge(taught).tractable()).isGreaterThan(Made.MODEL.judge(taught).tractable());
  }

  @Test
  void noScoreOutOfFoldComesFromAModelThatSawAChosenPassageOfTheSameFamily() {
    String told = "The quokka protocol keeps its promise each year.";
    var asked = new LabelledPassage("", told, Stance.NEUTRAL, true, Draw.ENRICHED, "tales", "");
    int without = tractable(told, asked, null);
    assertThat(tractable(told, asked, "tales")).as("but for the calibration of all").isCloseTo(without, within(20_000));
    assertThat(tractable(told, asked, "papers")).as("of another family").isGreaterThan(without + 25_000);
  }

  /** How tractable the passage asked for seems out of fold, with passages chosen from a source or without. */
  private static int tractable(String text, LabelledPassage asked, String chosenFrom) {
    var passages = new ArrayList<>(chosenFrom == null ? Made.PASSAGES : with(Draw.CHOSEN, chosenFrom));
    passages.add(asked);
    var judged = Trainer.report(passages, Made.SETTINGS).judged();
    return judged.stream().filter(one -> one.passage().text().equals(text)).findFirst().orElseThrow().p().tractable();
  }

  @Test
  void chosenPassagesAloneAreRefused() {
    var chosen = new ArrayList<LabelledPassage>();
    Made.PASSAGES.forEach(one -> chosen.add(
        new LabelledPassage(one.id(), one.text(), one.label(), true, Draw.CHOSEN, one.source(), "")));
    assertRefused(chosen, "drawn at random");
  }

  @Test
  void missingClassesSourcesAndDrawsAreRefused() {
    assertRefused(Made.PASSAGES.stream().filter(one -> one.label() != Stance.DOOM).toList(), "are doom");
    assertRefused(Made.PASSAGES.stream().filter(one -> one.source().equals("tales")).toList(), "one source");
    assertRefused(Made.PASSAGES.stream().filter(one -> !one.random()).toList(), "drawn at random");
    assertRefused(List.of(), "Cannot train");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    var features = FeatureSettings.defaults();
    assertThatThrownBy(() -> new TrainingSettings(features, 0, 1, 1, 2, 1, 0, 0)).hasMessageContaining("penalty 0");
    assertThatThrownBy(() -> new TrainingSettings(features, 1, 1, 1, 1, 1, 0, 0)).hasMessageContaining("1 folds");
    assertThatThrownBy(() -> new TrainingSettings(features, 1, 1, 1, 2, 0, 0, 0)).hasMessageContaining("precision");
    assertThatThrownBy(() -> new TrainingSettings(features, 1, 1, 1, 2, 1, -1, 0)).hasMessageContaining("written");
  }

  @Test
  void optimizerFindsTheMinimumOfAQuadratic() {
    double[] best =
        Lbfgs.minimise(
            (x, g) -> {
              g[0] = 2 * (x[0] - 3);
              g[1] = 200 * (x[1] + 1);
              return (x[0] - 3) * (x[0] - 3) + 100 * (x[1] + 1) * (x[1] + 1);
            },
            new double[2],
            50);
    assertThat(best[0]).isCloseTo(3, within(1e-3));
    assertThat(best[1]).isCloseTo(-1, within(1e-3));
  }

  private static void assertRefused(List<LabelledPassage> passages, String why) {
    assertThatThrownBy(() -> Trainer.train(passages, Made.SETTINGS))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(why);
  }
}
