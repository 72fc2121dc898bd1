package org.counterweight.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Sha256;
import org.counterweight.corpus.Storage;
import org.counterweight.virality.Change;
import org.counterweight.virality.Drift;
import org.counterweight.virality.Figure;
import org.counterweight.virality.LogOdds;
import org.counterweight.virality.PartDrift;
import org.counterweight.virality.Replicates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run keeps for the next one, and what it says of the one before. */
class DriftFilesTest {

  private static final Storage STORAGE = Storage.local();
  private static final LogOdds KNOWN =
      new LogOdds("", new float[] {0.25f, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NaN, -1e-7f});
  private static final LogOdds UNKNOWN = new LogOdds("too few " + Text.wellFormed(Samples.HOSTILE), new float[0]);

  @TempDir java.nio.file.Path folder;

  private Path root() {
    return new Path(folder.toUri());
  }

  private static Replicates replicates(String name) {
    return new Replicates(name, "ab12", Long.MIN_VALUE, 4, KNOWN, UNKNOWN);
  }

  @Test
  void replicatesComeBackToTheLastBit() throws IOException {
    for (var replicates : List.of(
        replicates("0/a.jsonl"), new Replicates(Text.wellFormed(Samples.HOSTILE), "", 3, 4, UNKNOWN, KNOWN))) {
      var entry = ReplicatesFile.write(STORAGE, root(), 7, replicates);
      assertThat(entry.path()).isEqualTo("statistics/replicates/shard-00007.bin");
      assertThat(ReplicatesFile.read(STORAGE, root(), entry)).isEqualTo(replicates);
    }
  }

  @Test
  void aFileTakesFourBytesAReplicate() throws IOException {
    var many = new LogOdds("", new float[1001]);
    var entry = ReplicatesFile.writeCorpus(STORAGE, root(), new Replicates("corpus", "", 0, 1000, many, many));
    assertThat(entry.size()).isLessThan(2 * 4 * 1001 + 100);
  }

  @Test
  void filesOfShardsAreListedByTheirPlace() throws IOException {
    var files = new ArrayList<FileEntry>();
    for (int place : new int[] {100_000, 3, 20, 99_999}) {
      files.add(ReplicatesFile.write(STORAGE, root(), place, replicates("0/" + place)));
    }
    var corpus = ReplicatesFile.writeCorpus(STORAGE, root(), replicates("corpus"));
    files.add(0, corpus);
    var names = new ArrayList<String>();
    for (var file : ReplicatesFile.shards(files)) {
      names.add(ReplicatesFile.read(STORAGE, root(), file).name());
    }
    assertThat(names).containsExactly("0/3", "0/20", "0/99999", "0/100000");
    assertThat(ReplicatesFile.corpus(files)).contains(corpus);
    assertThat(ReplicatesFile.corpus(List.of())).isEmpty();
  }

  @Test
  void aFileThatWasTouchedIsNotBelieved() throws IOException {
    var entry = ReplicatesFile.write(STORAGE, root(), 0, replicates("0/a"));
    var file = folder.resolve(entry.path());
    byte[] good = Files.readAllBytes(file);
    for (int at = 0; at < good.length; at += 5) {
      byte[] bad = good.clone();
      bad[at] ^= 2;
      Files.write(file, bad);
      assertThatThrownBy(() -> ReplicatesFile.read(STORAGE, root(), entry))
          .isInstanceOf(ManifestException.class)
          .hasMessageContaining("not as its run wrote it");
    }
    Files.delete(file);
    assertThatThrownBy(() -> ReplicatesFile.read(STORAGE, root(), entry)).hasMessageContaining("there is no such file");
  }

  @Test
  void aFileThatBreaksOffOrIsOfAnotherVersionIsAnErrorEvenIfItsDigestIsListed() throws IOException {
    var entry = ReplicatesFile.write(STORAGE, root(), 0, replicates("0/a"));
    byte[] good = Files.readAllBytes(folder.resolve(entry.path()));
    for (int length = 0; length < good.length; length += 3) {
      byte[] cut = java.util.Arrays.copyOf(good, length);
      Files.write(folder.resolve(entry.path()), cut);
      var listed = new FileEntry(entry.path(), length, Sha256.of(cut));
      assertThatThrownBy(() -> ReplicatesFile.read(STORAGE, root(), listed)).isInstanceOf(ManifestException.class);
    }
    good[3] = '2';
    Files.write(folder.resolve(entry.path()), good);
    var listed = new FileEntry(entry.path(), good.length, Sha256.of(good));
    assertThatThrownBy(() -> ReplicatesFile.read(STORAGE, root(), listed)).hasMessageContaining("another version");
  }

  private static Drift drift() {
    var sure = new Change(Figure.of(1.5, 1.2, 1.9), 1e-300, 1e-299);
    var open = new Change(new Figure(2, 0, Double.POSITIVE_INFINITY, true, "one-sided"), 0.4, 0.7);
    return new Drift(
        "20260304T050607Z-00000000",
        "",
        Optional.of(new PartDrift("corpus", PartDrift.Status.CHANGED, sure, Change.unknown("too few"))),
        List.of(
            new PartDrift("0/a.jsonl", PartDrift.Status.CHANGED, sure, open),
            new PartDrift(Text.wellFormed(Samples.HOSTILE), PartDrift.Status.UNCHANGED, Change.NONE, Change.NONE),
            PartDrift.alone("1/b", PartDrift.Status.NEW),
            PartDrift.alone("1/c", PartDrift.Status.GONE)));
  }

  @Test
  void driftComesBackAndItsKeysAreThoseDocumented() throws IOException {
    for (var drift : List.of(drift(), Drift.incomparable("20260304T050607Z-00000000", "another model judged it"))) {
      var entry = DriftFile.write(STORAGE, root(), drift);
      assertThat(DriftFile.read(STORAGE, root(), List.of(entry))).contains(drift);
      assertThat(DriftFile.write(STORAGE, root(), drift)).isEqualTo(entry);
    }
    DriftFile.write(STORAGE, root(), drift());
    var lines = Files.readAllLines(folder.resolve("statistics/drift.jsonl"));
    assertThat(lines).hasSize(6);
    assertThat(lines.get(0))
        .isEqualTo("{\"previous\":\"20260304T050607Z-00000000\",\"comparable\":true,\"reason\":\"\"}");
    assertThat(lines.get(1))
        .startsWith("{\"part\":\"corpus\",\"status\":\"changed\",\"marked\":true,\"judged\":{\"ratio\":");
    assertThat(lines.get(2)).startsWith("{\"shard\":\"0/a.jsonl\",\"status\":\"changed\",\"marked\":true");
    assertThat(lines.get(3)).contains("\"status\":\"unchanged\",\"marked\":false").contains("\"p\":1.0,\"q\":1.0");
    assertThat(lines.get(4)).contains("\"p\":null,\"q\":null,\"marked\":false");
  }

  @Test
  void aRunWithoutARunBeforeHasNoFile() throws IOException {
    assertThat(DriftFile.read(STORAGE, root(), List.of())).isEmpty();
  }

  @Test
  void aDamagedLineIsNamed() throws IOException {
    var entry = DriftFile.write(STORAGE, root(), drift());
    var file = folder.resolve(entry.path());
    Files.writeString(file, Files.readString(file).replaceFirst("\"gone\"", "\"lost\""));
    assertThatThrownBy(() -> DriftFile.read(STORAGE, root(), List.of(entry)))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("drift.jsonl line 6");
  }
}
