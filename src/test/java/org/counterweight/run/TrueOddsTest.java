package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.counterweight.plan.Budget;
import org.counterweight.plan.Candidates;
import org.counterweight.plan.Circumstances;
import org.counterweight.plan.MadePlan;
import org.counterweight.plan.Plan;
import org.counterweight.plan.Planner;
import org.counterweight.plan.Rest;
import org.counterweight.plan.Target;
import org.counterweight.stance.JudgedPassage;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.TaggedDocument;
import org.counterweight.virality.Estimator;
import org.counterweight.virality.MassSums;
import org.counterweight.virality.MatrixDraws;
import org.counterweight.virality.PlannedSums;
import org.counterweight.virality.ViralitySettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Documents of known true classes with soft scores from a known, poor classifier, planned as a run plans them: the odds
 * in true words are those asked for. A plan on scores as they are would miss by far, as the test shows.
 */
class TrueOddsTest {

  private static final int DOOM = 0;
  private static final int TRACTABLE = 1;
  private static final int DOCUMENTS = 150_000;

  /** Shares of doom, tractable, other and not_ai in this corpus, and where the scores are calibrated. */
  private static final double[] HERE = {0.16, 0.06, 0.58, 0.20};

  private static final double[] CALIBRATED = {0.08, 0.08, 0.44, 0.40};

  /** How often each true class gets each kind of score. */
  private static final double[][] SCORED = {
    {0.50, 0.20, 0.02, 0.05, 0.18, 0.05},
    {0.03, 0.06, 0.48, 0.18, 0.20, 0.05},
    {0.05, 0.12, 0.03, 0.10, 0.55, 0.15},
    {0.02, 0.05, 0.02, 0.05, 0.26, 0.60}
  };

  /** The matrix of that classifier, known without error. */
  private record Known(double[][] point) implements MatrixDraws {
    @Override
    public double[][] draw(int replicate) {
      return point;
    }

    @Override
    public int[] counts() {
      return new int[] {1000, 1000, 1000, 1000};
    }

    @Override
    public double[] shares() {
      return CALIBRATED;
    }
  }

  private static double[] posterior(int score) {
    var p = new double[4];
    double sum = 0;
    for (int k = 0; k < 4; k++) {
      p[k] = SCORED[k][score] * CALIBRATED[k];
      sum += p[k];
    }
    for (int k = 0; k < 4; k++) {
      p[k] /= sum;
    }
    return p;
  }

  private static double[][] matrix() {
    var matrix = new double[4][4];
    for (int k = 0; k < 4; k++) {
      for (int score = 0; score < SCORED[k].length; score++) {
        var p = posterior(score);
        for (int j = 0; j < 4; j++) {
          matrix[j][k] += SCORED[k][score] * p[j];
        }
      }
    }
    return matrix;
  }

  private static int drawn(Random random, double[] shares) {
    double left = random.nextDouble();
    int k = 0;
    while (k < shares.length - 1 && left >= shares[k]) {
      left -= shares[k++];
    }
    return k;
  }

  private static TaggedDocument document(int number, int words, int score) {
    var p = posterior(score);
    int[] micro = Arrays.stream(p).mapToInt(share -> (int) (share * Probabilities.ONE)).toArray();
    int rest = Probabilities.ONE - micro[0] - micro[1] - micro[2];
    var scores = new Probabilities(micro[0], micro[1], 0, micro[2], rest);
    var id = String.format("%064x", number);
    return new TaggedDocument(
        "0/a.jsonl", number, "", "s", "", "", words, -1, 0, false, id, List.of(),
        List.of(new JudgedPassage(0, words, words, scores, scores.stance())));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 0.4", "2, 0"})
  void theTrueOddsAreThoseAskedFor(double target, double floor) {
    var random = new Random(Double.hashCode(target + 10 * floor));
    var settings = ViralitySettings.defaults().withReplicates(100);
    var estimator = new Estimator(new Known(matrix()), settings);
    var documents = new ArrayList<TaggedDocument>();
    var truth = new int[DOCUMENTS];
    var sums = new MassSums(settings.weights());
    for (int i = 0; i < DOCUMENTS; i++) {
      truth[i] = drawn(random, HERE);
      var document = document(i, 50 + random.nextInt(350), drawn(random, SCORED[truth[i]]));
      documents.add(document);
      sums.add(document, "w" + i, 1);
    }
    var shift = estimator.shift(sums);
    assertThat(shift.caveat()).isEmpty();
    var plan = plan(documents, shift::of, target, floor);
    assertThat(plan.outcome().feasible()).isTrue();

    var planned = new PlannedSums(settings.weights());
    var met = new double[4];
    var before = new double[4];
    for (int i = 0; i < DOCUMENTS; i++) {
      planned.add(shift.of(documents.get(i)), "w" + i, plan.weightMicro(i));
      met[truth[i]] += plan.weightMicro(i) / 1e6 * documents.get(i).words();
      before[truth[i]] += documents.get(i).words();
    }
    double odds = met[DOOM] / met[TRACTABLE];
    assertThat(odds).isCloseTo(target, within(0.05 * target));
    var told = Achieved.of(estimator, sums, planned, plan, shift);
    assertThat(odds).isBetween(told.low(), told.high());
    assertThat(before[DOOM] / before[TRACTABLE]).isGreaterThan(1.2 * target);

    var unshifted = plan(documents, org.counterweight.virality.PriorShift.none("as judged")::of, target, floor);
    var judged = new double[4];
    for (int i = 0; i < DOCUMENTS; i++) {
      judged[truth[i]] += unshifted.weightMicro(i) / 1e6 * documents.get(i).words();
    }
    assertThat(Math.abs(judged[DOOM] / judged[TRACTABLE] - target)).isGreaterThan(0.1 * target);
  }

  private interface Truth {
    org.counterweight.virality.TrueWords of(TaggedDocument document);
  }

  private static Plan plan(List<TaggedDocument> documents, Truth expected, double target, double floor) {
    var none = OptionalDouble.empty();
    var settings =
        MadePlan.settings(
            new Target.Odds(target), 20, floor, Map.of(), none, none, Budget.ADDITIVE, false, none, 3);
    var candidates = Candidates.builder();
    for (var document : documents) {
      var words = expected.of(document);
      candidates.add(
          MadePlan.candidate(
              document.key(), document.words(), words.doom(), words.tractable(), 1, true, document.source(), ""));
    }
    return new Planner(settings).plan(candidates.build(), Rest.of(1_000_000), Circumstances.unknown());
  }
}
