package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.ManifestJson;
import org.counterweight.passage.Gate;
import org.counterweight.passage.Lexicon;
import org.counterweight.plan.PlanSettings;
import org.counterweight.stance.JudgedPassage;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.TaggedDocument;
import org.counterweight.virality.LogOdds;
import org.counterweight.virality.Replicates;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With which run before a new one can be compared. */
class PreviousTest {

  private static final Storage STORAGE = Storage.local();

  @TempDir static Path folder;
  private static Job job;

  @BeforeAll
  static void run() throws IOException {
    var input = MadeCorpus.write(folder.resolve("in"));
    job = MadeCorpus.job(input, folder.resolve("out"), PlanSettings.defaults(), 0.02);
    new Run(job, new StreamEngine(Progress.SILENT)).publish();
  }

  private static org.apache.hadoop.fs.Path at(Path path) {
    return new org.apache.hadoop.fs.Path(path.toUri());
  }

  private static Replicates now(long seed, int count) {
    var few = new LogOdds("too few", new float[0]);
    return new Replicates("corpus", "", seed, count, few, few);
  }

  private static Previous previous() throws IOException {
    return Previous.of(STORAGE, at(folder.resolve("out"))).orElseThrow();
  }

  private static Job with(Job.Judges judges) {
    return new Job(
        job.inputs(), job.output(), job.storage(), job.reading(), judges, job.virality(), job.plan(),
        job.experiment(), job.format(), job.sample(), job.reuse(), job.identity());
  }

  @Test
  void theSameJobCanBeCompared() throws IOException {
    assertThat(previous().incomparable(STORAGE, job, now(0, 100))).isEmpty();
    assertThat(previous().id()).matches("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}");
  }

  @Test
  void anotherGateIsAnotherInstrument() throws IOException {
    var judges = job.judgement();
    var gate = Gate.of(Lexicon.shipped("en"));
    assertThat(gate.digest()).isNotEqualTo(judges.gate().digest());
    var changed = with(new Job.Judges(gate, judges.classifier(), judges.gains()));
    assertThat(previous().incomparable(STORAGE, changed, now(0, 100))).isEqualTo("another gate chose its passages");
  }

  @Test
  void anotherModelIsNamedWithItsDigest() throws IOException {
    var before = previous();
    var made = before.manifest().orElseThrow();
    var own = made.provenance();
    var text =
        ManifestJson.write(made)
            .replace(own.modelDigest(), "ab".repeat(32))
            .replace("\"model\" : \"" + own.model() + "\"", "\"model\" : \"cascade\"");
    var judgedByAnother = new Previous(before.folder(), Optional.of(ManifestJson.parse(text)), "");
    assertThat(judgedByAnother.incomparable(STORAGE, job, now(0, 100)))
        .startsWith("another model judged it: cascade with digest abababababab, now fast with ");
  }

  @Test
  void aRunOfAnEarlierVersionKeepsNoReplicates() throws IOException {
    var before = previous();
    var made = before.manifest().orElseThrow();
    var text = ManifestJson.write(made).replace("statistics/replicates/", "statistics/kept/");
    var old = Optional.of(ManifestJson.parse(text));
    assertThat(new Previous(before.folder(), old, "").incomparable(STORAGE, job, now(0, 100)))
        .contains("keeps no replicates");
  }

  @Test
  void anOutputFolderWithoutAWholeRunHasNone() throws IOException {
    var empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(Previous.of(STORAGE, at(empty))).isEmpty();
    Files.writeString(empty.resolve("LATEST"), "../../etc\n");
    assertThat(Previous.of(STORAGE, at(empty))).isEmpty();
    Files.writeString(empty.resolve("LATEST"), "20260304T050607Z-00000000\n");
    assertThat(Previous.of(STORAGE, at(empty))).isEmpty();
    Files.createDirectories(empty.resolve("runs/20260304T050607Z-00000000"));
    var broken = Previous.of(STORAGE, at(empty)).orElseThrow();
    assertThat(broken.incomparable(STORAGE, job, now(0, 100))).contains("was not completed");
  }

  @Test
  void whatWasJudgedAndNotHowTheFileLooksIsTheContent() throws IOException {
    var one = new ContentDigest();
    var other = new ContentDigest();
    var moved = new ContentDigest();
    one.add(document("0/a.jsonl", 3, 200_000));
    other.add(document("7/elsewhere.parquet", 99, 200_000));
    moved.add(document("0/a.jsonl", 3, 200_001));
    assertThat(List.of(one.hex())).containsExactly(other.hex()).doesNotContain(moved.hex());
  }

  /** A document of one passage, with this probability of doom. */
  private static TaggedDocument document(String shard, long row, int doom) {
    var p = new Probabilities(doom, 0, 0, 0, 1_000_000 - doom);
    return new TaggedDocument(
        shard, row, "", "s", "", "", 12, -1, 0, false, "ab".repeat(32), List.of(),
        List.of(new JudgedPassage(0, 40, 12, p, p.stance())));
  }
}
