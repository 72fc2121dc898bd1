package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterweight.virality.MadeEstimates.SETTINGS;
import static org.counterweight.virality.MadeEstimates.corpus;
import static org.counterweight.virality.MadeEstimates.estimate;

import java.util.stream.Stream;
import org.counterweight.stance.Probabilities;
import org.junit.jupiter.api.Test;

/** What cannot be estimated has a reason: no words, one side alone, too little known of the classifier. */
class OneSidedCorporaTest {

  private static Stream<Figure> figures(Estimates e) {
    return Stream.of(
        e.oddsRaw(), e.oddsCorrected(), e.oddsWorks(), e.oddsWorksRaw(), e.vCopies(), e.vCopiesRaw(), e.vHosts(),
        e.vEngagement(), e.engagement().effectSize().figure());
  }

  private static void assertNothingIsIdentifiable(Estimates estimates) {
    assertThat(figures(estimates)).noneMatch(Figure::identifiable).noneMatch(figure -> figure.reason().isBlank());
  }

  @Test
  void nothingAtAllHasReasons() {
    var estimates = estimate(Documents.sums(SETTINGS));
    assertNothingIsIdentifiable(estimates);
    assertThat(estimates.oddsRaw().reason()).isEqualTo("no passage about AI was found");
    assertThat(estimates.correctedMass()).isEqualTo(new CorrectedMass(0, 0, 0));
    assertThat(estimates.vEngagement().reason()).startsWith("no source has 20 documents");
  }

  @Test
  void documentsWithoutWordsHaveReasons() {
    var sums = Documents.sums(SETTINGS);
    Documents.addWorks(sums, "e", 20, 2, Documents.of(0, Documents.DOOM));
    Documents.addWorks(sums, "p", 20, 2, Documents.of(10));
    assertNothingIsIdentifiable(estimate(sums));
    assertThat(estimate(sums).oddsRaw().reason()).startsWith("about 0.0 works");
  }

  @Test
  void onlyDoomIsSaidToLackTractable() {
    var sums = Documents.sums(SETTINGS);
    Documents.addWorks(sums, "d", 100, 2, Documents.of(100, Probabilities.of(0.93, 0.01, 0.02, 0.02, 0.02)));
    var estimates = estimate(sums);
    assertThat(estimates.oddsCorrected().reason()).isEqualTo("no tractable words are left");
    assertThat(estimates.vCopies().identifiable()).isFalse();
    assertThat(estimates.correctedMass().tractable()).isZero();
    assertThat(estimates.correctedMass().doom()).isPositive();
  }

  @Test
  void onlyTractableIsSaidToLackDoom() {
    var sums = Documents.sums(SETTINGS);
    Documents.addWorks(sums, "t", 100, 1, Documents.of(100, Probabilities.of(0.01, 0.93, 0.02, 0.02, 0.02)));
    assertThat(estimate(sums).oddsCorrected().reason()).isEqualTo("no doom words are left");
  }

  @Test
  void oddsByEmAreNotGivenWhereEitherClassIsDrivenToZero() {
    for (boolean doom : new boolean[] {false, true}) {
      var p = Probabilities.of(doom ? 0.93 : 0.01, doom ? 0.01 : 0.93, 0.02, 0.02, 0.02);
      var sums = Documents.sums(SETTINGS);
      Documents.addWorks(sums, "one", 100, 1, Documents.of(100, p));
      assertThat(estimate(sums).oddsEm()).isNaN();
    }
    assertThat(estimate(corpus(SETTINGS, 2)).oddsEm()).isPositive().isFinite();
  }

  @Test
  void certaintyOfDoomAloneHasNoTractableMassAtAll() {
    var sums = Documents.sums(SETTINGS);
    Documents.addWorks(sums, "d", 100, 2, Documents.of(100, Probabilities.of(1, 0, 0, 0, 0)));
    assertNothingIsIdentifiable(estimate(sums));
    assertThat(estimate(sums).oddsRaw().reason()).contains("0.0 works").contains("tractable mass");
  }

  @Test
  void aMatrixOfTooFewPassagesCorrectsNothing() {
    var thin = new FixedMatrix(FixedMatrix.SHARP.point(), new int[] {200, 4, 200, 200});
    var estimates = new Estimator(thin, SETTINGS).estimate("corpus", Counts.NONE, corpus(SETTINGS, 2));
    assertThat(estimates.oddsRaw().identifiable()).isTrue();
    assertThat(estimates.oddsCorrected().reason()).contains("4 passages that are truly tractable");
    assertThat(estimates.vCopies().identifiable()).isFalse();
    assertThat(estimates.vCopiesRaw().value()).isBetween(1.5, 2.0);
    assertThat(estimates.vCopiesRaw().reason()).startsWith("as judged");
    assertThat(estimates.oddsWorksRaw().identifiable()).isTrue();
  }

  @Test
  void drawsWithoutAClassCountAtBothEnds() {
    var broken =
        new MatrixDraws() {
          @Override
          public double[][] point() {
            return FixedMatrix.SHARP.point();
          }

          @Override
          public double[][] draw(int replicate) {
            return replicate % 10 == 0 ? new double[4][4] : point();
          }

          @Override
          public int[] counts() {
            return FixedMatrix.SHARP.counts();
          }
        };
    var estimates = new Estimator(broken, SETTINGS).estimate("corpus", Counts.NONE, corpus(SETTINGS, 2));
    assertThat(estimates.oddsCorrected().identifiable()).isFalse();
    assertThat(estimates.oddsRaw().identifiable()).isTrue();
  }
}
