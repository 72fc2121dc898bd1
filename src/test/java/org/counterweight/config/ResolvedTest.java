package org.counterweight.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolvedTest {

  @Test
  void theResolvedTextGivesTheSameConfigurationAgain() throws Exception {
    var yaml =
        """
        corpus: {text: [body, "no", "5", "metadata.Post Title"], source-from-path: '/([^/]+)/', sampled: 5%,
          engagement: [{field: views, zero: unknown}, claps]}
        plan: {base: {"a: b": 2, 2019: 1, "\\"": 3}, target: {share: 1%}}
        seed: 5
        """;
    var first = load(yaml);
    var again = load(first.resolved().yaml());

    assertThat(again.resolved().yaml()).isEqualTo(first.resolved().yaml());
    assertThat(again.resolved().values()).isEqualTo(first.resolved().values());
    assertThat(again.resolved().digest()).isEqualTo(first.resolved().digest());
    assertThat(again.corpus()).isEqualTo(first.corpus());
    assertThat(again.plan()).isEqualTo(first.plan());
    assertThat(load(first.resolved().explained()).resolved().digest()).isEqualTo(first.resolved().digest());
  }

  @Property(seed = "1", tries = 200)
  void anyTextSurvivesTheRoundTrip(
      @ForAll @StringLength(min = 1, max = 20) String name,
      @ForAll @DoubleRange(min = 0, max = 1000) double epochs)
      throws Exception {
    var first = load("plan: {base: {" + Canonical.quoted(name) + ": " + epochs + "}}");

    assertThat(first.plan().base()).isEqualTo(Map.of(name, epochs));
    assertThat(load(first.resolved().yaml()).plan()).isEqualTo(first.plan());
  }

  @Test
  void keysStandInTheOrderOfTheShippedFile() throws Exception {
    var yaml = load("seed: 1\nrun: {cache: false}\n").resolved().yaml();

    assertThat(yaml).startsWith("corpus:\n  preset: auto\n  text: null\n").endsWith("  cache: false\nseed: 1\n");
    assertThat(yaml).contains("    - {\"field\": \"metadata.view_count\", \"zero\": \"unknown\"}\n");
    assertThat(yaml.lines().filter(line -> line.equals("plan:"))).hasSize(1);
  }

  @Test
  void theExplainedTextSaysWhereEachChangeComesFrom() throws Exception {
    var explained =
        Assembly.load("a.yaml", Optional.of("\nseed: 1\n"), List.of("plan.target.share=1%")).resolved().explained();

    assertThat(explained).contains("seed: 1  # line 2\n", "share: 1%  # --set\n", "odds: null  # --set\n");
    assertThat(explained.lines().filter(line -> line.contains("#"))).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "corpus.sampled=1%, corpus.sampled=0.01",
    "corpus.sampled=1e-2, corpus.sampled=0.010",
    "input.max-record-bytes=32MiB, input.max-record-bytes=33554432",
    "corpus.text=body, corpus.text=[body]",
    "seed=1e3, seed=1000",
    "plan.target.odds=1, plan.target.odds=1.0"
  })
  void theDigestDoesNotDependOnHowAValueIsWritten(String one, String other) throws Exception {
    assertThat(digest(one)).isEqualTo(digest(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "run.engine=stream", "run.master=yarn", "run.cache=false", "output.format=jsonl", "input.split-bytes=64KiB",
    "input.max-bad-fraction=1", "input.max-damaged-shards=5", "stance.model=elsewhere/model"
  })
  void howARunGoesIsNotInTheDigest(String set) throws Exception {
    assertThat(digest(set)).isEqualTo(Configuration.defaults().resolved().digest()).matches("[0-9a-f]{64}");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "seed=1", "plan.floor=0", "plan.base={a: 2}", "virality.replicates=500", "corpus.text=a", "run.sample=1%",
    "input.max-record-bytes=1", "stance.classifier=fast", "corpus.deduplicated=true", "corpus.engagement=[]"
  })
  void whatARunFindsIsInTheDigest(String set) throws Exception {
    assertThat(digest(set)).isNotEqualTo(Configuration.defaults().resolved().digest());
  }

  @ParameterizedTest
  @CsvSource({
    "seed=1, true", "plan.floor=0, true", "virality.replicates=500, true", "corpus.sampled=0.5, true",
    "corpus.text=a, false", "corpus.engagement=[], false", "input.max-record-bytes=1, false",
    "stance.classifier=fast, false"
  })
  void theCensusDigestHoldsOnlyWhatTaggedDocumentsDependOn(String set, boolean same) throws Exception {
    var census = Configuration.load(List.of(set)).resolved().censusDigest();

    assertThat(census.equals(Configuration.defaults().resolved().censusDigest())).isEqualTo(same);
  }

  private static String digest(String set) throws Exception {
    return Configuration.load(List.of(set)).resolved().digest();
  }

  private static Configuration load(String yaml) throws Exception {
    return Assembly.load("a.yaml", Optional.of(yaml), List.of());
  }
}
