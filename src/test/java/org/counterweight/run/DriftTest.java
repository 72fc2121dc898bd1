package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.DriftFile;
import org.counterweight.manifest.Verifier;
import org.counterweight.plan.PlanSettings;
import org.counterweight.virality.Change;
import org.counterweight.virality.Drift;
import org.counterweight.virality.PartDrift;
import org.counterweight.virality.ViralitySettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over one corpus as it changes. */
class DriftTest {

  private static final String DOOM =
      "The AI will betray its makers and take control of every weapon it can reach. Nobody can stop it, case %d.";

  @TempDir Path folder;
  private Path input;

  @BeforeEach
  void corpus() throws IOException {
    input = MadeCorpus.write(folder.resolve("in"));
  }

  private Published run(UnaryOperator<Job> change) throws IOException {
    var job = MadeCorpus.job(input, folder.resolve("out"), PlanSettings.defaults(), 0.02);
    return new Run(change.apply(with(job, 100, 0, 1)), new StreamEngine(Progress.SILENT)).publish();
  }

  private Published run() throws IOException {
    return run(job -> job);
  }

  /** Only the same text is a copy, since the made texts are much alike. */
  private static Job with(Job job, int replicates, long seed, double sample) {
    var v = job.virality().withReplicates(replicates);
    var seeded =
        new ViralitySettings(
            v.replicates(), seed, v.minWorks(), v.minCopiedWorks(), v.minValidation(), v.deduplicated(), 1,
            v.sampled());
    return new Job(
        job.inputs(), job.output(), job.storage(), job.reading(), job.judgement(), seeded, job.plan(), job.experiment(),
        job.format(), sample, job.reuse(), job.identity());
  }

  /** Adds records about AI's revolt to the first shard. */
  private void moreDoom(int records) throws IOException {
    var lines = new ArrayList<String>();
    for (int i = 0; i < records; i++) {
      lines.add("{\"id\": \"new-" + i + "\", \"source\": \"s0\", \"text\": \"" + DOOM.formatted(i) + "\"}");
    }
    var shard = input.resolve("shard-0.jsonl");
    lines.addAll(0, Files.readAllLines(shard));
    Files.write(shard, lines);
  }

  private static List<PartDrift.Status> statuses(Drift drift) {
    return drift.shards().stream().map(PartDrift::status).toList();
  }

  @Test
  void theFirstRunHasNothingToCompareWith() throws IOException {
    var first = run();
    assertThat(first.drift()).isEmpty();
    assertThat(first.manifest().files()).noneMatch(file -> file.path().equals("statistics/drift.jsonl"));
    assertThat(first.manifest().files())
        .filteredOn(file -> file.path().startsWith("statistics/replicates/"))
        .hasSize(4);
  }

  @Test
  void theSameCorpusTwiceGivesNoDriftAndTheSameDigest() throws IOException {
    var first = run();
    var second = run();
    var drift = second.drift().orElseThrow();
    assertThat(drift.previous()).isEqualTo(new org.apache.hadoop.fs.Path(first.folder()).getName());
    assertThat(statuses(drift)).containsOnly(PartDrift.Status.UNCHANGED).hasSize(3);
    assertThat(drift.shards()).allMatch(shard -> shard.judged().equals(Change.NONE));
    assertThat(drift.corpus().orElseThrow().corrected()).isEqualTo(Change.NONE);
    assertThat(second.manifest().logicalDigest()).isEqualTo(first.manifest().logicalDigest());
    assertThat(Verifier.verify(Storage.local(), new org.apache.hadoop.fs.Path(second.folder()))
        .problems()).isEmpty();
  }

  @Test
  void aFileWrittenAnewWithOtherTextBesideIsTheSame() throws IOException {
    run();
    var shard = input.resolve("shard-1.jsonl");
    Files.writeString(shard, Files.readString(shard) + "{\"id\": \"x\", \"text\": \"Plant the beans in May.\"}\n");
    assertThat(statuses(run().drift().orElseThrow())).containsOnly(PartDrift.Status.UNCHANGED);
  }

  @Test
  void theShardThatGainsDoomIsMarkedAndTheOthersAreExactlyTheSame() throws IOException {
    run();
    moreDoom(120);
    var second = run();
    var drift = second.drift().orElseThrow();
    assertThat(drift.marked()).extracting(PartDrift::name).containsExactly("0/shard-0.jsonl");
    var first = drift.shards().get(0);
    assertThat(first.judged().ratio().low()).isGreaterThan(1);
    assertThat(first.judged().p()).isLessThan(0.001);
    assertThat(statuses(drift).subList(1, 3)).containsOnly(PartDrift.Status.UNCHANGED);
    assertThat(drift.corpus().orElseThrow().judged().ratio().value()).isGreaterThan(1);
    var folder = new org.apache.hadoop.fs.Path(second.folder());
    var storage = Storage.local();
    assertThat(DriftFile.read(storage, folder, second.manifest().files())).contains(drift);
    var report = Files.readString(Path.of(folder.toUri()).resolve("report.html"));
    assertThat(report).contains("Since the run before").contains(drift.previous());
  }

  @Test
  void shardsThatCameOrWentAreListed() throws IOException {
    run();
    Files.move(input.resolve("shard-2.jsonl"), input.resolve("shard-9.jsonl"));
    var drift = run().drift().orElseThrow();
    assertThat(drift.shards()).extracting(part -> part.name() + " " + part.status())
        .containsExactly(
            "0/shard-0.jsonl UNCHANGED", "0/shard-1.jsonl UNCHANGED", "0/shard-9.jsonl NEW", "0/shard-2.jsonl GONE");
  }

  @Test
  void anotherSeedNumberOfReplicatesOrASampleIsNotCompared() throws IOException {
    run();
    assertThat(run(job -> with(job, 100, 5, 0.4)).drift().orElseThrow().reason()).contains("sample of the shards");
    assertThat(run(job -> with(job, 120, 0, 1)).drift().map(Drift::reason))
        .contains("it has 100 replicates, now 120");
    assertThat(run(job -> with(job, 120, 5, 1)).drift().map(Drift::reason)).contains("its seed was 0, now 5");
    assertThat(run(job -> with(job, 120, 5, 1)).drift().map(Drift::reason)).contains("");
  }

  @Test
  void aRunBeforeThatWasTouchedIsNotBelievedAndStopsNothing() throws IOException {
    var first = Path.of(new org.apache.hadoop.fs.Path(run().folder()).toUri());
    Files.write(first.resolve("statistics/replicates/shard-00000.bin"), new byte[] {1, 2, 3});
    assertThat(run().drift().orElseThrow().reason()).contains("not as its run wrote it");
    var second = Path.of(new org.apache.hadoop.fs.Path(run().folder()).toUri());
    Files.writeString(second.resolve("manifest.json"), "{}");
    var third = run();
    assertThat(third.drift().orElseThrow().reason()).contains("manifest.json: schema_version is missing");
    assertThat(third.drift().map(Drift::corpus)).contains(Optional.empty());
  }
}
