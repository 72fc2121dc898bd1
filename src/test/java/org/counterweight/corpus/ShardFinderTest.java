package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardFinderTest {
  private static final ShardFinder FINDER = new ShardFinder(Storage.local());
  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    for (String name : List.of("b.jsonl", "a/z.jsonl.gz", "a/deep/y.parquet", "a-x.json", "notes.txt", "a/raw.warc.gz",
        ".hidden.jsonl", "_SUCCESS.jsonl", ".git/x.jsonl", "_tmp/x.jsonl")) {
      put(name);
    }
  }

  private void put(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, Shards.lines(1));
  }

  private static List<String> names(Listing listing) {
    return listing.shards().stream().map(Shard::name).toList();
  }

  private Listing find(String... names) {
    return FINDER.find(List.of(names).stream().map(name -> folder.resolve(name).toString()).toList());
  }

  @Test
  void aFolderIsSearchedToTheBottomInStableOrder() {
    Listing listing = FINDER.find(List.of(folder.toString()));
    assertThat(names(listing)).containsExactly("0/a-x.json", "0/a/deep/y.parquet", "0/a/z.jsonl.gz", "0/b.jsonl");
    assertThat(listing.skipped()).extracting(Listing.Skipped::path).containsExactly("a/raw.warc.gz", "notes.txt");
    assertThat(listing.skipped().get(0).reason()).contains("WET");
    assertThat(listing.bytes()).isEqualTo(4L * Shards.lines(1).length());
    assertThat(FINDER.find(List.of(folder + "/"))).isEqualTo(listing);
  }

  @Test
  void inputsAreNumberedAndAFileIsReadOnce() {
    Listing listing = find("b.jsonl", "a", "a/deep");
    assertThat(names(listing)).containsExactly("0/b.jsonl", "1/deep/y.parquet", "1/z.jsonl.gz");
    assertThat(listing.skipped()).contains(new Listing.Skipped(2, "y.parquet", "already read for input 1"));
  }

  @Test
  void aPatternIsNamedFromItsFixedPart() {
    assertThat(names(find("*.json*"))).containsExactly("0/a-x.json", "0/b.jsonl");
    assertThat(names(find("*"))).containsExactly("0/a-x.json", "0/a/deep/y.parquet", "0/a/z.jsonl.gz", "0/b.jsonl");
    assertThat(names(find("a/*/y.parquet"))).containsExactly("0/deep/y.parquet");
    assertThat(names(find("{b,c}.jsonl"))).containsExactly("0/b.jsonl");
    assertThat(names(find("_*"))).containsExactly("0/_SUCCESS.jsonl", "0/_tmp/x.jsonl");
  }

  @Test
  void awkwardNamesAreFoundAndReadAsTheyStand() throws IOException {
    List<String> names = List.of("a b.jsonl", "50%.jsonl", "%41.jsonl", "c#d.jsonl", "e:f.jsonl", "g?h.jsonl",
        "[x].jsonl",
        "{y}.jsonl", "*.jsonl", "caf\u00e9.jsonl", "p+q.jsonl", "back\\slash.jsonl");
    for (String name : names) {
      put("odd/" + name);
      Listing one = find("odd/" + name);
      assertThat(names(one)).containsExactly("0/" + name);
      assertThat(Shards.read(one.shards().get(0), CorpusSettings.defaults(),
          InputSettings.defaults()).texts()).hasSize(1);
    }
    Listing all = find("odd");
    assertThat(all.shards()).extracting(Shard::path).containsExactlyElementsOf(names.stream().sorted().toList());
    for (Shard shard : all.shards()) {
      assertThat(Shards.read(shard, CorpusSettings.defaults(), InputSettings.defaults()).texts()).hasSize(1);
    }
    put("o d:d/x.jsonl");
    assertThat(names(find("o d:d"))).containsExactly("0/x.jsonl");
  }

  @Test
  void aFileUriNamesTheSameShards() {
    Listing plain = FINDER.find(List.of(folder.toString()));
    assertThat(FINDER.find(List.of("file://" + folder)).shards()).isEqualTo(plain.shards());
    assertThat(FINDER.find(List.of("file:" + folder)).shards()).isEqualTo(plain.shards());
  }

  @Test
  void aLoopOfLinksEnds() throws IOException {
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);
    Listing listing = FINDER.find(List.of(folder.toString()));
    assertThat(names(listing)).hasSize(4);
    assertThat(listing.skipped())
        .extracting(Listing.Skipped::reason).contains("a symbolic link to a folder that it lies in");
  }

  @Test
  void ourOwnOutputIsNoCorpus() throws IOException {
    for (String name : List.of("out/LATEST", "out/runs/r1/_SUCCESS", "out/runs/r1/manifest.json",
        "out/runs/r1/documents/part.jsonl", "out/cache/y.parquet", "kept/r2/manifest.json", "kept/r2/_SUCCESS",
        "kept/r2/passages/part.jsonl")) {
      put(name);
    }
    Listing listing = FINDER.find(List.of(folder.toString()));
    assertThat(names(listing)).containsExactly("0/a-x.json", "0/a/deep/y.parquet", "0/a/z.jsonl.gz", "0/b.jsonl");
    assertThat(listing.skipped()).contains(
        new Listing.Skipped(0, "kept/r2", "a Counterweight output folder"),
        new Listing.Skipped(0, "out", "a Counterweight output folder"));
    assertThatThrownBy(() -> find("out")).isInstanceOf(InputException.class)
        .hasMessageContaining("a Counterweight output folder");
    assertThatThrownBy(() -> find("kept/r*")).isInstanceOf(InputException.class);
  }

  @Test
  void aFolderThatOnlyResemblesOurOutputIsRead() throws IOException {
    for (String name : List.of("p/LATEST", "p/x.jsonl", "q/runs/x.jsonl", "r/manifest.json", "r/x.jsonl",
        "s/_SUCCESS", "s/x.jsonl", "t/LATEST/x.jsonl", "t/runs", "t/x.jsonl")) {
      put("like/" + name);
    }
    assertThat(names(find("like"))).containsExactly("0/p/x.jsonl", "0/q/runs/x.jsonl", "0/r/manifest.json",
        "0/r/x.jsonl", "0/s/x.jsonl", "0/t/LATEST/x.jsonl", "0/t/x.jsonl");
  }

  @Test
  void whatCannotBeReadIsSaidWithWhatToDo() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    assertThatThrownBy(() -> find("missing.jsonl")).isInstanceOf(InputException.class)
        .hasMessage("Cannot read " + folder.resolve("missing.jsonl") + ": no such file or folder; check the path");
    assertThatThrownBy(() -> find("notes.txt")).isInstanceOf(InputException.class).hasMessageContaining("unknown kind");
    assertThatThrownBy(() -> find("a/raw.warc.gz")).isInstanceOf(InputException.class).hasMessageContaining("WET");
    assertThatThrownBy(() -> find("empty")).isInstanceOf(InputException.class).hasMessageContaining("holds no shard");
    assertThatThrownBy(() -> find("*.zst")).isInstanceOf(InputException.class).hasMessageContaining("no shard matches");
    assertThatThrownBy(() -> find("n*"))
        .isInstanceOf(InputException.class).hasMessageContaining("notes.txt: unknown kind");
    Files.createSymbolicLink(folder.resolve("a/dangling.jsonl"), folder.resolve("nowhere"));
    assertThat(find("a").skipped()).contains(new Listing.Skipped(0, "dangling.jsonl", "a symbolic link to nothing"));
    assertThatThrownBy(() -> find("a/dangling.jsonl")).hasMessageContaining("a symbolic link to nothing; check");
    assertThatThrownBy(() -> find("b.jsonl/x")).isInstanceOf(InputException.class);
    for (String bad : List.of("", "\u0000", "[", "{")) {
      assertThatThrownBy(() -> FINDER.find(List.of(bad))).as(bad).isInstanceOf(InputException.class)
          .hasMessageStartingWith("Cannot read ");
    }
  }

  @Test
  void aSplitTravels() throws IOException, ClassNotFoundException {
    Split split = new Split(find("b.jsonl").shards().get(0), 0, 0, 5);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
      objects.writeObject(List.of(split, CorpusSettings.defaults(), InputSettings.defaults()));
    }
    try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(objects.readObject())
          .isEqualTo(List.of(split, CorpusSettings.defaults(), InputSettings.defaults()));
    }
  }
}
