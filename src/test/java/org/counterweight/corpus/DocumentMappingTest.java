package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentMappingTest {
  @TempDir Path folder;

  private Document document(String json, CorpusSettings settings) {
    Shard shard = Shards.shard(folder, "a.jsonl", Shards.utf8(json));
    return Shards.read(shard, settings, InputSettings.defaults()).documents().get(0);
  }

  private Document document(String json) {
    return document(json, CorpusSettings.defaults());
  }

  @Test
  void theCommonShapesNeedNoSettings() {
    Document dolma = document("{\"id\":\"i\",\"text\":\"t\",\"source\":\"s\",\"created\":\"2016-08-04T00:00:00Z\","
            + "\"metadata\":"
        + "{\"url\":\"https://www.example.com/x\",\"score\":\"1,234\",\"minhash_cluster_size\":7,\"synthetic\":true}}");
    assertThat(dolma).isEqualTo(new Document(0, "i", "s", "example.com", "2016-08", "t", -1, 7, true, "",
        List.of(new Engagement("metadata.score", 1234))));
    Document fineweb = document("{\"text\":\"t\",\"id\":\"i\",\"dump\":\"CC\",\"url\":\"http://a.example/\",\"date\":"
        + "\"2016-08-04\",\"language\":\"en\",\"language_score\":0.9,\"token_count\":12,\"minhash_cluster_size\":3}");
    assertThat(fineweb).isEqualTo(new Document(0, "i", "", "a.example", "2016-08", "t", 12, 3, false, "en", List.of()));
    Document c4 = document("{\"text\":\"t\",\"timestamp\":\"2019-04-25T12:57:54Z\","
        + "\"url\":\"https://klyq.example/x\"}");
    assertThat(c4).isEqualTo(new Document(0, "", "", "klyq.example", "2019-04", "t", -1, 0, false, "", List.of()));
  }

  @Test
  void theFirstPathThatHoldsSomethingReadableCounts() {
    assertThat(document("{\"text\":null,\"contents\":\"c\",\"created\":null,\"date\":\"soon\",\"metadata\":{\"date\":"
        + "\"Aug 4, 2016\"}}").month()).isEqualTo("2016-08");
    assertThat(document("{\"contents\":\"c\",\"text\":null}").text()).isEqualTo("c");
    Shard empty = Shards.shard(folder, "a.jsonl", Shards.utf8("{\"text\":\"\",\"contents\":\"c\"}"));
    assertThat(Shards.read(empty, CorpusSettings.defaults(), InputSettings.defaults()).empty()).isEqualTo(1);
  }

  @Test
  void pathsReachNamesWithSpacesCapitalsAndDots() {
    CorpusSettings settings = CorpusSettings.defaults().with(Field.TEXT, List.of("metadata.Post Title"))
        .with(Field.ID, List.of("a.b")).with(Field.SOURCE, List.of("x.y.z"));
    Document document = document(
        "{\"a.b\":1,\"metadata\":{\"Post Title\":\"t\",\"post title\":\"no\"},\"x\":{\"y\":{\"z\":\"s\"}}}", settings);
    assertThat(document.text()).isEqualTo("t");
    assertThat(document.id()).isEqualTo("1");
    assertThat(document.source()).isEqualTo("s");
    assertThat(document("{\"text\":\"t\",\"a.b\":1,\"a\":{\"b\":2}}",
        CorpusSettings.defaults().with(Field.ID, List.of("a.b"))).id()).isEqualTo("2");
  }

  @Test
  void engagementKeepsTheConfiguredOrderAndLeavesOutWhatIsMissing() throws IOException {
    CorpusSettings settings = CorpusSettings.defaults().with(List.of(EngagementField.of("b"), EngagementField.of("a"),
        new EngagementField("c", true), EngagementField.of("d"), EngagementField.of("e"), EngagementField.of("f")));
    Shard shard = Shards.shard(folder, "a.jsonl",
        Shards.utf8("{\"text\":\"t\",\"a\":-3,\"b\":0,\"c\":0,\"d\":\"lots\",\"e\":null,\"f\":{}}"));
    try (SplitReader reader = SplitReader.open(new Split(shard, 0, 0, shard.bytes()), settings,
        InputSettings.defaults(), Storage.local())) {
      Entry.Parsed parsed = ((Entry.Readable) reader.next()).document();
      assertThat(parsed.document().engagement()).containsExactly(new Engagement("b", 0), new Engagement("a", -3));
      assertThat(parsed.unreadableEngagement()).isEqualTo(2);
    }
  }

  @Test
  void theRecordsOwnSourceComesBeforeThePaths() {
    CorpusSettings settings = CorpusSettings.defaults().withSourceFromPath("(\\w+)\\.jsonl$");
    assertThat(document("{\"text\":\"t\",\"source\":\"own\"}", settings).source()).isEqualTo("own");
    assertThat(document("{\"text\":\"t\"}", settings).source()).isEqualTo("a");
    assertThat(document("{\"text\":\"t\",\"source\":\"own\"}", settings.with(Field.SOURCE, List.of())).source())
        .isEqualTo("a");
  }

  @Test
  void countsAreReadAsEngagementIsAndNonsenseIsAbsent() {
    assertThat(document("{\"text\":\"t\",\"token_count\":\"1,200\"}").tokens()).isEqualTo(1200);
    assertThat(document("{\"text\":\"t\",\"token_count\":-5,\"minhash_cluster_size\":\"x\"}").tokens()).isEqualTo(-1);
    assertThat(document("{\"text\":\"t\",\"minhash_cluster_size\":1e300}").copiesDeclared()).isZero();
    assertThat(document("{\"text\":\"t\",\"synthetic\":\"no\",\"metadata\":{\"synthetic\":true}}")
        .synthetic()).isFalse();
  }
}
