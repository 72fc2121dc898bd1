package org.counterweight.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionTest {

  private static final Set<String> KNOWN = new LinkedHashSet<>(Assembly.shipped().defaults().settings().keySet());

  @ParameterizedTest
  @CsvSource({
    "corpus.txt, corpus.text",
    "corpus.sorce, corpus.source",
    "corpus.langauge, corpus.language",
    "corpus.engagements, corpus.engagement",
    "corpus.sourceFromPath, corpus.source-from-path",
    "corpus.created_order, corpus.created-order",
    "input.max_bad_fraction, input.max-bad-fraction",
    "input.maxRecordBytes, input.max-record-bytes",
    "input.bad-fraction, input.max-bad-fraction",
    "plan.epochs, plan.max-epochs",
    "plan.maxEpochs, plan.max-epochs",
    "max-epochs, plan.max-epochs",
    "plan.odds, plan.target.odds",
    "plan.targets.odds, plan.target.odds",
    "target.odds, plan.target.odds",
    "odds, plan.target.odds",
    "plan.debias.both_ways, plan.debias.both-ways",
    "classifier, stance.classifier",
    "stance.clasifier, stance.classifier",
    "virality.replicate, virality.replicates",
    "replicates, virality.replicates",
    "format, output.format",
    "run.seed, seed",
    "SEED, seed",
    "sede, seed"
  })
  void aSlipIsRecognised(String slip, String meant) {
    assertThat(Suggestion.nearest(slip, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "temperature", "spark.executor.memory", "x.y.z", "corpus.helicopter", "", "..."})
  void nothingIsSuggestedWhereNothingIsNear(String key) {
    assertThat(Suggestion.nearest(key, KNOWN)).isEmpty();
  }

  @Test
  void aKeyOfAnyLengthIsNoWork() {
    assertThat(Suggestion.nearest("a".repeat(1_000_000), KNOWN)).isEmpty();
  }

  @Test
  void swappedNeighboursAreOneSlip() {
    assertThat(Suggestion.distance("seed", "sede")).isEqualTo(1);
    assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
    assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
  }

  @Property(seed = "1", tries = 300)
  void distanceIsSymmetricAndZeroOnlyForEquals(
      @ForAll @AlphaChars @StringLength(max = 12) String a, @ForAll @AlphaChars @StringLength(max = 12) String b) {
    assertThat(Suggestion.distance(a, b)).isEqualTo(Suggestion.distance(b, a));
    assertThat(Suggestion.distance(a, b) == 0).isEqualTo(a.equals(b));
    assertThat(Suggestion.distance(a, b))
        .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
  }
}
