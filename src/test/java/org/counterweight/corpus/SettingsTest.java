package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final CorpusSettings CORPUS = CorpusSettings.defaults();

  @Test
  void theDefaultsAreThoseThatScriptsRelyOn() {
    assertThat(InputSettings.defaults())
        .isEqualTo(new InputSettings(0.01, 32 << 20, 2L << 30, 0, 128 << 20));
    assertThat(CORPUS.sampled()).isEqualTo(1);
    assertThat(CORPUS.deduplicated()).isFalse();
    assertThat(CORPUS.candidates(Field.TEXT)).startsWith("text", "contents", "content");
    assertThat(CORPUS.candidates(Field.COPIES)).containsExactly("minhash_cluster_size",
        "metadata.minhash_cluster_size");
  }

  @Test
  void eachPresetHasATextAndNamedPathsReplaceIts() {
    for (Preset preset : Preset.values()) {
      assertThat(preset.paths(Field.TEXT)).startsWith("text");
    }
    assertThat(Preset.C4.paths(Field.ID)).isEmpty();
    assertThat(Preset.FINEWEB.paths(Field.CREATED)).containsExactly("date");
    CorpusSettings named = CORPUS.with(Field.ID, List.of("key")).with(Field.SOURCE, List.of());
    assertThat(named.candidates(Field.ID)).containsExactly("key");
    assertThat(named.candidates(Field.SOURCE)).isEmpty();
    assertThat(named.candidates(Field.URL)).isEqualTo(CORPUS.candidates(Field.URL));
  }

  @Test
  void valuesOutOfRangeAreRefusedByTheirKey() {
    assertThatThrownBy(() -> new InputSettings(1.1, 1, 1 << 20, 0,
        1)).hasMessageContaining("input.max-bad-fraction = 1.1");
    assertThatThrownBy(() -> new InputSettings(Double.NaN, 1, 1 << 20, 0, 1)).hasMessageContaining("max-bad-fraction");
    assertThatThrownBy(() -> new InputSettings(0, 0, 1 << 20, 0, 1)).hasMessageContaining("input.max-record-bytes");
    assertThatThrownBy(() -> new InputSettings(0, 1, 3L << 30, 0, 1)).hasMessageContaining("input.max-window-bytes");
    assertThatThrownBy(() -> new InputSettings(0, 1, 1 << 20, -1, 1)).hasMessageContaining("input.max-damaged-shards");
    assertThatThrownBy(() -> new InputSettings(0, 1, 1 << 20, 0, 0)).hasMessageContaining("input.split-bytes");
    assertThatThrownBy(() -> CORPUS.with(Field.TEXT, List.of())).hasMessageContaining("corpus.text");
    assertThatThrownBy(() -> CORPUS.with(Field.ID, List.of(" "))).hasMessageContaining("corpus.id");
    assertThatThrownBy(() -> CORPUS.withSourceFromPath("(")).hasMessageContaining("corpus.source-from-path = (");
    assertThatThrownBy(() -> CORPUS.withSourceFromPath("a.b/")).hasMessageContaining("no group");
    assertThatThrownBy(() -> EngagementField.of(" ")).isInstanceOf(IllegalArgumentException.class);
    for (double sampled : new double[] {0, -1, 1.01, Double.NaN}) {
      assertThatThrownBy(() -> new CorpusSettings(Preset.AUTO, Map.of(), "", List.of(), sampled, false, DateOrder.NONE))
          .hasMessageContaining("corpus.sampled");
    }
  }

  private static String source(String rule, String path, String location) {
    return PathSource.of(rule).map(source -> source.of(new Shard(0, path, location, Format.JSONL, 1,
        1))).orElse("none");
  }

  @Test
  void aSourceIsReadFromAPartitionColumnOrByAPattern() {
    assertThat(source("source", "x.jsonl", "file:/d/source=reddit/x.jsonl")).isEqualTo("reddit");
    assertThat(source("source", "x.jsonl", "file:/d/source=a%2520b+c/x.jsonl")).isEqualTo("a b+c");
    assertThat(source("source", "x.jsonl", "file:/d/source=%25zz/x.jsonl")).isEqualTo("%zz");
    assertThat(source("source", "x.jsonl", "file:/d/source=__HIVE_DEFAULT_PARTITION__/x.jsonl")).isEmpty();
    assertThat(source("source", "x.jsonl", "file:/d/datasource=reddit/x.jsonl")).isEmpty();
    assertThat(source("^([^/]+)/", "books/x.jsonl", "file:/d/books/x.jsonl")).isEqualTo("books");
    assertThat(source("^([^/]+)/", "x.jsonl", "file:/d/x.jsonl")).isEmpty();
    assertThat(source("", "x.jsonl", "file:/d/x.jsonl")).isEqualTo("none");
  }

  @Property(seed = "1")
  void splitsTileAShard(@ForAll @LongRange(min = 0, max = 100_000) long bytes, @ForAll @LongRange(min = 100,
      max = 200_000) long size) {
    Shard shard = new Shard(0, "x.jsonl", "file:/x.jsonl", Format.JSONL, bytes, 1);
    List<Split> splits = new Splitter(new InputSettings(0, 1, 1024, 0, size)).split(List.of(shard));
    long end = 0;
    for (int i = 0; i < splits.size(); i++) {
      assertThat(splits.get(i).index()).isEqualTo(i);
      assertThat(splits.get(i).start()).isEqualTo(end);
      assertThat(splits.get(i).end() - end).isBetween(bytes == 0 ? 0L : 1L, size);
      end = splits.get(i).end();
    }
    assertThat(end).isEqualTo(bytes);
  }

  @Test
  void whatCannotBeReadFromTheMiddleIsOneSplit() {
    for (Format format : Format.values()) {
      Shard shard = new Shard(0, "x", "file:/x", format, 1000, 1);
      int expected = format == Format.JSONL || format == Format.PARQUET ? 10 : 1;
      assertThat(new Splitter(new InputSettings(0, 1, 1024, 0, 100)).split(shard)).hasSize(expected);
    }
  }
}
