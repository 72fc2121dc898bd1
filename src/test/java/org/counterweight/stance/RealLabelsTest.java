package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealLabelsTest {

  private static final String HEADER = "shard\trow\tsha1\tlabel\tsure\tdraw\treader2\treader3\n";
  private static final String LONG = "word ".repeat(70).strip();

  @TempDir private Path folder;

  @Test
  void joinsEachLabelWithItsPassage() throws IOException {
    corpus("a-00.jsonl", "{\"text\":\"first &amp; last\"}", "{\"text\":\"" + LONG + "\\n\\nits end\"}");
    corpus("sub/b.jsonl", "{\"text\":\"caf\u00e9\"}");
    var set =
        labels(
            line("sub/b.jsonl", 0, "caf\u00e9", "doom", "no", "enriched", ""),
            line("a-00.jsonl", 1, "its end", "tractable", "yes", "random", "tractable"),
            line("a-00.jsonl", 1, LONG, "not_ai", "yes", "random", ""),
            line("a-00.jsonl", 0, "first &amp; last", "neutral", "yes", "random", ""))
            .join(folder.resolve("corpus"));
    assertThat(set.disputed()).isZero();
    assertThat(set.passages())
        .extracting(LabelledPassage::text)
        .containsExactly("caf\u00e9", "its end", LONG, "first & last");
    var first = set.passages().get(0);
    assertThat(first.label()).isEqualTo(Stance.DOOM);
    assertThat(first.sure()).isFalse();
    assertThat(first.draw()).isEqualTo(Draw.ENRICHED);
    assertThat(first.id()).isEqualTo("sub/b.jsonl:0:" + Hash.sha1("caf\u00e9").substring(0, 8));
    assertThat(set.passages().get(1).source()).isEqualTo("a");
  }

  @Test
  void countsAndNamesWhatIsNotThere() throws IOException {
    corpus("a.jsonl", "{\"text\":\"one\"}", "{\"text\":\"two\"}");
    var labels =
        labels(
            line("a.jsonl", 0, "one", "doom", "yes", "random", ""),
            line("a.jsonl", 0, "two", "doom", "yes", "random", ""),
            line("a.jsonl", 7, "two", "doom", "yes", "random", ""),
            line("z.jsonl", 0, "one", "doom", "yes", "random", ""));
    assertThatThrownBy(() -> labels.join(folder.resolve("corpus")))
        .isInstanceOf(PassageSetException.class)
        .hasMessageStartingWith("Cannot join labels with corpus")
        .hasMessageEndingWith("3 of 4 passages are not in it: a.jsonl:0, a.jsonl:7, z.jsonl:0");
  }

  @Test
  void namesOnlyTheFirstOfMany() throws IOException {
    corpus("a.jsonl", "{\"text\":\"one\"}");
    var many = new String[9];
    for (int i = 0; i < many.length; i++) {
      many[i] = line("z.jsonl", i, "one", "doom", "yes", "random", "");
    }
    var labels = labels(many);
    assertThatThrownBy(() -> labels.join(folder.resolve("corpus"))).hasMessageEndingWith("z.jsonl:4, ...");
  }

  @Test
  void whatTwoReadersDisputeKeepsTheFirstLabelButIsUnsureWithMixedAsNeutral() throws IOException {
    corpus("a.jsonl", "{\"text\":\"one\"}", "{\"text\":\"two\"}");
    var set =
        labels(
            line("a.jsonl", 0, "one", "doom", "yes", "random", "neutral"),
            line("a.jsonl", 1, "two", "mixed", "yes", "random", "neutral"))
            .join(folder.resolve("corpus"));
    assertThat(set.disputed()).isZero();
    assertThat(set.passages()).extracting(LabelledPassage::label).containsExactly(Stance.DOOM, Stance.MIXED);
    assertThat(set.passages()).extracting(LabelledPassage::sure).containsExactly(false, true);
  }

  @Test
  void namesFileAndLineOfWhatCannotBeRead() throws IOException {
    var good = line("a", 0, "t", "doom", "yes", "random", "");
    refused(good.replace("\tdoom", "\tglad"), ":3: ");
    refused(good.replace("\tyes", "\tmaybe"), ":3: its 'sure' is neither yes nor no");
    refused(good.replace("a\t0", "a\t-1"), ":3: it names no shard, no row from 0 on");
    refused(good.replace("a\t0", "a\tx"), ":3: its row is no whole number");
    refused(good.replace("random", "guess"), ":3: its 'draw' is none of");
    refused("a\t0", ":3: it has 2 columns in place of 8");
    refused(good.toUpperCase(java.util.Locale.ROOT), ":3: ");
    var headless = Files.writeString(folder.resolve("headless.tsv"), good);
    assertThatThrownBy(() -> RealLabels.read(headless)).hasMessageContaining(":1: its columns are not shard row sha1");
    assertThatThrownBy(() -> RealLabels.read(folder.resolve("no.tsv"))).hasMessageContaining("there is no such file");
  }

  @Test
  void theShippedPointersAreWhole() {
    var labels = RealLabels.read(Path.of("data-samples/labels/real.tsv"));
    assertThat(labels.pointers()).hasSize(11_100).doesNotHaveDuplicates();
    assertThat(labels.pointers()).filteredOn(pointer -> pointer.draw() == Draw.RANDOM).hasSize(1996);
    assertThat(labels.pointers()).filteredOn(pointer -> pointer.label() == Stance.DOOM).hasSize(927);
    assertThat(labels.pointers()).filteredOn(pointer -> pointer.label() == Stance.TRACTABLE).hasSize(593);
  }

  private void refused(String line, String why) throws IOException {
    var file = folder.resolve("bad.tsv");
    Files.writeString(file, HEADER + line("a", 0, "t", "doom", "yes", "random", "") + "\n" + line + "\n");
    assertThatThrownBy(() -> RealLabels.read(file))
        .isInstanceOf(PassageSetException.class)
        .hasMessageStartingWith("Cannot read labels " + file)
        .hasMessageContaining(why);
  }

  private void corpus(String name, String... records) throws IOException {
    var file = folder.resolve("corpus").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(records), StandardCharsets.UTF_8);
  }

  private RealLabels labels(String... lines) throws IOException {
    return RealLabels.read(Files.writeString(folder.resolve("labels.tsv"), HEADER + String.join("\n", lines) + "\n"));
  }

  private static String line(
      String shard, int row, String text, String label, String sure, String draw, String second) {
    return String.join("\t", shard, "" + row, Hash.sha1(text), label, sure, draw, second, "");
  }

  @Test
  void aPointerMayLackASecondReader() {
    var pointer = LabelPointer.of(line("a", 3, "t", "doom", "yes", "random", ""));
    assertThat(pointer.second()).isEqualTo(Optional.empty());
    assertThat(pointer.disputed()).isFalse();
    assertThat(pointer.place()).isEqualTo("a:3");
  }

  /** Two of three readers decide; where all three differ, or the third only sides with the first, the first stands. */
  @Test
  void aThirdReaderDecidesBetweenTwo() {
    assertThat(read("neutral", "doom", "doom").settled()).isEqualTo(Stance.DOOM);
    assertThat(read("neutral", "doom", "neutral").settled()).isEqualTo(Stance.NEUTRAL);
    assertThat(read("neutral", "doom", "tractable").settled()).isEqualTo(Stance.NEUTRAL);
    assertThat(read("neutral", "doom", "").settled()).isEqualTo(Stance.NEUTRAL);
    assertThat(read("neutral", "mixed", "mixed").settled()).as("mixed counts as neutral").isEqualTo(Stance.NEUTRAL);
    assertThat(read("neutral", "doom", "doom").with("text").sure()).as("still disputed").isFalse();
    assertThat(read("neutral", "doom", "doom").with("text").label()).isEqualTo(Stance.DOOM);
  }

  @Test
  void aThirdReaderWithoutASecondIsNoReading() {
    assertThatThrownBy(() -> read("neutral", "", "doom")).hasMessageContaining("a third reader and no second");
  }

  private static LabelPointer read(String first, String second, String third) {
    return LabelPointer.of(line("a", 3, "t", first, "yes", "random", second) + third);
  }
}
