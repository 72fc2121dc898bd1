package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.RunFolderException;
import org.counterweight.manifest.Runs;
import org.counterweight.manifest.VariantEntry;
import org.counterweight.manifest.Verifier;
import org.counterweight.plan.Arm;
import org.counterweight.plan.Experiment;
import org.counterweight.plan.PlanSettings;
import org.counterweight.plan.Stage;
import org.counterweight.plan.StageSize;
import org.counterweight.plan.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs with stages, arms and doses: what each variant's folder holds, and what it depends on. */
class ExperimentTest {

  private static final double THRESHOLD = 0.02;
  private static final List<Arm> ARMS = List.of(Arm.TREATMENT, Arm.SALIENCE, Arm.PLACEBO);
  private static final Experiment ARMS_AND_DOSES =
      new Experiment(List.of(Stage.only()), ARMS, List.of(0.005, 0.02), 1);

  @TempDir Path folder;

  private Published run(String output, List<Path> inputs, Experiment experiment, double threshold, long splitBytes)
      throws IOException {
    var job =
        MadeCorpus.job(inputs, folder.resolve(output), PlanSettings.defaults(), experiment, threshold, splitBytes);
    return new Run(job, new StreamEngine(Progress.SILENT)).publish();
  }

  private Published run(Experiment experiment, boolean ai, double threshold) throws IOException {
    return run("out", List.of(MadeLengths.write(folder.resolve("in"), 3, ai)), experiment, threshold, 1 << 20);
  }

  private static Path local(String folder) {
    return Path.of(URI.create(folder));
  }

  private static List<JsonNode> rows(Published run, VariantEntry variant) throws IOException {
    var rows = new ArrayList<JsonNode>();
    try (var files = Files.list(local(run.folder()).resolve(variant.folder()).resolve("documents"))) {
      for (var file : files.sorted().toList()) {
        for (var line : Files.readAllLines(file)) {
          rows.add(new ObjectMapper().readTree(line));
        }
      }
    }
    return rows;
  }

  private static Map<String, Integer> repeats(Published run, VariantEntry variant) throws IOException {
    var repeats = new HashMap<String, Integer>();
    for (var row : rows(run, variant)) {
      repeats.put(row.get("source").asText() + " " + row.get("doc_id").asText(), row.get("repeats").asInt());
    }
    return repeats;
  }

  private static long extraWords(Published run, VariantEntry variant) throws IOException {
    return rows(run, variant).stream()
        .mapToLong(row -> (row.get("repeats").asLong() - 1) * row.get("words").asLong())
        .sum();
  }

  @Test
  void armsAddTheSameWordsAndLargerDosesMore() throws IOException {
    var run = run(ARMS_AND_DOSES, true, THRESHOLD);
    var variants = run.manifest().variants();
    assertThat(variants.stream().map(VariantEntry::name))
        .containsExactly(
            "main.treatment.0.5pct", "main.treatment.2pct", "main.salience.0.5pct", "main.salience.2pct",
            "main.placebo.0.5pct", "main.placebo.2pct");
    for (var variant : variants) {
      assertThat(variant.plan().feasible()).as(variant.name() + variant.plan().reason()).isTrue();
      long words = extraWords(run, variant);
      double wanted = variant.plan().dose() * variant.plan().wordsBefore();
      assertThat((double) words).isCloseTo(wanted, within(0.01 * wanted + 240));
      assertThat(variant.plan().extraWords()).isEqualTo(words);
      assertThat(variant.plan().wordsAfter() - variant.plan().wordsBefore()).isEqualTo(words);
    }
    for (int smaller : new int[] {0, 2, 4}) {
      var larger = repeats(run, variants.get(smaller + 1));
      repeats(run, variants.get(smaller))
          .forEach((id, times) -> assertThat(larger.get(id)).isGreaterThanOrEqualTo(times));
      double matched = extraWords(run, variants.get(0));
      assertThat((double) extraWords(run, variants.get(smaller))).isCloseTo(matched, within(0.01 * matched));
    }
    double odds = variants.get(4).plan().achievedExpected();
    assertThat(variants.get(2).plan().achievedExpected()).isCloseTo(odds, within(5e-3 * odds)); // a third of a document
    assertThat(variants.get(1).plan().achievedExpected()).isLessThan(variants.get(0).plan().achievedExpected());
    assertThat(variants.get(0).plan().achievedExpected()).isLessThan(odds);
  }

  @Test
  void noPlaceboIsAboutAiOrInAnotherLanguageAndNoneIsListedElsewhere() throws IOException {
    var run = run(ARMS_AND_DOSES, true, THRESHOLD);
    var about = new HashSet<String>();
    for (var row : rows(run, run.manifest().variants().get(0))) {
      about.add(row.get("doc_id").asText());
      assertThat(row.get("reason").asText()).isNotEqualTo("placebo");
    }
    var texts = texts();
    var rows = rows(run, run.manifest().variants().get(5));
    var listed = rows.stream().filter(row -> row.get("reason").asText().equals("placebo")).toList();
    assertThat(listed).hasSizeGreaterThan(5);
    for (var row : listed) {
      var id = row.get("doc_id").asText();
      assertThat(about).doesNotContain(id);
      assertThat(texts.get(id)).startsWith("Bake the bread.").doesNotContain("AI");
      assertThat(id).doesNotStartWith("made-").doesNotStartWith("de-");
      assertThat(row.get("stance").asText()).isEqualTo("not_ai");
      assertThat(row.get("p_doom").asDouble() + row.get("p_tractable").asDouble()).isZero();
      assertThat(row.get("weight").asDouble()).isEqualTo(row.get("repeats").asDouble()).isBetween(2.0, 4.0);
    }
  }

  private Map<String, String> texts() throws IOException {
    var texts = new HashMap<String, String>();
    try (var files = Files.list(folder.resolve("in"))) {
      for (var file : files.toList()) {
        for (var line : Files.readAllLines(file)) {
          var json = new ObjectMapper().readTree(line);
          texts.put(json.get("id").asText(), json.get("text").asText());
        }
      }
    }
    return texts;
  }

  @Test
  void splitsAndTheOrderOfShardsChangeNoVariant() throws IOException {
    var whole = run(ARMS_AND_DOSES, true, THRESHOLD);
    var input = folder.resolve("in");
    for (long bytes : new long[] {7_000, 50_001}) {
      var split = run("split-" + bytes, List.of(input), ARMS_AND_DOSES, THRESHOLD, bytes);
      assertThat(split.manifest().variants()).isEqualTo(whole.manifest().variants());
    }
    var turned = List.of(2, 0, 1).stream().map(shard -> input.resolve("shard-" + shard + ".jsonl")).toList();
    var other = run("turned", turned, ARMS_AND_DOSES, THRESHOLD, 1 << 20);
    for (int i = 0; i < 6; i++) {
      assertThat(repeats(other, other.manifest().variants().get(i)))
          .isEqualTo(repeats(whole, whole.manifest().variants().get(i)));
      assertThat(other.manifest().variants().get(i).plan()).isEqualTo(whole.manifest().variants().get(i).plan());
    }
  }

  @Test
  void everyVariantCanBeVerifiedByItselfAndTheRunCoversAll() throws IOException {
    var run = run(ARMS_AND_DOSES, true, THRESHOLD);
    var root = Storage.path(local(run.folder()).toString());
    assertThat(Verifier.verify(Storage.local(), root).problems()).isEmpty();
    for (var variant : run.manifest().variants().subList(1, 6)) {
      var folder = new org.apache.hadoop.fs.Path(root, variant.folder());
      var verified = Verifier.verify(Storage.local(), folder);
      assertThat(verified.problems()).isEmpty();
      assertThat(verified.logicalDigest()).isEqualTo(variant.logicalDigest());
    }
    var rows = local(run.folder()).resolve("variants/main.placebo.2pct/documents/part-00000.jsonl");
    Files.writeString(rows, Files.readString(rows).replaceFirst("\"repeats\":2", "\"repeats\":3"));
    assertThat(Verifier.verify(Storage.local(), root).problems().stream().map(Object::toString))
        .anyMatch(problem -> problem.contains("variants/main.placebo.2pct/documents"));
    Files.delete(local(run.folder()).resolve("variants/main.salience.2pct/_SUCCESS"));
    assertThat(Verifier.verify(Storage.local(), root).problems().stream().map(Object::toString))
        .anyMatch(problem -> problem.contains("variants/main.salience.2pct/_SUCCESS"));
  }

  @Test
  void aFinishedCensusServesEveryExperimentThatItKeptControlsFor() throws IOException {
    var run = run(ARMS_AND_DOSES, true, THRESHOLD);
    assertThat(replanned("out", ARMS_AND_DOSES).manifest().variants()).isEqualTo(run.manifest().variants());
    var target = new Experiment(List.of(Stage.only()), ARMS, List.of(), 0.5);
    assertThat(replanned("out", target).manifest().variants()).hasSize(3);
    run("bare", List.of(folder.resolve("in")), Experiment.none(), THRESHOLD, 1 << 20);
    assertThatThrownBy(() -> replanned("bare", ARMS_AND_DOSES))
        .isInstanceOf(RunFolderException.class)
        .hasMessageContaining("it kept none; run again with plan.arms");
  }

  private Replanned replanned(String output, Experiment experiment) throws IOException {
    var to = folder.resolve(output);
    var engine = new StreamEngine(Progress.SILENT);
    var census =
        FinishedRun.open(Storage.local(), Runs.resolve(Storage.local(), Storage.path(to.toString())), engine);
    var job =
        MadeCorpus.job(List.of(folder.resolve("in")), to, PlanSettings.defaults(), experiment, THRESHOLD, 1 << 20);
    return new Replan(job, engine, census).publish();
  }

  @Test
  void whereNothingMayGainTheControlsMatchTheZeroGain() throws IOException {
    var run = run(ARMS_AND_DOSES, true, 1);
    for (var variant : run.manifest().variants()) {
      assertThat(variant.plan().extraWords()).isZero();
      assertThat(variant.plan().feasible()).isEqualTo(!variant.plan().arm().equals("treatment"));
      assertThat(variant.plan().reason()).isNotEmpty();
    }
    assertThat(run.manifest().feasible()).isFalse();
  }

  @Test
  void aCorpusWithoutAiGetsNoDoseAndSaysSo() throws IOException {
    var run = run(ARMS_AND_DOSES, false, THRESHOLD);
    for (var variant : run.manifest().variants()) {
      assertThat(variant.plan().extraWords()).isZero();
    }
    assertThat(run.manifest().plan().reason()).contains("no document about AI would help");
    assertThat(Verifier.verify(Storage.local(), Storage.path(local(run.folder()).toString())).problems()).isEmpty();
  }

  @Test
  void stagesShareTheCapOfADocument() throws IOException {
    var early = new Stage("early", new StageSize.Epochs(1), Optional.empty(), OptionalDouble.of(2.5));
    var odds = Optional.<Target>of(new Target.Odds(0.2));
    var late = new Stage("late", new StageSize.Words(60_000), odds, OptionalDouble.empty());
    var run = run(new Experiment(List.of(early, late), ARMS, List.of(0.3), 1), true, THRESHOLD);
    var variants = run.manifest().variants();
    assertThat(variants).hasSize(6);
    assertThat(variants.get(3).plan().wordsBefore()).isBetween(59_900L, 60_100L);
    for (int arm = 0; arm < 3; arm++) {
      var sums = new HashMap<String, Double>();
      for (var variant : Set.of(variants.get(arm), variants.get(3 + arm))) {
        for (var row : rows(run, variant)) {
          sums.merge(row.get("doc_id").asText(), row.get("weight").asDouble(), Double::sum);
        }
      }
      assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isLessThanOrEqualTo(4 + 1e-5));
    }
  }
}
