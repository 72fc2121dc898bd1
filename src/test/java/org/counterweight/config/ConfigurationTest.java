package org.counterweight.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.counterweight.corpus.CorpusSettings;
import org.counterweight.corpus.DateOrder;
import org.counterweight.corpus.EngagementField;
import org.counterweight.corpus.Field;
import org.counterweight.corpus.InputSettings;
import org.counterweight.corpus.Preset;
import org.counterweight.manifest.RowFormat;
import org.counterweight.plan.Arm;
import org.counterweight.plan.Budget;
import org.counterweight.plan.Experiment;
import org.counterweight.plan.Guards;
import org.counterweight.plan.PlanSettings;
import org.counterweight.plan.Stage;
import org.counterweight.plan.StageSize;
import org.counterweight.plan.Target;
import org.counterweight.plan.Variant;
import org.counterweight.virality.Prior;
import org.counterweight.virality.Priors;
import org.counterweight.virality.ViralitySettings;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

  private static final String EVERY_KEY =
      """
      corpus:
        preset: dolma
        text: [body, text]
        id: uid
        source: from
        url: link
        created: when
        tokens: n
        language: lang
        copies: cluster
        synthetic: machine
        source-from-path: '/([^/]+)/documents/'
        created-order: dmy
        engagement: [claps, {field: views, zero: unknown}, {field: metadata.Post Score, zero: zero}]
        sampled: 5%
        deduplicated: true
      input:
        max-bad-fraction: 2%
        max-record-bytes: 1MiB
        max-window-bytes: 8 MiB
        max-damaged-shards: 3
        split-bytes: 65536
      stance:
        classifier: cascade
        model: models/mine.bin
        gain-threshold: 0.25
        lexicons: {de: my/german.txt}
      virality:
        replicates: 1e3
        min-works: 11
        min-copied-works: 12
        min-validation: 13
        near-copies: 90%
        prior:
          v-copies: {log-ratio: 0.25, sd: 0.5}
          v-engagement: {sd: 1, log-ratio: -1}
      plan:
        base: {wiki: 2, 2019: 0.5}
        target: {share: 1.5%}
        max-epochs: 6.5
        floor: 0
        max-gain: {source: 50%, host: 0.1}
        budget: fixed
        debias: {elasticity: 0.3, both-ways: true}
        exclude: [evals/a.jsonl, 'more/*.jsonl']
        synthetic: 10%
        alarm: {host-share: 0.3}
        arms: [treatment]
        doses: []
        stages: [{name: early, tokens: 1e9}, {name: late, epochs: 0.5, target: {odds: 0.5}, max-epochs: 3}]
        controls: 20%
      output: {format: jsonl}
      run: {engine: stream, master: "local[2]", sample: 1%, cache: false}
      seed: -7
      """;

  @Test
  void theShippedFileHoldsTheDefaultsOfEveryRecord() {
    var defaults = Configuration.defaults();

    assertThat(defaults.corpus()).isEqualTo(CorpusSettings.defaults());
    assertThat(defaults.input()).isEqualTo(InputSettings.defaults());
    assertThat(defaults.stance()).isEqualTo(StanceSettings.defaults());
    assertThat(defaults.virality()).isEqualTo(ViralitySettings.defaults());
    assertThat(defaults.plan()).isEqualTo(PlanSettings.defaults());
    assertThat(defaults.experiment()).isEqualTo(Experiment.none());
    assertThat(defaults.run()).isEqualTo(RunSettings.defaults());
    assertThat(defaults.output()).isEqualTo(RowFormat.PARQUET);
    assertThat(defaults.seed()).isZero();
  }

  @Test
  void mapsTheCorpusAndItsInput() throws Exception {
    var read = load(EVERY_KEY);

    assertThat(read.corpus())
        .isEqualTo(
            new CorpusSettings(
                Preset.DOLMA,
                Map.of(
                    Field.TEXT, List.of("body", "text"),
                    Field.ID, List.of("uid"),
                    Field.SOURCE, List.of("from"),
                    Field.URL, List.of("link"),
                    Field.CREATED, List.of("when"),
                    Field.TOKENS, List.of("n"),
                    Field.LANGUAGE, List.of("lang"),
                    Field.COPIES, List.of("cluster"),
                    Field.SYNTHETIC, List.of("machine")),
                "/([^/]+)/documents/",
                List.of(
                    EngagementField.of("claps"),
                    new EngagementField("views", true),
                    EngagementField.of("metadata.Post Score")),
                0.05,
                true,
                DateOrder.DMY));
    assertThat(read.input()).isEqualTo(new InputSettings(0.02, 1 << 20, 8 << 20, 3, 65536));
  }

  @Test
  void mapsTheStages() throws Exception {
    var read = load(EVERY_KEY);

    assertThat(read.stance())
        .isEqualTo(
            new StanceSettings(
                StanceSettings.Kind.CASCADE,
                Optional.of("models/mine.bin"),
                Optional.of(0.25),
                Map.of("de", "my/german.txt")));
    assertThat(read.virality()).isEqualTo(
            new ViralitySettings(
                1000, -7, 11, 12, 13, true, 0.9, 0.05, new Priors(new Prior(0.25, 0.5), new Prior(-1, 1))));
    assertThat(read.plan())
        .isEqualTo(
            new PlanSettings(
                new Target.Share(0.015),
                6.5,
                0,
                Map.of("wiki", 2.0, "2019", 0.5),
                OptionalDouble.of(0.5),
                OptionalDouble.of(0.1),
                Budget.FIXED,
                true,
                OptionalDouble.of(0.3),
                new Guards(OptionalDouble.of(0.1), OptionalDouble.of(0.3)),
                -7));
    assertThat(read.experiment())
        .isEqualTo(
            new Experiment(
                List.of(
                    new Stage("early", new StageSize.Tokens(1_000_000_000), Optional.empty(), OptionalDouble.empty()),
                    new Stage(
                        "late",
                        new StageSize.Epochs(0.5),
                        Optional.of(new Target.Odds(0.5)),
                        OptionalDouble.of(3))),
                List.of(Arm.TREATMENT),
                List.of(),
                0.2));
    assertThat(read.excluded()).containsExactly("evals/a.jsonl", "more/*.jsonl");
    assertThat(read.output()).isEqualTo(RowFormat.JSONL);
    assertThat(read.run())
        .isEqualTo(new RunSettings(Engine.STREAM, Optional.of("local[2]"), OptionalDouble.of(0.01), false));
    assertThat(read.seed()).isEqualTo(-7);
  }

  @Test
  void mapsArmsAndDosesInTheirOrderWhateverTheirOrderInTheFile() throws Exception {
    var read = load("plan: {arms: [placebo, treatment, placebo], doses: [1%, 0.001, 0.01]}");

    assertThat(read.experiment().arms()).containsExactly(Arm.TREATMENT, Arm.PLACEBO);
    assertThat(read.experiment().doses()).containsExactly(0.001, 0.01);
    assertThat(read.experiment().variants().stream().map(Variant::name))
        .containsExactly(
            "main.treatment.0.1pct", "main.treatment.1pct", "main.placebo.0.1pct", "main.placebo.1pct");
  }

  @Test
  void theFullMappingLeavesNoKeyAtItsDefaultUntested() throws Exception {
    var defaults = Configuration.defaults().resolved().values();
    var read = load(EVERY_KEY).resolved().values();

    assertThat(defaults.keySet()).isEqualTo(read.keySet());
    assertThat(read.keySet().stream().filter(key -> read.get(key).equals(defaults.get(key))))
        .containsExactly(
            "plan.arms", "plan.doses", "plan.target.debias", "virality.replicates");
  }

  @Test
  void aModelFileStandsForItsKind() throws Exception {
    assertThat(load("stance: {classifier: cascade}").stance().name()).isEqualTo("cascade");
    assertThat(load("stance: {model: mine/a.model}").stance().model()).contains("mine/a.model");
  }

  @Test
  void aPartitionColumnIsTheSource() throws Exception {
    assertThat(load("corpus: {source-from-path: {column: site}}").corpus().sourceFromPath()).isEqualTo("site");
  }

  @Test
  void anEmptyListSwitchesAFieldOff() throws Exception {
    assertThat(load("corpus: {url: []}").corpus().candidates(Field.URL)).isEmpty();
  }

  static Configuration load(String yaml) throws Exception {
    return Configuration.load("a.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), List.of());
  }
}
