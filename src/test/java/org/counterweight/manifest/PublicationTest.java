package org.counterweight.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Sha256;
import org.counterweight.corpus.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {

  private static final Storage STORAGE = Storage.local();
  private static final Instant START = Instant.parse("2026-03-04T05:06:07.8Z");
  private static final String DIGEST = Sha256.of(new byte[0]);
  private static final long PLENTY = Long.MAX_VALUE;

  @TempDir java.nio.file.Path folder;

  @Test
  void aPublishedRunIsCompleteAndTheLatest() throws IOException {
    var run = RunSample.publish(STORAGE, dir(), START, 1);
    assertThat(run.getName()).isEqualTo("20260304T050607Z-" + DIGEST.substring(0, 8));
    assertThat(Runs.resolve(STORAGE, dir())).isEqualTo(run);
    assertThat(Runs.resolve(STORAGE, run)).isEqualTo(run);
    assertThat(Verifier.verify(STORAGE, run).problems()).isEmpty();
    assertThat(paths()).noneMatch(path -> path.contains(".staging") || path.contains(".lock") || path.endsWith(".tmp"));
  }

  @Test
  void successHoldsTheDigestOfTheHeader() throws IOException {
    var run = folder.resolve("out/runs").resolve(RunSample.publish(STORAGE, dir(), START, 1).getName());
    assertThat(Files.readString(run.resolve("_SUCCESS")))
        .isEqualTo(Sha256.of(Files.readAllBytes(run.resolve("manifest.json"))) + "  manifest.json\n");
  }

  @Test
  void runsOfTheSameSecondGetIdsOfTheirOwnInOrder() throws IOException {
    var first = RunSample.publish(STORAGE, dir(), START, 1);
    var second = RunSample.publish(STORAGE, dir(), START, 2);
    assertThat(Runs.list(STORAGE, dir())).containsExactly(first.getName(), second.getName());
    assertThat(Runs.resolve(STORAGE, dir())).isEqualTo(second);
  }

  @Test
  void aRunThatIsGivenUpLeavesTheOlderOneAlone() throws IOException {
    var first = RunSample.publish(STORAGE, dir(), START, 1);
    var before = paths();
    try (var publication = Publication.begin(STORAGE, dir(), START.plusSeconds(1), DIGEST)) {
      publication.write("report.html", "half");
    }
    assertThat(paths()).isEqualTo(before);
    assertThat(Runs.resolve(STORAGE, dir())).isEqualTo(first);
  }

  @Test
  void whatADeadRunLeftIsRemovedByTheNext() throws IOException {
    Files.createDirectories(folder.resolve("out/runs/.20250101T000000Z-00000000.staging/documents"));
    RunSample.publish(STORAGE, dir(), START, 1);
    assertThat(paths()).noneMatch(path -> path.contains(".staging"));
  }

  @Test
  void aSecondRunIsRefusedWhileTheFirstIsOpen() throws IOException {
    try (var first = Publication.begin(STORAGE, dir(), START, DIGEST)) {
      assertThatThrownBy(() -> Publication.begin(STORAGE, dir(), START, DIGEST))
          .isInstanceOf(ManifestException.class)
          .hasMessageStartingWith("Cannot write to " + dir() + ": another run holds it (")
          .hasMessageContaining("pid " + ProcessHandle.current().pid() + ", since 2");
      assertThat(STORAGE.fileSystem(dir()).exists(first.staging())).isTrue();
    }
    RunSample.publish(STORAGE, dir(), START, 1);
  }

  @Test
  void leftoversOfDeadAttemptsAreNotPublished() throws IOException {
    try (var publication = Publication.begin(STORAGE, dir(), START, DIGEST)) {
      var manifest = RunSample.fill(STORAGE, publication.staging(), 1, 20);
      NewFile.create(STORAGE, publication.staging(), "documents/part-00009.parquet");
      var run = publication.publish(manifest, true);
      assertThat(Verifier.verify(STORAGE, run).problems()).isEmpty();
    }
  }

  @Test
  void filesThatAreNotThoseOfTheManifestAreNotPublished() throws IOException {
    try (var publication = Publication.begin(STORAGE, dir(), START, DIGEST)) {
      var manifest = RunSample.fill(STORAGE, publication.staging(), 1, 20);
      publication.write("stray.txt", "x");
      assertThatThrownBy(() -> publication.publish(manifest, true))
          .isInstanceOf(ManifestException.class)
          .hasMessageContaining("not listed [stray.txt (1 bytes)]");
    }
    assertThat(Runs.list(STORAGE, dir())).isEmpty();
  }

  @Test
  void aFullDiskAtAnyPointPublishesNothing() throws IOException {
    var faulty = FaultyFileSystem.path(folder.resolve("out"));
    var old = RunSample.publish(FaultyFileSystem.storage(PLENTY, PLENTY), faulty, START, 1);
    long needed = PLENTY - 1 - FaultyFileSystem.BYTES.get();
    var before = paths();
    for (long bytes = 0; bytes < needed; bytes += bytes > needed - 300 ? 61 : needed / 12) {
      var storage = FaultyFileSystem.storage(bytes, PLENTY);
      assertThatThrownBy(() -> RunSample.publish(storage, faulty, START.plusSeconds(60), 1))
          .as("%d of %d bytes", bytes, needed)
          .isInstanceOf(ManifestException.class)
          .hasMessageStartingWith("Cannot write ")
          .hasMessageContaining("No space left on device");
      assertThat(paths()).isEqualTo(before);
      assertThat(Runs.resolve(storage, faulty)).isEqualTo(old);
    }
  }

  @Test
  void aRefusedRenameAtAnyPointLeavesThePointer() throws IOException {
    var faulty = FaultyFileSystem.path(folder.resolve("out"));
    var old = RunSample.publish(FaultyFileSystem.storage(PLENTY, PLENTY), faulty, START, 1);
    long needed = PLENTY - FaultyFileSystem.RENAMES.get();
    assertThat(needed).isGreaterThan(8);
    for (long renames = 0; renames < needed; renames++) {
      var storage = FaultyFileSystem.storage(PLENTY, renames);
      assertThatThrownBy(() -> RunSample.publish(storage, faulty, START.plusSeconds(60), 1))
          .isInstanceOf(ManifestException.class)
          .hasMessageContaining("refused to rename");
      assertThat(Runs.resolve(storage, faulty)).isEqualTo(old);
      assertThat(paths()).noneMatch(path -> path.contains(".staging") || path.endsWith(".tmp"));
    }
  }

  @Test
  void aLocalFileSystemWithChecksumFilesIsUsedWithoutThem() throws IOException {
    try (var checked = FileSystem.newInstanceLocal(new Configuration())) {
      NewFile.write(PublishedFiles.plain(checked), dir(), "a.txt", new byte[] {1});
    }
    assertThat(paths()).containsExactly("", "out", "out/a.txt");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Files.writeString(folder.resolve("out"), "a file");
    assertThatThrownBy(() -> Publication.begin(STORAGE, dir(), START, DIGEST))
        .isInstanceOf(ManifestException.class)
        .hasMessageStartingWith("Cannot write to " + dir() + ": ");
  }

  @Test
  void aPointerThatLeadsElsewhereIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("out"));
    for (String id : List.of("../../etc", "", "20260304T050607Z-0000000g", "x\ny")) {
      Files.writeString(folder.resolve("out/LATEST"), id);
      assertThatThrownBy(() -> Runs.resolve(STORAGE, dir())).hasMessageContaining("does not hold a run's id");
    }
    Files.writeString(folder.resolve("out/LATEST"), "20260304T050607Z-00000000\n");
    assertThatThrownBy(() -> Runs.resolve(STORAGE, dir())).hasMessageContaining("it is gone");
  }

  @Test
  void aFolderWithoutRunsIsNamed() {
    assertThatThrownBy(() -> Runs.resolve(STORAGE, dir()))
        .isInstanceOf(ManifestException.class)
        .hasMessageStartingWith("Cannot find a run in " + dir());
  }

  private Path dir() {
    return new Path(folder.resolve("out").toUri());
  }

  private List<String> paths() throws IOException {
    try (Stream<java.nio.file.Path> all = Files.walk(folder)) {
      return all.map(path -> folder.relativize(path).toString()).sorted().toList();
    }
  }
}
