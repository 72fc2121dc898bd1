package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageSetTest {

  @TempDir private Path folder;

  @Test
  void readsAFileOrItsFolder() throws IOException {
    write(
        """
        {"text":"x","label":"doom"}

        {"text":"y","label":"not_ai","draw":"enriched","sure":false}
        """);
    var set = PassageSet.read(folder);
    assertThat(set).isEqualTo(PassageSet.read(folder.resolve("passages.jsonl")));
    assertThat(set.passages())
        .containsExactly(
            new LabelledPassage("", "x", Stance.DOOM, true, Draw.RANDOM, "", ""),
            new LabelledPassage("", "y", Stance.NOT_AI, false, Draw.ENRICHED, "", ""));
  }

  @Test
  void twoReadersMustAgreeWithMixedAsNeutral() throws IOException {
    write(
        """
        {"id":"a","text":"x","reader1":"doom","reader2":"doom","sure2":false,"genre":"essay","from":"o/r:p"}
        {"id":"b","text":"x","reader1":"doom","reader2":"neutral"}
        {"id":"c","text":"x","reader1":"mixed","reader2":"neutral"}
        """);
    var set = PassageSet.read(folder);
    assertThat(set.disputed()).isEqualTo(1);
    assertThat(set.passages()).extracting(LabelledPassage::id).containsExactly("a", "c");
    assertThat(set.passages().get(0))
        .isEqualTo(new LabelledPassage("a", "x", Stance.DOOM, false, Draw.RANDOM, "o/r", "essay"));
  }

  @Test
  void characterReferencesAreDecoded() throws IOException {
    write("{\"text\":\"it&#39;s &lt;3\",\"label\":\"neutral\"}");
    assertThat(PassageSet.read(folder).passages().get(0).text()).isEqualTo("it's <3");
  }

  @Test
  void shardsOfOneCollectionAreOneFamily() {
    assertThat(PassageSet.family("ainews-02.parquet")).isEqualTo("ainews");
    assertThat(PassageSet.family("reddit2013-techsubs-01.jsonl.gz")).isEqualTo("reddit2013");
    assertThat(PassageSet.family("reddit2013-ai-elsewhere.jsonl.gz")).isEqualTo("reddit2013");
    assertThat(PassageSet.family("ai-comments-reddit.jsonl.zst")).isEqualTo("ai-comments-reddit");
    assertThat(PassageSet.family("hackernews2016.parquet")).isEqualTo("hackernews2016");
  }

  @Test
  void severalInputsAreOneSet() throws IOException {
    write("{\"text\":\"x\",\"label\":\"doom\"}");
    var other = Files.writeString(
        folder.resolve("more.jsonl"),
        """
        {"text":"y","label":"neutral","draw":"written","source":"written"}
        {"text":"z","reader1":"doom","reader2":"not_ai"}
        """);
    var set = PassageSet.readAll(List.of(folder, other));
    assertThat(set.passages()).extracting(LabelledPassage::draw).containsExactly(Draw.RANDOM, Draw.WRITTEN);
    assertThat(set.disputed()).isEqualTo(1);
  }

  @Test
  void aFolderWithoutTheUsualFileIsReadWholeInOrderOfName() throws IOException {
    for (var name : List.of("b", "a-2", "a", ".hidden", "c")) {
      Files.writeString(folder.resolve(name + ".jsonl"), "{\"text\":\"" + name + "\",\"label\":\"doom\"}");
    }
    Files.writeString(folder.resolve("README.md"), "not JSON");
    Files.createDirectory(folder.resolve("d.jsonl"));
    assertThat(PassageSet.read(folder).passages()).extracting(LabelledPassage::text)
        .containsExactly("a-2", "a", "b", "c");
    write("{\"text\":\"only\",\"label\":\"doom\"}");
    assertThat(PassageSet.read(folder).passages()).extracting(LabelledPassage::text).containsExactly("only");
  }

  @Test
  void aFileAmongSeveralThatIsDamagedIsNamed() throws IOException {
    Files.writeString(folder.resolve("a.jsonl"), "{\"text\":\"x\",\"label\":\"doom\"}");
    Files.writeString(folder.resolve("b.jsonl"), "\n{");
    assertThatThrownBy(() -> PassageSet.read(folder)).isInstanceOf(PassageSetException.class)
        .hasMessageContaining("b.jsonl:2: it breaks off, at column 2");
  }

  @Test
  void aFolderOfNoPassagesIsAnError() {
    assertThatThrownBy(() -> PassageSet.read(folder)).isInstanceOf(PassageSetException.class)
        .hasMessage("Cannot read labelled passages " + folder + ": the folder holds no .jsonl file");
  }

  @Test
  void errorsNameFileAndLine() throws IOException {
    String good = "{\"text\":\"x\",\"label\":\"doom\"}\n";
    assertRefused(good + "{\"text\":", ":2: it breaks off, at column 9");
    assertRefused(good + "{text", ":2: not JSON: Unexpected character");
    assertRefused(good + "[1]", ":2: its 'text' is missing");
    assertRefused(good + good + "{\"label\":\"doom\"}", ":3: its 'text' is missing");
    assertRefused("{\"text\":\"x\",\"label\":\"gloom\\u0007\"}", ".jsonl:1: stance 'gloom?'");
    assertRefused("{\"text\":\"x\"}", ":1: its 'reader1' is missing");
    assertRefused("{\"text\":\"x\",\"label\":\"doom\",\"draw\":\"some\"}", ":1: its 'draw'");
  }

  @Test
  void wrongUtf8AndMissingFilesAreErrors() throws IOException {
    Files.write(folder.resolve("passages.jsonl"), new byte[] {'{', (byte) 0xff, '}'});
    assertThatThrownBy(() -> PassageSet.read(folder))
        .isInstanceOf(PassageSetException.class)
        .hasMessageContaining("it is not UTF-8");
    assertThatThrownBy(() -> PassageSet.read(folder.resolve("none.jsonl")))
        .isInstanceOf(PassageSetException.class)
        .hasMessageContaining("there is no such file");
  }

  private void assertRefused(String content, String why) throws IOException {
    write(content);
    assertThatThrownBy(() -> PassageSet.read(folder))
        .isInstanceOf(PassageSetException.class)
        .hasMessageStartingWith("Cannot read labelled passages ")
        .hasMessageContaining(why);
  }

  private void write(String content) throws IOException {
    Files.writeString(folder.resolve("passages.jsonl"), content, StandardCharsets.UTF_8);
  }
}
