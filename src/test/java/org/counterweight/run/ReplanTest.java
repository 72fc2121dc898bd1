package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.counterweight.corpus.InputSettings;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.Manifest;
import org.counterweight.manifest.BrokenRunException;
import org.counterweight.manifest.Problem;
import org.counterweight.manifest.RowFormat;
import org.counterweight.manifest.RunFolderException;
import org.counterweight.manifest.Runs;
import org.counterweight.manifest.Verifier;
import org.counterweight.plan.Arm;
import org.counterweight.plan.Budget;
import org.counterweight.plan.Experiment;
import org.counterweight.plan.MadePlan;
import org.counterweight.plan.PlanSettings;
import org.counterweight.plan.Stage;
import org.counterweight.plan.Target;
import org.counterweight.virality.PlannedSums;
import org.counterweight.virality.PriorShift;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan on the census of a finished run is the plan that a whole run makes, and needs nothing but that census. */
class ReplanTest {

  private static final double THRESHOLD = 0.02;

  private final Engine engine = new StreamEngine(Progress.SILENT);
  @TempDir Path folder;
  private Path input;
  private Path output;
  private Published first;

  @BeforeEach
  void firstRun() throws IOException {
    input = MadeCorpus.write(folder.resolve("in"));
    output = folder.resolve("out");
    first = run(output, PlanSettings.defaults(), THRESHOLD);
  }

  private Published run(Path to, PlanSettings plan, double threshold) throws IOException {
    return new Run(MadeCorpus.job(input, to, plan, threshold), engine).publish();
  }

  private Replanned replan(Path from, PlanSettings plan, double threshold) throws IOException {
    var run = FinishedRun.open(Storage.local(), Runs.resolve(Storage.local(), Storage.path(from.toString())), engine);
    return new Replan(MadeCorpus.job(input, from, plan, threshold), engine, run).publish();
  }

  private FinishedRun opened(Published run) throws IOException {
    return FinishedRun.open(Storage.local(), Storage.path(local(run.folder()).toString()), engine);
  }

  private static Path local(String folder) {
    return Path.of(URI.create(folder));
  }

  private static Target odds(double odds) {
    return new Target.Odds(odds);
  }

  private static PlanSettings settings(Target target, double epochs, double floor, OptionalDouble host, Budget budget) {
    return MadePlan.settings(
        target, epochs, floor, Map.of("s1", 2.0), OptionalDouble.empty(), host, budget, false,
        OptionalDouble.empty(), 0);
  }

  @Test
  void theSameSettingsGiveTheSameRowsFiguresAndReach() throws IOException {
    var again = replan(output, PlanSettings.defaults(), THRESHOLD);
    assertThat(again.manifest().logicalDigest()).isEqualTo(first.manifest().logicalDigest());
    assertThat(again.manifest().plan()).isEqualTo(first.manifest().plan());
    assertThat(again.manifest().totals()).isEqualTo(first.manifest().totals());
    assertThat(again.manifest().provenance().inputs()).isEqualTo(first.manifest().provenance().inputs());
    assertThat(files(again.manifest(), "statistics/")).isEqualTo(files(first.manifest(), "statistics/"));
    assertThat(files(again.manifest(), "quarantine/")).isEqualTo(files(first.manifest(), "quarantine/")).hasSize(3);
  }

  @Test
  void whatNoPlanChangesIsTheFileThatTheFirstRunWrote() throws IOException {
    var again = replan(output, settings(odds(0.5), 6, 0.5, OptionalDouble.empty(), Budget.FIXED), THRESHOLD);
    for (var kept : List.of("passages/", "quarantine/", "census/")) {
      assertThat(files(again.manifest(), kept)).isEqualTo(files(first.manifest(), kept)).isNotEmpty();
    }
    assertThat(files(again.manifest(), "documents/")).isNotEqualTo(files(first.manifest(), "documents/"));
    assertThat(verified(again)).isEmpty();
    var passages = firstOf(local(again.folder()).resolve("passages"), ".jsonl");
    Files.write(passages, flipped(Files.readAllBytes(passages)));
    assertThat(verified(again)).singleElement().asString().contains("passages/part-00000.jsonl", "SHA-256");
  }

  private static List<Problem> verified(Replanned run) throws IOException {
    return Verifier.verify(Storage.local(), Storage.path(local(run.folder()).toString())).problems();
  }

  @Test
  void anotherFormatIsWrittenAnewWithTheSameRows() throws IOException {
    var plan = settings(odds(0.5), 6, 0.5, OptionalDouble.empty(), Budget.ADDITIVE);
    var lines = replan(output, plan, THRESHOLD);
    var job = parquet(MadeCorpus.job(input, output, plan, THRESHOLD));
    var columns = new Replan(job, engine, opened(first)).publish();
    assertThat(columns.manifest().logicalDigest()).isEqualTo(lines.manifest().logicalDigest());
    assertThat(columns.manifest().plan()).isEqualTo(lines.manifest().plan());
    assertThat(files(columns.manifest(), "quarantine/")).isEqualTo(files(first.manifest(), "quarantine/"));
    assertThat(files(columns.manifest(), "passages/").toString()).contains(".parquet").doesNotContain(".jsonl");
    assertThat(verified(columns)).isEmpty();
  }

  private static Job parquet(Job job) {
    return new Job(
        job.inputs(), job.output(), job.storage(), job.reading(), job.judgement(), job.virality(), job.plan(),
        job.experiment(), RowFormat.PARQUET, job.sample(), job.reuse(), job.identity());
  }

  @Test
  void anExperimentReachesWhatThatOfAWholeRunDoes() throws IOException {
    var doses = new Experiment(List.of(Stage.only()), List.of(Arm.TREATMENT, Arm.SALIENCE), List.of(0.01, 0.05), 1);
    long split = InputSettings.defaults().splitBytes();
    var plan = PlanSettings.defaults();
    var whole = MadeCorpus.job(List.of(input), folder.resolve("whole"), plan, doses, THRESHOLD, split);
    var again = MadeCorpus.job(List.of(input), output, plan, doses, THRESHOLD, split);
    var replanned = new Replan(again, engine, opened(first)).publish();
    assertThat(replanned.manifest().variants()).hasSize(4)
        .isEqualTo(new Run(whole, engine).publish().manifest().variants());
    assertThat(verified(replanned)).isEmpty();
  }

  @Test
  void wordsMetOnceAreAddedUpAgainForAnotherShift() throws IOException {
    var run = opened(first);
    var other = new PriorShift(2, 1, 1, 1, "");
    assertThat(run.once().of(run.once().shift())).contains(run.once().sums()).isNotEqualTo(run.once().of(other));
    var none = new Once(other, new PlannedSums(run.masses().weights()));
    var forgotten = new FinishedRun(
        run.folder(), run.manifest(), run.statistics(), run.drift(), run.findings(), run.masses(), none);
    var job = MadeCorpus.job(input, output, PlanSettings.defaults(), THRESHOLD);
    var again = new Replan(job, engine, forgotten).publish();
    assertThat(again.manifest().plan()).isEqualTo(first.manifest().plan());
  }

  private static List<?> files(Manifest manifest, String below) {
    return manifest.files().stream().filter(file -> file.path().startsWith(below)).toList();
  }

  @Test
  void anotherPlanIsTheOneThatAWholeRunWouldMake() throws IOException {
    var plans =
        List.of(
            settings(odds(0.5), 6, 0.5, OptionalDouble.empty(), Budget.ADDITIVE),
            settings(new Target.Share(0.3), 4, 1, OptionalDouble.of(0.3), Budget.FIXED),
            settings(new Target.Debias(Target.By.COPIES), 4, 1, OptionalDouble.empty(), Budget.ADDITIVE));
    for (int i = 0; i < plans.size(); i++) {
      double threshold = 0.02 + 0.1 * i;
      var whole = run(folder.resolve("whole-" + i), plans.get(i), threshold).manifest();
      var again = replan(output, plans.get(i), threshold).manifest();
      assertThat(again.logicalDigest()).isEqualTo(whole.logicalDigest());
      assertThat(again.plan()).isEqualTo(whole.plan());
      assertThat(again.defaultWeight()).isEqualTo(whole.defaultWeight());
    }
  }

  @Test
  void itNeedsNoCorpusAndSurvivesAMove() throws IOException {
    try (var shards = Files.list(input)) {
      for (var shard : shards.toList()) {
        Files.delete(shard);
      }
    }
    var moved = Files.move(output, folder.resolve("elsewhere"));
    var again = replan(moved, PlanSettings.defaults(), THRESHOLD);
    assertThat(again.manifest().logicalDigest()).isEqualTo(first.manifest().logicalDigest());
  }

  @Test
  void itIsARunOfItsOwnThatNamesItsCensus() throws IOException {
    var census = local(first.folder()).getFileName().toString();
    var second = replan(output, settings(odds(0.4), 4, 1, OptionalDouble.empty(), Budget.ADDITIVE), THRESHOLD);
    assertThat(second.manifest().provenance().census()).isEqualTo(census);
    assertThat(first.manifest().provenance().census()).isEmpty();
    assertThat(Files.readString(output.resolve("LATEST")).strip())
        .isEqualTo(local(second.folder()).getFileName().toString());
    assertThat(Verifier.verify(Storage.local(), Storage.path(local(second.folder()).toString())).problems()).isEmpty();

    var third = replan(output, PlanSettings.defaults(), THRESHOLD);
    assertThat(third.manifest().provenance().census()).isEqualTo(census);
    assertThat(third.manifest().logicalDigest()).isEqualTo(first.manifest().logicalDigest());
  }

  @Test
  void aCensusThatIsGoneOrChangedIsRefusedAndNothingIsPublished() throws IOException {
    var run = local(first.folder());
    var cached = firstOf(output.resolve("cache"), ".tagged.zst");
    refusedAfter(cached, bytes -> null, cached.getFileName() + " is gone; run again");
    refusedAfter(cached, ReplanTest::flipped, "was changed; run again");
    refusedAfter(run.resolve("census/ledger.bin"), ReplanTest::flipped, "census/ledger.bin was changed");
    refusedAfter(firstOf(run.resolve("census"), "works-00000.bin"), bytes -> new byte[0], "was changed");
    refusedAfter(run.resolve("statistics/corpus.json"), bytes -> (new String(bytes) + " ").getBytes(), "was changed");
    refusedAfter(firstOf(run.resolve("passages"), ".jsonl"), ReplanTest::flipped, "was changed");
    refusedAfter(run.resolve("passages/part-00001.jsonl"), bytes -> null, "passages/part-00001.jsonl");
    refusedAfter(firstOf(run.resolve("quarantine"), ".jsonl"), ReplanTest::flipped, "was changed");
    refusedAfter(run.resolve("_SUCCESS"), bytes -> null, "was not completed");
    refusedAfter(run.resolve("manifest.json"), ReplanTest::flipped, "manifest.json: ");
    try (var runs = Files.list(output.resolve("runs"))) {
      assertThat(runs).hasSize(1);
    }
  }

  private interface Change {
    byte[] of(byte[] bytes);
  }

  private static byte[] flipped(byte[] bytes) {
    var other = bytes.clone();
    other[bytes.length / 2] ^= 1;
    return other;
  }

  private static Path firstOf(Path folder, String suffix) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().findFirst().orElseThrow();
    }
  }

  private void refusedAfter(Path file, Change change, String why) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    byte[] other = change.of(bytes);
    if (other == null) {
      Files.delete(file);
    } else {
      Files.write(file, other);
    }
    assertThatThrownBy(() -> replan(local(first.folder()), PlanSettings.defaults(), THRESHOLD))
        .isInstanceOfAny(RunFolderException.class, BrokenRunException.class)
        .hasMessageStartingWith("Cannot ")
        .hasMessageContaining(why);
    Files.write(file, bytes);
  }
}
