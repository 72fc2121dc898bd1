package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetRecordsTest {
  private static final String FLAT =
      "message m { optional binary text (UTF8); optional int64 id; optional binary url; optional double score;"
          + " optional group metadata { optional binary source (UTF8); optional group deep { required int32 karma; } }"
          + " optional group tags (LIST) { repeated group list { optional binary element (UTF8); } } }";
  @TempDir Path folder;

  private Shard write(String schema, int rows, long groupBytes, BiConsumer<Group, Integer> fill) throws IOException {
    MessageType type = MessageTypeParser.parseMessageType(schema);
    Path file = folder.resolve("a.parquet");
    Files.deleteIfExists(file);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
            .withConf(new Configuration())
            .withType(type)
            .withRowGroupSize(groupBytes)
            .withPageSize(512)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build()) {
      for (int row = 0; row < rows; row++) {
        Group group = new SimpleGroupFactory(type).newGroup();
        fill.accept(group, row);
        writer.write(group);
      }
    }
    return new ShardFinder(Storage.local()).find(List.of(file.toString())).shards().get(0);
  }

  private Shard flat(int rows, long groupBytes) throws IOException {
    return write(FLAT, rows, groupBytes, (group, row) -> {
      if (row % 5 != 1) {
        group.add("text", "text " + row + " " + "\u00e9".repeat(row % 50));
      }
      if (row % 7 != 2) {
        group.add("id", (long) row);
      }
      group.add("url", "https://www.example.com/" + row);
      if (row % 2 == 0) {
        group.add("score", row / 2.0);
      }
      if (row % 3 != 0) {
        Group metadata = group.addGroup("metadata");
        metadata.add("source", "s" + row % 4);
        if (row % 3 == 1) {
          metadata.addGroup("deep").add("karma", -row);
        }
      }
      group.addGroup("tags").addGroup("list").add("element", "t");
    });
  }

  private static CorpusSettings settings() {
    return CorpusSettings.defaults()
        .with(List.of(EngagementField.of("score"), EngagementField.of("metadata.deep.karma"),
            EngagementField.of("tags")));
  }

  private static void check(Document document) {
    int row = Integer.parseInt(document.text().split(" ")[1]);
    assertThat(document.id()).isEqualTo(row % 7 != 2 ? Integer.toString(row) : "");
    assertThat(document.host()).isEqualTo("example.com");
    assertThat(document.source()).isEqualTo(row % 3 != 0 ? "s" + row % 4 : "");
    List<Engagement> expected = new ArrayList<>();
    if (row % 2 == 0) {
      expected.add(new Engagement("score", row / 2.0));
    }
    if (row % 3 == 1) {
      expected.add(new Engagement("metadata.deep.karma", -row));
    }
    assertThat(document.engagement()).isEqualTo(expected);
  }

  @Test
  void readsNestedNullableColumnsOfManyPagesAndGroups() throws IOException {
    Shard shard = flat(5000, 20_000);
    var reading = Shards.read(shard, settings(), InputSettings.defaults());
    assertThat(reading.damage()).isEmpty();
    assertThat(reading.entries()).hasSize(5000);
    assertThat(reading.empty()).isEqualTo(1000);
    reading.documents().forEach(ParquetRecordsTest::check);
    assertThat(reading.documents()).allMatch(d -> d.text().startsWith("text " + d.row() + " "));
    assertThat(reading.bytes()).isPositive();
  }

  @Test
  void columnsAskedOnlyNowAndThenStayInStep() throws IOException {
    Shard shard = flat(3000, 20_000);
    try (SplitReader reader = SplitReader.open(new Split(shard, 0, 0, shard.bytes()), settings(),
        InputSettings.defaults(), Storage.local())) {
      int checked = 0;
      while (reader.hasNext()) {
        Entry entry = reader.next();
        if (entry.row() % 97 == 0 && entry instanceof Entry.Readable readable) {
          assertThat(readable.hasId()).isEqualTo(entry.row() % 7 != 2);
          check(readable.document().document());
          checked++;
        }
      }
      assertThat(checked).isGreaterThan(20);
    }
  }

  @Test
  void splitsTogetherHoldEachRowOnceInOrder() throws IOException {
    Shard shard = flat(3000, 20_000);
    List<String> whole = Shards.read(shard, settings(), InputSettings.defaults()).texts();
    List<Split> splits = new Splitter(new InputSettings(0.01, 1000, 1024, 0, shard.bytes() / 4)).split(shard);
    assertThat(splits).hasSizeGreaterThan(3);
    List<String> parts = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (Split split : splits) {
      var reading = Shards.read(split, settings(), InputSettings.defaults());
      parts.addAll(reading.texts());
      sizes.add(reading.texts().size());
    }
    assertThat(parts).isEqualTo(whole);
    assertThat(sizes).filteredOn(size -> size > 0).hasSizeGreaterThan(1);
  }

  @Test
  void everyTypeOfTimeIsRead() throws IOException {
    long seconds = 1_470_311_520;
    Shard shard = write("message m { required binary text; optional int64 ms (TIMESTAMP(MILLIS,true)); "
            + "optional int64 us"
            + " (TIMESTAMP(MICROS,false)); optional int64 ns (TIMESTAMP(NANOS,true)); optional int32 day (DATE);"
            + " optional int96 old; optional boolean yes;"
            + " optional fixed_len_byte_array(4) raw; optional int32 money (DECIMAL(9,2)); }",
        1, 1 << 20, (group, row) -> {
          group.add("text", "x");
          group.add("ms", seconds * 1000);
          group.add("us", seconds * 1_000_000);
          group.add("ns", seconds * 1_000_000_000);
          group.add("day", (int) (seconds / 86400));
          group.add("old", new NanoTime(2_440_588 + (int) (seconds / 86400), 41_520_000_000_000L));
          group.add("yes", true);
          group.add("raw", Binary.fromConstantByteArray(new byte[] {1, 2, 3, 4}));
          group.add("money", 1234);
        });
    for (String column : List.of("ms", "us", "ns", "day", "old")) {
      var reading = Shards.read(shard, CorpusSettings.defaults().with(Field.CREATED, List.of(column)),
          InputSettings.defaults());
      assertThat(reading.documents().get(0).month()).as(column).isEqualTo("2016-08");
    }
    CorpusSettings others = CorpusSettings.defaults().with(Field.ID, List.of("raw", "yes"))
        .with(List.of(EngagementField.of("money")));
    Document document = Shards.read(shard, others, InputSettings.defaults()).documents().get(0);
    assertThat(document.id()).isEqualTo("true");
    assertThat(document.engagement()).containsExactly(new Engagement("money", 12.34));
  }

  @Test
  void aTextColumnThatIsNoTextOrMissingIsEmpty() throws IOException {
    Shard numbers = write("message m { required int64 text; }", 3, 1 << 20, (group, row) -> group.add("text", 5L));
    assertThat(Shards.read(numbers, settings(), InputSettings.defaults()).empty()).isEqualTo(3);
    Shard none = write("message m { required int64 other; }", 3, 1 << 20, (group, row) -> group.add("other", 5L));
    var reading = Shards.read(none, settings(), InputSettings.defaults());
    assertThat(reading.empty()).isEqualTo(3);
    assertThat(reading.damage()).isEmpty();
    Shard list = write("message m { repeated binary text (UTF8); }", 2, 1 << 20, (group, row) -> group.add("text",
        "x"));
    assertThat(Shards.read(list, settings(), InputSettings.defaults()).empty()).isEqualTo(2);
  }

  @Test
  void textsThatAreTooLargeOrNotUtf8AreRefused() throws IOException {
    Shard shard = write("message m { required binary text; }", 3, 1 << 20, (group, row) -> group.add("text",
        Binary.fromConstantByteArray(row == 0 ? new byte[500] : row == 1 ? Shards.bytes(0xff) : Shards.utf8("ok"))));
    var reading = Shards.read(shard, settings(), Shards.records(100));
    assertThat(reading.refusals()).extracting(Refusal::reason)
        .containsExactly(Refusal.Reason.TOO_LARGE, Refusal.Reason.NOT_UTF8);
    assertThat(reading.refusals()).extracting(Refusal::position).containsOnly(-1L);
    assertThat(reading.texts()).containsExactly("ok");
  }

  @Test
  void whatIsNotParquetOrBrokenIsDamage() throws IOException {
    for (byte[] bytes : List.of(new byte[0], Shards.utf8("PAR1"), Shards.utf8(Shards.lines(100)))) {
      var reading = Shards.read(folder, "b.parquet", bytes);
      assertThat(reading.entries()).isEmpty();
      assertThat(reading.damage().orElseThrow().why()).contains("cannot be read as Parquet");
    }
    byte[] good = Files.readAllBytes(folder.resolve(flat(3000, 20_000).path()));
    assertThat(Shards.read(folder, "c.parquet", Arrays.copyOf(good, good.length - 100)).damage()).isPresent();
    byte[] bad = good.clone();
    Arrays.fill(bad, good.length / 2, good.length / 2 + 3000, (byte) 0x99);
    var reading = Shards.read(folder, "d.parquet", bad);
    assertThat(reading.damage()).isPresent();
    assertThat(reading.entries().size()).isBetween(100, 2900);
  }

  @Test
  void aTopLevelColumnMayHaveADotInItsName() throws IOException {
    Shard shard = write("message m { required binary text (UTF8); required int32 metadata.score; }", 1, 1 << 20,
        (group, row) -> {
          group.add("text", "x");
          group.add("metadata.score", 7);
        });
    var reading = Shards.read(shard, CorpusSettings.defaults(), InputSettings.defaults());
    assertThat(reading.damage()).isEmpty();
    assertThat(reading.documents().get(0).engagement()).containsExactly(new Engagement("metadata.score", 7));
  }
}
