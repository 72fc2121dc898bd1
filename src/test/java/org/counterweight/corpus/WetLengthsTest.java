package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WET records whose length is wrong: where the next one starts is known all the same, or that one is refused. */
class WetLengthsTest {

  private static final String A = "00000000-0000-0000-0000-00000000000a";
  private static final String B = "00000000-0000-0000-0000-00000000000b";

  @TempDir Path folder;

  private static byte[] record(String id, String text, String length) {
    var record = new String(WetRecordsTest.record("conversion", id, Shards.utf8(text), 7), StandardCharsets.UTF_8);
    var claim = length.isEmpty() ? "" : "Content-Length: " + length + "\r\n";
    return Shards.utf8(record.replace("Content-Length: 7\r\n", claim));
  }

  private static byte[] right(String text) {
    return WetRecordsTest.record("conversion", A, text);
  }

  private Shards.Reading read(byte[]... records) {
    return Shards.read(folder, "a.wet", Shards.concat(records));
  }

  /** What a tool leaves that turns CRLF into LF once the lengths have been counted. */
  private static byte[] bare(byte[]... records) {
    return Shards.utf8(new String(Shards.concat(records), StandardCharsets.UTF_8).replace("\r\n", "\n"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 9, 80, 400, 100_000})
  void aWrongLengthBetweenTwoRecordsCostsNothing(int wrong) {
    var reading = read(right("good"), record(B, "wrong\nlength", "" + wrong), right("next"), right("last"));
    assertThat(reading.texts()).containsExactly("good", "wrong\nlength", "next", "last");
    assertThat(reading.damage()).isEmpty();
    assertThat(reading.refusals()).isEmpty();
  }

  @Test
  void linesThatLostTheirReturnsKeepTheirTexts() {
    byte[] wet = bare(right("one\r\ntwo\r\n\r\nthree"), right("caf\u00e9\r\n"), right("single"), right("end\r\nof it"));
    var reading = read(wet);
    assertThat(reading.texts()).containsExactly("one\ntwo\n\nthree", "caf\u00e9\n", "single", "end\nof it");
    assertThat(reading.refusals()).isEmpty();
    assertThat(reading.damage()).isEmpty();
    assertThat(reading.bytes()).isEqualTo(wet.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "", "9.5", "0x10", "five", "5 5"})
  void aLengthThatIsNoNumberRefusesThatRecordAlone(String length) {
    var reading = read(right("good"), record(B, "whose?", length), right("next"));
    assertThat(reading.texts()).containsExactly("good", "next");
    assertThat(reading.refusals()).extracting(Refusal::reason).containsExactly(Refusal.Reason.WRONG_LENGTH);
    assertThat(reading.refusals().get(0).position()).isEqualTo(right("good").length);
    assertThat(reading.documents().get(1).row()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999", "9223372036854775807", "99999999999999999999999999"})
  void aGiantLengthRefusesThatRecordAlone(String giant) {
    var reading = read(right("good"), record(B, "small", giant), right("next"));
    assertThat(reading.texts()).containsExactly("good", "next");
    assertThat(reading.refusals()).extracting(Refusal::reason).containsExactly(Refusal.Reason.TOO_LARGE);
    assertThat(reading.damage()).isEmpty();
  }

  @Test
  void aGiantLengthBeforeTheEndIsAFileCutOff() {
    var reading = read(right("good"), record(B, "x".repeat(100_000), "99999999999"));
    assertThat(reading.texts()).containsExactly("good");
    assertThat(reading.damage().orElseThrow().why()).contains("cut off");
  }

  @Test
  void aLongRecordOfWrongLengthIsPassedOverInLittleMemory() {
    byte[] wet = Shards.concat(record(B, "y\n".repeat(2_000_000), "3"), right("next"));
    var reading = Shards.read(Shards.shard(folder, "a.wet", wet), CorpusSettings.defaults(), Shards.records(1000));
    assertThat(reading.refusals()).extracting(Refusal::reason).containsExactly(Refusal.Reason.TOO_LARGE);
    assertThat(reading.texts()).containsExactly("next");
  }

  /** A page may quote a record: the length decides while it is right, and a mere line never starts one. */
  @Test
  void whatATextSaysOfRecordsStaysText() {
    var quoted = "before\nWARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 4\r\n\r\nfake\r\n\r\nafter";
    assertThat(read(right(quoted), right("next")).texts()).containsExactly(quoted, "next");
    var line = "The header is\nWARC/1.0\nand no more.\nWARC/1.0 (see there)\nx WARC/1.0\nA: b";
    assertThat(read(right(line), right("next")).texts()).containsExactly(line, "next");
    assertThat(read(record(B, line, "3"), right("next")).texts()).containsExactly(line, "next");
    assertThat(read(record(B, line, "900"), right("next")).texts()).containsExactly(line, "next");
  }

  @Test
  void theLastRecordIsKnownByItsLengthAlone() {
    assertThat(read(right("good"), record(B, "cut", "90")).damage().orElseThrow().why()).contains("cut off");
    var longer = read(right("good"), record(B, "more than it says", "4"));
    assertThat(longer.texts()).containsExactly("good");
    assertThat(longer.refusals()).extracting(Refusal::reason).containsExactly(Refusal.Reason.WRONG_LENGTH);
    assertThat(read(right("good"), bare(right("a\r\nb\r\nc"))).texts()).containsExactly("good", "a\nb\nc");
  }

  @Test
  void aFileCutAnywhereKeepsTheRecordsBeforeTheCutAndInventsNone() {
    byte[] wet = Shards.concat(right("first\nof\nall"), right("second"), right("third"));
    var whole = List.of("first\nof\nall", "second", "third");
    for (int length = 0; length < wet.length; length += 3) {
      var reading = read(Arrays.copyOf(wet, length));
      assertThat(whole.subList(0, reading.texts().size())).as("%d bytes", length).isEqualTo(reading.texts());
    }
  }

  /** Of records with right and wrong lengths in any order, each text comes out once and as it was. */
  @Test
  void nothingIsLostAndNothingInvented() {
    for (int seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      var texts = new ArrayList<String>();
      var records = new ArrayList<byte[]>();
      for (int i = 0; i < 12; i++) {
        var text = "document " + i + "\nWARC/1.0 is " + "w\u00f6rd ".repeat(random.nextInt(40)) + i;
        texts.add(text);
        boolean wrong = i < 11 && random.nextBoolean();
        // Short, or into the next record's header: one that by chance leads to the end of a record is a right one.
        int length = random.nextInt(Shards.utf8(text).length + 60);
        records.add(wrong ? record(B, text, "" + length) : right(text));
      }
      records.add(right("the end"));
      texts.add("the end");
      var wet = Shards.concat(records.toArray(byte[][]::new));
      // A wrong length that points into the line ends behind a text takes those before it along: no words.
      var read = Shards.read(folder, "s" + seed + ".wet.gz", Shards.gzip(wet)).texts();
      assertThat(read.stream().map(String::stripTrailing).toList()).as("%d", seed).isEqualTo(texts);
    }
  }

  @Test
  void aRecordThatIsNoTextMayBeWrongToo() {
    byte[] info = WetRecordsTest.record("warcinfo", B, Shards.utf8("Software: x\r\n"), 400);
    assertThat(read(bare(info), right("next")).texts()).containsExactly("next");
    assertThat(read(right(""), right("next")).empty()).isEqualTo(1);
  }
}
