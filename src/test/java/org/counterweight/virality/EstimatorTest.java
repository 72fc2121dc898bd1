package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.counterweight.virality.MadeEstimates.SETTINGS;
import static org.counterweight.virality.MadeEstimates.corpus;
import static org.counterweight.virality.MadeEstimates.estimate;

import java.util.List;
import org.counterweight.stance.Probabilities;
import org.junit.jupiter.api.Test;

class EstimatorTest {

  @Test
  void doomCopiedTwiceGivesTwo() {
    var estimates = estimate(corpus(SETTINGS, 2));
    assertThat(estimates.oddsWorks().value()).isCloseTo(1, within(0.05));
    assertThat(estimates.oddsCorrected().value()).isCloseTo(2, within(0.1));
    assertThat(estimates.oddsRaw().value()).isBetween(1.5, estimates.oddsCorrected().value());
    assertThat(estimates.vCopies().value()).isCloseTo(2, within(0.05));
    assertThat(estimates.vCopies().holdsOne()).isFalse();
    assertThat(estimates.vCopies().reason()).isEmpty();
    assertThat(estimates.oddsCorrected().low()).isBetween(1.0, 1.7);
    assertThat(estimates.oddsCorrected().high()).isBetween(2.4, 4.0);
  }

  @Test
  void withoutCopiesVIsNotIdentifiableButOddsAre() {
    var estimates = estimate(corpus(SETTINGS, 1));
    assertThat(estimates.oddsWorks()).isEqualTo(estimates.oddsCorrected());
    assertThat(estimates.vCopies().reason()).isEqualTo("no work judged doom or tractable has copies");
  }

  @Test
  void aFewCopiesAreTooFew() {
    var sums = corpus(SETTINGS, 1);
    Documents.addWorks(sums, "few", 3, 3, Documents.of(100, Documents.DOOM));
    assertThat(estimate(sums).vCopies().reason()).startsWith("about 2.8 works").contains("10 are needed");
  }

  /** Forty sided works of each kind, and so many more, copied. */
  private static MassSums copied(int works, int copies, Probabilities judged) {
    var sums = corpus(SETTINGS, 1);
    Documents.addWorks(sums, "copied", works, copies, Documents.of(100, judged));
    return sums;
  }

  @Test
  void neutralWorksWithCopiesSayNothingAboutCopyingOnceTheirLeakIsTakenOut() {
    var estimates = estimate(copied(2000, 2, Documents.NEUTRAL));
    assertThat(estimates.vCopies().identifiable()).isFalse();
    assertThat(estimates.vCopies().reason()).contains("copies");
    assertThat(estimates.oddsCorrected().identifiable()).isTrue();
  }

  @Test
  void worksThatNeverPutDoomFirstStillCountByTheirMass() {
    var hesitant = Probabilities.of(0.4, 0.02, 0.02, 0.53, 0.03);
    var estimates = estimate(copied(60, 3, hesitant));
    assertThat(estimates.vCopies().identifiable()).isTrue();
    assertThat(estimates.vCopies().low()).isGreaterThan(1);
    assertThat(estimates.vCopiesRaw().low()).isGreaterThan(1);
  }

  @Test
  void oneWorkOfManyCopiesIsOneCopiedWork() {
    var sums = copied(1, 20, Documents.DOOM);
    Documents.addWorks(sums, "twice", 12, 2, Documents.of(10, Documents.DOOM));
    assertThat(estimate(sums).vCopies().reason()).startsWith("about 1.").contains("mass of copies");
    assertThat(estimate(sums).vCopiesRaw().reason()).startsWith("about 1.");
  }

  @Test
  void figuresAsJudgedAreThoseOfAPerfectClassifierAndSayWhatTheyAre() {
    var sums = corpus(SETTINGS, 2);
    var judged = estimate(sums);
    var perfect = new Estimator(FixedMatrix.PERFECT, SETTINGS).estimate("corpus", Counts.NONE, sums);
    assertThat(judged.oddsWorksRaw().value()).isCloseTo(perfect.oddsWorks().value(), within(1e-9));
    assertThat(judged.vCopiesRaw().value()).isCloseTo(perfect.vCopies().value(), within(1e-9));
    assertThat(judged.vCopiesRaw().low()).isCloseTo(perfect.vCopies().low(), within(1e-9));
    assertThat(judged.vCopiesRaw().high()).isCloseTo(perfect.vCopies().high(), within(1e-9));
    assertThat(judged.vCopiesRaw().value()).isBetween(1.5, judged.vCopies().value());
    assertThat(List.of(judged.oddsWorksRaw().reason(), judged.vCopiesRaw().reason()))
        .containsOnly("as judged: the classifier's errors are not corrected");
  }

  @Test
  void aCorpusThatHidesItsCopiesHidesThemAsJudgedToo() {
    var deduplicated = SETTINGS.withDeduplicated(true);
    assertThat(estimate(deduplicated, corpus(deduplicated, 2)).vCopiesRaw().reason()).contains("deduplicated");
    var sampled = SETTINGS.withSampled(0.5);
    var estimates = estimate(sampled, corpus(sampled, 2));
    assertThat(estimates.vCopiesRaw().identifiable()).isFalse();
    assertThat(estimates.vCopiesRaw().reason()).contains("thinning");
    assertThat(estimates.oddsWorksRaw().reason()).contains("as judged").contains("this sample");
  }

  @Test
  void theReplicatesOfARefusedPartAreNotCorrected() {
    var sums = Documents.sums(SETTINGS);
    Documents.addWorks(sums, "d", 2, 1, Documents.of(100, Documents.DOOM));
    var pointAlone = new Correction[SETTINGS.replicates() + 1];
    pointAlone[0] = new Correction(FixedMatrix.SHARP.point());
    var corrected = Basis.judged(sums, new SampleSize(SETTINGS)).corrected(pointAlone, "");
    assertThat(new Ratios(1).odds(corrected).identifiable()).isFalse();
    assertThat(new Ratios(1).oddsOfWorks(corrected).identifiable()).isFalse();
    assertThat(new Ratios(1).copies(corrected).identifiable()).isFalse();
    assertThat(corrected.point(Level.DOCUMENTS)).isEqualTo(pointAlone[0].of(sums.at(Level.DOCUMENTS, 0)));
  }

  @Test
  void oneTextCopiedAThousandTimesIsOneWork() {
    var sums = Documents.sums(SETTINGS);
    Documents.addWorks(sums, "d", 1, 1000, Documents.of(100, Documents.DOOM));
    Documents.addWorks(sums, "t", 40, 1, Documents.of(100, Documents.TRACTABLE));
    assertThat(estimate(sums).oddsCorrected().reason()).startsWith("about 1.").contains("carry the doom mass");
  }

  @Test
  void aSampleGivesTheMultiplicityRatioInsteadOfV() {
    var settings = SETTINGS.withSampled(0.1);
    var sums = Documents.sums(settings);
    Documents.addWorks(sums, "d", 40, 4, Documents.of(100, Documents.DOOM));
    Documents.addWorks(sums, "t", 40, 2, Documents.of(100, Documents.TRACTABLE));
    var estimates = estimate(settings, sums);
    assertThat(estimates.vCopies().identifiable()).isFalse();
    assertThat(estimates.vCopies().reason()).contains("thinning").contains("multiplicity ratio doom : tractable 2.8");
    assertThat(estimates.oddsWorks().reason()).contains("this sample");
    var ratio = new Estimator(FixedMatrix.SHARP, settings).multiplicityRatio(sums);
    assertThat(ratio.value()).isCloseTo(31.0 / 11, within(0.05));
  }

  @Test
  void aDeduplicatedCorpusNeedsDeclaredCounts() {
    var settings = SETTINGS.withDeduplicated(true);
    assertThat(estimate(settings, corpus(settings, 2)).vCopies().reason()).contains("declared deduplicated");
  }

  @Test
  void declaredCountsWeighTheDocumentsAndAreLabelled() {
    var settings = SETTINGS.withDeduplicated(true).withSampled(0.5);
    var sums = Documents.sums(settings);
    Documents.addWorks(sums, "d", 40, 1, Documents.declared(100, 3, Documents.DOOM));
    Documents.addWorks(sums, "t", 40, 1, Documents.declared(100, 1, Documents.TRACTABLE));
    var v = estimate(settings, sums).vCopies();
    assertThat(v.value()).isCloseTo(3, within(0.15));
    assertThat(v.reason()).startsWith("before deduplication");
  }

  @Test
  void sameSumsGiveTheSameFigures() {
    assertThat(estimate(corpus(SETTINGS, 3))).isEqualTo(estimate(corpus(SETTINGS, 3)));
  }

  @Test
  void refusesSumsOfOtherSettings() {
    var foreign = Documents.sums(SETTINGS.withReplicates(100));
    assertThatThrownBy(() -> estimate(foreign)).hasMessageContaining("Cannot estimate from sums drawn by");
  }

  @Test
  void settingsRefuseWhatMakesNoSense() {
    assertThat(ViralitySettings.defaults()).isEqualTo(new ViralitySettings(1000, 0, 10, 10, 20, false, 0.8, 1));
    assertThatThrownBy(() -> SETTINGS.withReplicates(99)).hasMessageContaining("99 replicates");
    assertThatThrownBy(() -> SETTINGS.withSampled(0)).hasMessageContaining("sampled share 0.0");
    assertThatThrownBy(() -> SETTINGS.withSampled(Double.NaN)).hasMessageContaining("sampled share NaN");
    assertThatThrownBy(() -> new ViralitySettings(1000, 0, 0, 1, 1, false, 0.8, 1)).hasMessageContaining("below one");
  }
}
