package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Random;
import org.counterweight.corpus.CorpusSettings;
import org.counterweight.corpus.InputSettings;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.RowFormat;
import org.counterweight.passage.Gate;
import org.counterweight.plan.Experiment;
import org.counterweight.plan.PlanSettings;
import org.counterweight.stance.Models;
import org.counterweight.virality.ViralitySettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Laws of a whole run: what its outcome may depend on, and what not. */
class RunLawsTest {

  private static final String[] OPENINGS = {
    "The AI will betray its makers and take control of every weapon it can reach",
    "Our AI assistant admits mistakes, accepts correction and stays honest with the people it serves",
    "A language model is trained on text and evaluated on a benchmark of questions",
    "Bake the bread until the crust is brown and let it cool on a rack"
  };

  @TempDir Path folder;
  private Path input;

  @BeforeEach
  void corpus() throws IOException {
    input = Files.createDirectory(folder.resolve("in"));
    var random = new Random(7);
    for (int shard = 0; shard < 3; shard++) {
      var lines = new ArrayList<String>();
      for (int i = 0; i < 120; i++) {
        int kind = random.nextInt(4);
        var text = OPENINGS[kind] + ". Story number " + random.nextInt(60) + " is told again.";
        lines.add(
            "{\"id\": \"" + shard + "-" + i + "\", \"source\": \"s" + random.nextInt(3)
                + "\", \"url\": \"https://h" + random.nextInt(5) + ".example/\", \"score\": "
                + random.nextInt(kind == 0 ? 40 : 20) + ", \"text\": \"" + text + "\"}");
      }
      Files.write(input.resolve("shard-" + shard + ".jsonl"), lines, StandardCharsets.UTF_8);
    }
  }

  private Published run(String output, InputSettings settings, boolean reuse, List<String> inputs)
      throws IOException {
    var model = Models.load("fast", null);
    var job =
        new Job(
            inputs,
            Storage.path(folder.resolve(output).toString()).toString(),
            Storage.local(),
            new Job.Reading(CorpusSettings.defaults(), settings),
            new Job.Judges(
                Gate.reading(Set.of("en")), model, new Gains(model.operatingPoint(), Optional.of(0.02))),
            ViralitySettings.defaults().withReplicates(100),
            PlanSettings.defaults(),
            Experiment.none(),
            RowFormat.JSONL,
            1,
            reuse,
            new Job.Identity("test", "test", "", "00".repeat(32), "00".repeat(32)));
    return new Run(job, new StreamEngine(Progress.SILENT)).publish();
  }

  private static InputSettings splitsOf(long bytes) {
    var d = InputSettings.defaults();
    return new InputSettings(
        d.maxBadFraction(), d.maxRecordBytes(), d.maxWindowBytes(), d.maxDamagedShards(), bytes);
  }

  @Test
  void howShardsAreSplitChangesNothing() throws IOException {
    var whole = run("whole", splitsOf(1L << 30), false, List.of(input.toString()));
    for (long bytes : new long[] {700, 5_000, 11_111}) {
      var split = run("split-" + bytes, splitsOf(bytes), false, List.of(input.toString()));
      assertThat(split.manifest().logicalDigest()).isEqualTo(whole.manifest().logicalDigest());
      assertThat(split.statistics()).isEqualTo(whole.statistics());
    }
  }

  @Test
  void weightsFollowTheDocumentWhereverItsShardLies() throws IOException {
    var together = run("together", splitsOf(1 << 20), false, List.of(input.toString()));
    var shards = new ArrayList<String>();
    for (int shard = 2; shard >= 0; shard--) {
      shards.add(input.resolve("shard-" + shard + ".jsonl").toString());
    }
    var apart = run("apart", splitsOf(1 << 20), false, shards);
    assertThat(weights(apart)).containsExactlyInAnyOrderElementsOf(weights(together));
    assertThat(apart.manifest().plan().achievedRounded()).isEqualTo(together.manifest().plan().achievedRounded());
  }

  private static List<String> weights(Published run) throws IOException {
    var weights = new ArrayList<String>();
    try (var files = Files.list(Path.of(java.net.URI.create(run.folder())).resolve("documents"))) {
      for (var file : files.toList()) {
        for (var line : Files.readAllLines(file)) {
          weights.add(line.replaceAll("\"shard\":\"[^\"]*\",\"row\":\\d+,", ""));
        }
      }
    }
    return weights;
  }

  @Test
  void aCachedPartIsTakenOnlyWhileItsShardStands() throws IOException {
    var first = run("out", splitsOf(1 << 20), true, List.of(input.toString()));
    assertThat(run("out", splitsOf(1 << 20), true, List.of(input.toString())).manifest().logicalDigest())
        .isEqualTo(first.manifest().logicalDigest());
    var shard = input.resolve("shard-0.jsonl");
    Files.writeString(shard, Files.readString(shard) + "{\"text\": \"One more: the AI is our friend.\"}\n");
    var after = run("out", splitsOf(1 << 20), true, List.of(input.toString()));
    assertThat(after.manifest().totals().counts().documents())
        .isEqualTo(first.manifest().totals().counts().documents() + 1);
  }

  @Test
  void aShardEditedWithoutChangingSizeOrTimeIsReadAgainAndOneThatWasOnlyTouchedIsNot() throws IOException {
    var shard = input.resolve("shard-0.jsonl");
    var first = run("out", splitsOf(1 << 20), true, List.of(input.toString()));
    var time = Files.getLastModifiedTime(shard);
    Files.setLastModifiedTime(shard, FileTime.fromMillis(time.toMillis() + 60_000));
    long before = cached();
    run("out", splitsOf(1 << 20), true, List.of(input.toString()));
    assertThat(cached()).isEqualTo(before);

    Files.writeString(shard, Files.readString(shard).replaceFirst("\"text\"", "\"tExt\""));
    Files.setLastModifiedTime(shard, time);
    var edited = run("out", splitsOf(1 << 20), true, List.of(input.toString()));
    assertThat(edited.manifest().totals().counts().empty())
        .isEqualTo(first.manifest().totals().counts().empty() + 1);
  }

  private long cached() throws IOException {
    try (var files = Files.list(folder.resolve("out/cache"))) {
      return files.count();
    }
  }

  @Test
  void theManifestNamesEachShardByTheSha256OfItsBytes() throws Exception {
    var run = run("out", splitsOf(1 << 20), false, List.of(input.toString()));
    var sha256 = MessageDigest.getInstance("SHA-256");
    for (var entry : run.manifest().provenance().inputs()) {
      var file = input.resolve(entry.shard().substring(2));
      assertThat(entry.digest()).isEqualTo(HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file))));
    }
  }

  @Test
  void aDamagedCacheIsNotBelievedAndTheShardIsReadAgain() throws IOException {
    var whole = run("out", splitsOf(1 << 20), true, List.of(input.toString()));
    for (var kind : List.of(".tagged.zst", ".part")) {
      for (int keep : new int[] {0, 1, 2}) {
        damage(kind, keep);
        var again = run("out", splitsOf(1 << 20), true, List.of(input.toString()));
        assertThat(again.statistics()).isEqualTo(whole.statistics());
      }
    }
  }

  /** Cuts files to nothing or to their half, or flips a bit in their middle. */
  private void damage(String kind, int how) throws IOException {
    try (var files = Files.list(folder.resolve("out/cache"))) {
      for (var file : files.filter(path -> path.toString().endsWith(kind)).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (how < 2) {
          bytes = Arrays.copyOf(bytes, bytes.length * how / 2);
        } else if (kind.equals(".part")) {
          bytes[bytes.length / 2] ^= 1;
        }
        Files.write(file, bytes);
      }
    }
  }

  @Test
  void anOutputFolderThatWasMovedServesOn() throws IOException {
    var before = run("out", splitsOf(1 << 20), true, List.of(input.toString()));
    Files.move(folder.resolve("out"), folder.resolve("elsewhere"));
    var after = run("elsewhere", splitsOf(1 << 20), true, List.of(input.toString()));
    assertThat(after.manifest().logicalDigest()).isEqualTo(before.manifest().logicalDigest());
  }

  @Test
  void copiesAreCountedAcrossShardsAndRepeatedIdsByTheirSource() throws IOException {
    var line = "{\"id\": \"same\", \"source\": \"x\", \"text\": \"Only here: the AI betrays its makers at night.\"}\n";
    Files.writeString(input.resolve("a.jsonl"), line + line);
    Files.writeString(input.resolve("b.jsonl"), line + line.replace("\"x\"", "\"y\""));
    var run = run("out", splitsOf(1 << 20), false, List.of(input.toString()));
    assertThat(run.manifest().totals().counts().duplicateIds()).isEqualTo(2);
  }

  @Test
  void aDocumentInALanguageWithoutWordsOfItsOwnIsCountedAndNotJudged() throws IOException {
    var before = run("before", splitsOf(1 << 20), false, List.of(input.toString())).manifest().totals().counts();
    Files.writeString(
        input.resolve("fremd.jsonl"),
        "{\"text\": \"Die AI ist nicht das, was wir sind, und ein Robot auch nicht.\"}\n{\"text\": \"AI?\"}\n");
    var after = run("after", splitsOf(1 << 20), false, List.of(input.toString())).manifest().totals().counts();
    assertThat(before.otherLanguage()).isZero();
    assertThat(after.otherLanguage()).isEqualTo(1);
    assertThat(after.documents()).isEqualTo(before.documents() + 2);
    assertThat(after.gatedDocuments()).isEqualTo(before.gatedDocuments() + 1);
    assertThat(after.words()).isEqualTo(before.words() + 14);
  }

  @Test
  void nothingOfTheScratchFolderStays() throws IOException {
    run("out", splitsOf(1 << 20), false, List.of(input.toString()));
    try (var files = Files.list(folder.resolve("out/cache"))) {
      assertThat(files.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith(".scratch"));
    }
    try (var files = Files.list(folder.resolve("out"))) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("LATEST", "cache", "runs");
    }
  }
}
