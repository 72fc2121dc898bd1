package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WetRecordsTest {
  @TempDir Path folder;

  static byte[] record(String type, String id, byte[] body, int length) {
    String header = "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: https://www.example.com/" + id
        + "\r\nWARC-Date: 2019-03-18T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:" + id
        + ">\r\nWARC-Identified-Content-Language:"
        + " eng\r\nContent-Type: text/plain\r\nContent-Length: " + length + "\r\n\r\n";
    return Shards.concat(Shards.utf8(header), body, Shards.utf8("\r\n\r\n"));
  }

  static byte[] record(String type, String id, String text) {
    byte[] body = Shards.utf8(text);
    return record(type, id, body, body.length);
  }

  private static final String A = "00000000-0000-0000-0000-00000000000a";
  private static final String B = "00000000-0000-0000-0000-00000000000b";
  private static final byte[] WET = Shards.concat(
      record("warcinfo", B, "Software: x\r\n"), record("conversion", A, "caf\u00e9\nline two\n"), record("conversion",
          B, ""),
      record("conversion", B, "second"));

  @Test
  void readsConversionsOnlyWithTheirHeaders() {
    var reading = Shards.read(folder, "a.warc.wet", WET);
    assertThat(reading.texts()).containsExactly("caf\u00e9\nline two\n", "second");
    assertThat(reading.empty()).isEqualTo(1);
    assertThat(reading.damage()).isEmpty();
    assertThat(reading.ids()).containsExactly(true, true);
    assertThat(reading.bytes()).isEqualTo(WET.length);
    Document first = reading.documents().get(0);
    assertThat(first.id()).isEqualTo("<urn:uuid:" + A + ">");
    assertThat(first.host()).isEqualTo("example.com");
    assertThat(first.month()).isEqualTo("2019-03");
    assertThat(first.language()).isEqualTo("eng");
    assertThat(first.source()).isEmpty();
  }

  @Test
  void readsAMemberARecord() {
    byte[] gzip = Shards.concat(Shards.gzip(record("conversion", A, "one")), Shards.gzip(record("conversion", B,
        "two")));
    assertThat(Shards.read(folder, "a.wet.gz", gzip).texts()).containsExactly("one", "two");
    assertThat(Shards.read(folder, "b.wet.gz", Shards.gzip(WET)).texts()).hasSize(2);
  }

  @Test
  void theSourceComesFromThePath() {
    Shard shard = Shards.shard(folder, "CC-MAIN-2019-13.wet", WET);
    var reading = Shards.read(shard, CorpusSettings.defaults().withSourceFromPath("(CC-MAIN-\\d{4})"),
        InputSettings.defaults());
    assertThat(reading.documents()).extracting(Document::source).containsOnly("CC-MAIN-2019");
  }

  @Test
  void tooLargeAndNotUtf8AreRefusedAndTheRestIsRead() {
    byte[] bad = Shards.bytes('a', 0xed, 0xa0, 0x80);
    byte[] wet = Shards.concat(record("conversion", A, "x".repeat(300_000)), record("conversion", A, bad, 4),
        record("conversion", B, "ok"));
    var reading = Shards.read(Shards.shard(folder, "a.wet", wet), CorpusSettings.defaults(), Shards.records(1000));
    assertThat(reading.refusals()).extracting(Refusal::reason)
        .containsExactly(Refusal.Reason.TOO_LARGE, Refusal.Reason.NOT_UTF8);
    assertThat(reading.refusals().get(0).position()).isZero();
    assertThat(reading.texts()).containsExactly("ok");
    assertThat(reading.documents().get(0).row()).isEqualTo(2);
  }

  @Test
  void whatIsCutOffOrNoWetIsDamage() {
    var cut = Shards.read(folder, "a.wet", Arrays.copyOf(WET, WET.length - 12));
    assertThat(cut.texts()).containsExactly("caf\u00e9\nline two\n");
    assertThat(cut.damage()).isPresent();
    assertThat(Shards.read(folder, "b.wet", "{\"text\":\"x\"}\n").damage()).isPresent();
    assertThat(Shards.read(folder, "c.wet", "x").damage()).isPresent();
    byte[] gzip = Shards.gzip(WET);
    assertThat(Shards.read(folder, "d.wet.gz", Arrays.copyOf(gzip, gzip.length - 30)).damage().orElseThrow().why())
        .contains("gzip stream is cut off");
  }

  @Test
  void anEndlessHeaderDoesNotFillTheMemory() {
    byte[] wet = Shards.utf8("WARC/1.0\r\nX-Bomb: " + "x".repeat(3_000_000));
    assertThat(Shards.read(folder, "a.wet", wet).damage().orElseThrow().why()).contains("header is over");
  }
}
