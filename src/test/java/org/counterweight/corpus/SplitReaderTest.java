package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitReaderTest {
  private static final CorpusSettings CORPUS = CorpusSettings.defaults();
  @TempDir Path folder;

  @Test
  void readsWhatEveryCodecHolds() {
    byte[] lines = Shards.utf8(Shards.lines(2000));
    List<String> texts = Shards.read(folder, "a.jsonl", lines).texts();
    assertThat(texts).hasSize(2000).startsWith("text number 0").endsWith("text number 1999");
    assertThat(Shards.read(folder, "a.jsonl.gz", Shards.gzip(lines)).texts()).isEqualTo(texts);
    assertThat(Shards.read(folder, "a.jsonl.zst", Shards.zstd(lines, 31)).texts()).isEqualTo(texts);
    byte[] half = Arrays.copyOf(lines, 30_000);
    byte[] rest = Arrays.copyOfRange(lines, 30_000, lines.length);
    assertThat(Shards.read(folder, "b.jsonl.gz", Shards.concat(Shards.gzip(half), Shards.gzip(rest))).texts())
        .isEqualTo(texts);
    assertThat(Shards.read(folder, "a.jsonl.gz", Shards.gzip(lines)).bytes()).isEqualTo(lines.length);
  }

  @Test
  void whatIsNoTextIsEmptyAndWhatIsNoJsonIsRefusedEachWithItsRow() {
    var reading = Shards.read(folder, "a.jsonl",
        "{\"text\":null}\n{}\n{\"text\":\"\"}\n{\"text\":7}\n{\"text\":[\"x\"]}\n{\"text\":NaN}\n"
            + "\n  \r\n{\"text\":\"good\"}\nnot json\n{\"text\":\"x\"} {}\n[]\n{\"text\":\"last\"}");
    assertThat(reading.empty()).isEqualTo(6);
    assertThat(reading.entries().stream().map(Entry::row)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    assertThat(reading.documents().stream().map(Document::row)).containsExactly(6L, 10L);
    assertThat(reading.refusals()).extracting(Refusal::reason).containsOnly(Refusal.Reason.NOT_JSON).hasSize(3);
    Refusal first = reading.refusals().get(0);
    assertThat(first).isEqualTo(new Refusal("0/a.jsonl", 7, 89, Refusal.Reason.NOT_JSON,
        "expected an object at byte 0 of the line", "not json"));
    assertThat(reading.damage()).isEmpty();
  }

  @Test
  void whatIsNotUtf8IsRefusedAndTheLinesAroundItAreRead() {
    byte[] good = Shards.utf8("{\"text\":\"caf\u00e9 \ud83d\ude00\"}\n");
    for (byte[] bad : Utf8Test.broken().toList()) {
      byte[] line = Shards.concat(Shards.utf8("{\"text\":\"x"), bad, Shards.utf8("\"}\n"));
      var reading = Shards.read(folder, "a.jsonl", Shards.concat(good, line, good));
      assertThat(reading.texts()).containsExactly("caf\u00e9 \ud83d\ude00", "caf\u00e9 \ud83d\ude00");
      assertThat(reading.refusals()).extracting(Refusal::reason).containsExactly(Refusal.Reason.NOT_UTF8);
      assertThat(reading.refusals().get(0).position()).isEqualTo(good.length);
    }
  }

  @Test
  void aByteOrderMarkIsPassedOverAtTheStartOnly() {
    assertThat(Shards.read(folder, "a.jsonl", "\ufeff{\"text\":\"x\"}\r\n{\"text\":\"\ufeffy\"}\r\n").texts())
        .containsExactly("x", "\ufeffy");
    assertThat(Shards.read(folder, "b.jsonl", "{\"text\":\"x\"}\n\ufeff{\"text\":\"y\"}\n").refusals()).hasSize(1);
    assertThat(Shards.read(folder, "c.jsonl", "\ufeff").entries()).isEmpty();
  }

  @Test
  void aLoneSurrogateEscapeIsKeptAsTheReplacementCharacter() {
    assertThat(Shards.read(folder, "a.jsonl", "{\"text\":\"x\\ud800y\"}\n").texts()).containsExactly("x\ufffdy");
  }

  @Test
  void idsOfAnyScalarTypeAreTextAndMissingOnesAreTold() {
    var reading = Shards.read(folder, "a.jsonl",
        "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":12345678901234567890,\"text\":\"x\"}\n{\"id\":1.50,\"text\":\"x\"}\n"
            + "{\"id\":true,\"text\":\"x\"}\n{\"id\":null,\"text\":\"x\"}\n{\"text\":\"x\"}\n"
            + "{\"id\":\"\",\"text\":\"x\"}\n"
            + "{\"id\":{},\"text\":\"x\"}\n{\"id\":NaN,\"doc_id\":\"d\",\"text\":\"x\"}\n");
    assertThat(reading.documents()).extracting(Document::id)
        .containsExactly("a", "12345678901234567890", "1.50", "true", "", "", "", "", "d");
    assertThat(reading.ids()).containsExactly(true, true, true, true, false, false, false, false, true);
  }

  @Test
  void anOverLongRecordIsRefusedAndTheNextIsRead() {
    String json = "{\"text\":\"" + "x".repeat(3_000_000) + "\"}\n" + "{\"text\":\"short\"}\n";
    Shard shard = Shards.shard(folder, "a.jsonl.gz", Shards.gzip(Shards.utf8(json)));
    var reading = Shards.read(shard, CORPUS, Shards.records(1000));
    assertThat(reading.texts()).containsExactly("short");
    Refusal refusal = reading.refusals().get(0);
    assertThat(refusal.reason()).isEqualTo(Refusal.Reason.TOO_LARGE);
    assertThat(refusal.detail()).contains("1000", "input.max-record-bytes");
    assertThat(refusal.excerpt()).hasSize(200).startsWith("{\"text\":\"xx");
    assertThat(Shards.read(shard, CORPUS, InputSettings.defaults()).texts()).hasSize(2);
  }

  @Test
  void aShardThatBreaksOffGivesTheRecordsBeforeAndTheDamage() {
    byte[] lines = Shards.utf8(Shards.lines(5000));
    byte[] gzip = Shards.gzip(lines);
    var cut = Shards.read(folder, "a.jsonl.gz", Arrays.copyOf(gzip, gzip.length / 2));
    assertThat(cut.texts().size()).isBetween(1000, 4000);
    assertThat(cut.refusals()).isEmpty();
    Damage damage = cut.damage().orElseThrow();
    assertThat(damage.position()).isBetween(50_000L, (long) lines.length);
    assertThat(damage).hasToString("Cannot read on in 0/a.jsonl.gz at byte " + damage.position()
        + ": the gzip stream is cut off: copy or make the file again");
    byte[] zstd = Shards.concat(Shards.zstd(lines, 20), Shards.utf8("rubbish"));
    var rubbish = Shards.read(folder, "a.jsonl.zst", zstd);
    assertThat(rubbish.texts()).hasSize(5000);
    assertThat(rubbish.damage()).isPresent();
  }

  @Test
  void anEmptyShardHoldsNothing() {
    for (String name : List.of("a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.wet", "a.wet.gz")) {
      var reading = Shards.read(folder, name, new byte[0]);
      assertThat(reading.entries()).isEmpty();
      assertThat(reading.damage()).isEmpty();
    }
  }

  @Test
  void aCutAtAnyByteGivesEachLineOnceInOrder() {
    String json = "\ufeff{\"text\":\"a\"}\n\n{\"text\":\"caf\u00e9\"}\r\nbad\n{\"text\":\"" + "l".repeat(60)
        + "\"}\n{\"text\":\"z\"}";
    Shard shard = Shards.shard(folder, "a.jsonl", Shards.utf8(json));
    InputSettings input = Shards.records(50);
    var whole = Shards.read(shard, CORPUS, input);
    assertThat(whole.texts()).containsExactly("a", "caf\u00e9", "z");
    assertThat(whole.refusals()).hasSize(2);
    for (long cut = 0; cut <= shard.bytes(); cut++) {
      same(whole, List.of(new Split(shard, 0, 0, cut), new Split(shard, 1, cut, shard.bytes())), input);
    }
    for (long size : new long[] {1, 2, 7, 50}) {
      same(whole, new Splitter(new InputSettings(0.01, 50, 1 << 20, 0, size)).split(shard), input);
    }
  }

  private static void same(Shards.Reading whole, List<Split> parts, InputSettings input) {
    List<String> texts = new ArrayList<>();
    List<Long> refused = new ArrayList<>();
    for (Split part : parts) {
      var reading = Shards.read(part, CORPUS, input);
      texts.addAll(reading.texts());
      reading.refusals().forEach(refusal -> refused.add(refusal.position()));
    }
    assertThat(texts).as(parts.toString()).isEqualTo(whole.texts());
    assertThat(refused).isEqualTo(whole.refusals().stream().map(Refusal::position).toList());
  }

  @Test
  void aDocumentCanBeReadOnlyWhileTheReaderStandsOnIt() throws IOException {
    Shard shard = Shards.shard(folder, "a.jsonl", Shards.utf8(Shards.lines(2)));
    try (SplitReader reader = SplitReader.open(new Split(shard, 0, 0, shard.bytes()), CORPUS, InputSettings.defaults(),
        Storage.local())) {
      Entry.Readable first = (Entry.Readable) reader.next();
      assertThat(first.document().document().id()).isEqualTo("0");
      assertThat(reader.hasNext()).isTrue();
      assertThatThrownBy(first::document).isInstanceOf(IllegalStateException.class).hasMessageContaining("moved on");
      assertThatThrownBy(first::hasId).isInstanceOf(IllegalStateException.class);
      reader.next();
      assertThat(reader.hasNext()).isFalse();
      assertThatThrownBy(reader::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void aShardThatWentAwaySinceItWasFoundIsNamed() throws IOException {
    for (String name : List.of("a.jsonl", "a.jsonl.gz", "a.wet")) {
      Path file = Files.writeString(folder.resolve(name), "{}");
      Shard shard = new ShardFinder(Storage.local()).find(List.of(file.toString())).shards().get(0);
      Files.delete(file);
      assertThatThrownBy(
              () -> SplitReader.open(new Split(shard, 0, 0, 2), CORPUS, InputSettings.defaults(), Storage.local()))
          .isInstanceOf(InputException.class)
          .hasMessage("Cannot read " + shard.location() + ": there is no such file");
    }
  }
}
