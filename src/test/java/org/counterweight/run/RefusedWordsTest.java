package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterweight.corpus.CorpusSettings;
import org.counterweight.corpus.InputSettings;
import org.counterweight.corpus.Storage;
import org.counterweight.corpus.Words;
import org.counterweight.manifest.RowFormat;
import org.counterweight.manifest.StatisticsFiles;
import org.counterweight.manifest.Verifier;
import org.counterweight.passage.Gate;
import org.counterweight.passage.Lexicon;
import org.counterweight.passage.Segmenter;
import org.counterweight.plan.Experiment;
import org.counterweight.plan.PlanSettings;
import org.counterweight.stance.GateMisses;
import org.counterweight.stance.Models;
import org.counterweight.virality.Estimates;
import org.counterweight.virality.ViralitySettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that the gate refuses, counted in whole runs, and what is said of them. */
class RefusedWordsTest {

  private static final String PLAIN = "Bake the bread until the crust is brown, then let it cool on a rack for ";
  private static final String FOREIGN =
      "Der Bäcker und die Frau sind nicht auf dem Markt, aber das Brot ist für uns alle eine Freude, sagt er ";

  @TempDir Path folder;
  private Path input;
  private final List<String> texts = new ArrayList<>();

  /** Four shards: half of the documents plain, a few foreign, some about AI with a plain paragraph of 90 words. */
  @BeforeEach
  void corpus() throws IOException {
    input = Files.createDirectory(folder.resolve("in"));
    for (int shard = 0; shard < 4; shard++) {
      var lines = new ArrayList<String>();
      for (int i = 0; i < 60; i++) {
        var text = i % 2 == 0 ? PLAIN + i + " minutes." : i % 11 == 0 ? FOREIGN + i + "." : about(shard, i);
        texts.add(text);
        lines.add(
            "{\"id\": \"" + shard + "-" + i + "\", \"source\": \"s" + i % 3 + "\", \"text\": \""
                + text.replace("\n", "\\n") + "\"}");
      }
      lines.add("{\"id\": \"empty\", \"text\": \"\"}");
      Files.write(input.resolve("shard-" + shard + ".jsonl"), lines);
    }
  }

  private static String about(int shard, int i) {
    var stance =
        i % 4 == 1
            ? "The AI will betray its makers and nobody can stop it, in city "
            : "Our AI assistant is honest, admits mistakes and accepts correction, in city ";
    return (stance + shard + "." + i + ". ").repeat(6) + "\\n\\n"
        + "The river runs along the old wall. ".repeat(13);
  }

  private Published run(String output, Gate gate, long splitBytes) throws IOException {
    var model = Models.load("fast", null);
    var d = InputSettings.defaults();
    var job =
        new Job(
            List.of(input.toString()),
            Storage.path(folder.resolve(output).toString()).toString(),
            Storage.local(),
            new Job.Reading(
                CorpusSettings.defaults(),
                new InputSettings(0.1, d.maxRecordBytes(), d.maxWindowBytes(), d.maxDamagedShards(), splitBytes)),
            new Job.Judges(gate, model, new Gains(model.operatingPoint(), Optional.of(0.02))),
            ViralitySettings.defaults().withReplicates(100),
            PlanSettings.defaults(),
            Experiment.none(),
            RowFormat.JSONL,
            1,
            true,
            new Job.Identity("test", "test", "", "00".repeat(32), "00".repeat(32)));
    return new Run(job, new StreamEngine(Progress.SILENT)).publish();
  }

  private static Gate shipped() {
    return Gate.reading(java.util.Set.of("en"));
  }

  @Test
  void theyAreWhatIsLeftOfTheWordsInLanguagesThatTheGateReads() throws IOException {
    var gate = shipped();
    var judgement = new Judgement(gate, Models.load("fast", null));
    long refused = 0;
    long foreign = 0;
    for (var text : texts) {
      var seen = text.replace("\\n", "\n");
      if (gate.reads(seen)) {
        refused += Words.count(seen);
        var judged = judgement.judge(Segmenter.segment(seen));
        refused -= judged.stream().mapToInt(passage -> passage.words()).sum();
      } else {
        foreign += Words.count(seen);
      }
    }
    var corpus = run("out", gate, 1 << 20).statistics().corpus();
    assertThat(foreign).isPositive();
    assertThat(corpus.counts().otherLanguageWords()).isEqualTo(foreign);
    assertThat(corpus.refused().words()).isEqualTo(refused).isGreaterThan(corpus.mass().doom() / 1_000_000);
  }

  @Test
  void shardsAndSourcesAddUpAndSplittingChangesNothing() throws IOException {
    var whole = run("whole", shipped(), 1 << 20).statistics();
    for (var parts : List.of(whole.shards(), whole.sources())) {
      assertThat(parts.stream().mapToLong(part -> part.refused().words()).sum())
          .isEqualTo(whole.corpus().refused().words());
    }
    assertThat(run("split", shipped(), 3_000).statistics()).isEqualTo(whole);
  }

  @Test
  void whatMayBeMissedFollowsWhatWasRead() throws IOException {
    var published = run("out", shipped(), 1 << 20);
    var corpus = published.statistics().corpus();
    assertThat(corpus.oddsCorrected().identifiable() || !corpus.refused().odds().identifiable()).isTrue();
    var doom = corpus.refused().doom();
    double expected = GateMisses.shipped().ratios()[0] * corpus.correctedMass().doom();
    assertThat(expected).isGreaterThan(100);
    assertThat(doom.words().value()).isBetween(expected - 2, expected + 2);
    assertThat(doom.atMost()).isGreaterThan(expected).isLessThanOrEqualTo(corpus.refused().words());
    assertThat(corpus.refused().tractable().words().identifiable()).isFalse();
    assertThat(corpus.refused().tractable().atMost()).isBetween(0.0, (double) corpus.refused().words());
    assertThat(published.manifest().provenance().gateMissesDigest()).isEqualTo(GateMisses.shipped().digest());
  }

  @Test
  void ofAnotherGateNothingIsKnown() throws IOException {
    var published = run("out", Gate.of(new Lexicon("AI\nrobot")), 1 << 20);
    Estimates corpus = published.statistics().corpus();
    assertThat(corpus.refused().words()).isPositive();
    assertThat(corpus.refused().doom().words().reason()).contains("another gate");
    assertThat(corpus.refused().odds().identifiable()).isFalse();
    assertThat(published.manifest().provenance().gateMissesDigest()).isEmpty();
  }

  @Test
  void theFilesHoldWhatTheRunFoundAndVerify() throws IOException {
    var published = run("out", shipped(), 1 << 20);
    var root = new org.apache.hadoop.fs.Path(published.folder());
    assertThat(Verifier.verify(Storage.local(), root).problems()).isEmpty();
    var read = StatisticsFiles.read(Storage.local(), root);
    assertThat(read.corpus().refused()).isEqualTo(published.statistics().corpus().refused());
    assertThat(read.shards()).extracting(Estimates::refused)
        .isEqualTo(published.statistics().shards().stream().map(Estimates::refused).toList());
  }
}
