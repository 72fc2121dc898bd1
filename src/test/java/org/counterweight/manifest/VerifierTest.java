package org.counterweight.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Sha256;
import org.counterweight.corpus.Storage;
import org.counterweight.virality.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {

  private static final Storage STORAGE = Storage.local();

  @TempDir java.nio.file.Path folder;

  @Test
  void anIntactRunHasNoProblems() throws IOException {
    publish();
    var verified = verify();
    assertThat(verified.ok()).isTrue();
    assertThat(verified.documents()).isEqualTo(20);
    assertThat(verified.files()).isEqualTo(10);
    assertThat(verified.logicalDigest()).isEqualTo(ManifestJson.read(STORAGE, run()).logicalDigest());
  }

  @Test
  void aChangedByteInAnyFileIsNamed() throws IOException {
    publish();
    for (var file : files()) {
      byte[] good = Files.readAllBytes(file);
      for (int at : new int[] {0, good.length / 3, good.length - 1}) {
        byte[] bad = good.clone();
        bad[at] ^= 1;
        Files.write(file, bad);
        String name = runFolder().relativize(file).toString();
        String blamed = name.equals("_SUCCESS") ? "manifest.json" : name;
        assertThat(verify().problems()).as("%s byte %d", file, at).extracting(Problem::path).contains(blamed);
      }
      Files.write(file, good);
    }
    assertThat(verify().ok()).isTrue();
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    publish();
    for (var file : files()) {
      byte[] good = Files.readAllBytes(file);
      Files.delete(file);
      String name = runFolder().relativize(file).toString();
      assertThat(verify().problems()).extracting(Problem::path).contains(name);
      Files.write(file, good);
    }
  }

  @Test
  void aShortFileIsNamed() throws IOException {
    publish();
    var file = runFolder().resolve("documents/part-00001.parquet");
    byte[] good = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(good, good.length - 1));
    assertThat(verify().problems())
        .extracting(Problem::toString)
        .containsExactly("documents/part-00001.parquet: has " + (good.length - 1) + " bytes, not " + good.length);
  }

  @Test
  void aForeignFileIsNamed() throws IOException {
    publish();
    Files.writeString(runFolder().resolve("trainers\u202e.txt"), "x");
    Files.writeString(runFolder().resolve("documents/.part.crc"), "x");
    assertThat(verify().problems())
        .extracting(Problem::path)
        .containsExactlyInAnyOrder("trainers\\u202e.txt", "documents/.part.crc");
  }

  @Test
  void totalsThatTheRowsDoNotHaveAreNamed() throws IOException {
    write(Samples.rows(1, 20), 21, null);
    assertThat(verify().problems())
        .extracting(Problem::what)
        .containsExactly("counts 21 AI documents, but there are 20 rows");
  }

  @Test
  void anotherDigestThanTheRowsHaveIsNamed() throws IOException {
    write(Samples.rows(1, 20), 20, Sha256.of(new byte[0]));
    assertThat(verify().problems())
        .extracting(Problem::what)
        .containsExactly("holds another logical digest than the rows have");
  }

  @Test
  void repeatsThatTheWeightCannotGiveAreNamed() throws IOException {
    var rows = new ArrayList<>(Samples.rows(1, 20));
    var row = rows.get(4).document();
    var repeated =
        new DocumentRow(
            row.shard(), row.row(), row.docId(), row.source(), row.words(), row.pDoom(), row.pTractable(),
            row.stance(), row.work(), row.copiesPresent(), row.copiesDeclared(), 1_500_000, 3, "b", "r");
    rows.set(4, new RowReader.Row(repeated, rows.get(4).passages()));
    write(rows, 20, null);
    assertThat(verify().problems()).extracting(Problem::what).singleElement().asString()
        .contains("3 repeats of weight 1.5");
  }

  @Test
  void statisticsThatAreNotTheTotalsAreNamed() throws IOException {
    try (var publication = begin()) {
      var manifest = RunSample.fill(STORAGE, publication.staging(), 1, 20);
      var files = new ArrayList<>(manifest.files());
      files.removeIf(file -> file.path().startsWith("statistics/"));
      files.addAll(StatisticsFiles.write(STORAGE, publication.staging(), Samples.statistics(19)));
      publication.publish(Samples.manifest(20, files, manifest.logicalDigest()), true);
    }
    assertThat(verify().problems())
        .extracting(Problem::path)
        .containsExactly("statistics/corpus.json", "statistics/shards.jsonl");
  }

  @Test
  void refusedWordsThatDoNotAddUpAreNamed() throws IOException {
    try (var publication = begin()) {
      var manifest = RunSample.fill(STORAGE, publication.staging(), 1, 20);
      var files = new ArrayList<>(manifest.files());
      files.removeIf(file -> file.path().startsWith("statistics/"));
      var all = Samples.statistics(20);
      var twice = List.of(all.shards().get(0), all.shards().get(0).with(Samples.engagement()));
      var odd =
          new Statistics(all.corpus(), twice, all.sources(), all.months(), all.quotes(), all.concentration());
      files.addAll(StatisticsFiles.write(STORAGE, publication.staging(), odd));
      publication.publish(Samples.manifest(20, files, manifest.logicalDigest()), true);
    }
    assertThat(verify().problems()).extracting(Problem::what).contains("counts refused words that do not add up");
  }

  @Test
  void aFolderThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> Verifier.verify(STORAGE, new Path(folder.toUri() + "/none")))
        .isInstanceOf(ManifestException.class)
        .hasMessageStartingWith("Cannot verify ");
  }

  private void publish() throws IOException {
    write(Samples.rows(1, 20), 20, null);
  }

  private void write(List<RowReader.Row> rows, long counted, String digest) throws IOException {
    try (var publication = begin()) {
      var manifest = RunSample.fill(STORAGE, publication.staging(), rows, counted);
      publication.publish(digest == null ? manifest : Samples.manifest(counted, manifest.files(), digest), true);
    }
  }

  private Publication begin() throws IOException {
    return Publication.begin(STORAGE, dir(), Instant.EPOCH, Sha256.of(new byte[0]));
  }

  private Verified verify() throws IOException {
    return Verifier.verify(STORAGE, run());
  }

  private Path dir() {
    return new Path(folder.toUri());
  }

  private Path run() throws IOException {
    return Runs.resolve(STORAGE, dir());
  }

  private java.nio.file.Path runFolder() throws IOException {
    try (Stream<java.nio.file.Path> runs = Files.list(folder.resolve("runs"))) {
      return runs.findFirst().orElseThrow();
    }
  }

  private List<java.nio.file.Path> files() throws IOException {
    try (Stream<java.nio.file.Path> all = Files.walk(folder.resolve("runs"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
