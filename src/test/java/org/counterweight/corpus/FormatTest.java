package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

  @ParameterizedTest
  @CsvSource({
    "a.jsonl,JSONL", "a.json,JSONL", "a.ndjson,JSONL", "A.JSONL.GZ,JSONL_GZIP", "a.json.gz,JSONL_GZIP",
    "a.ndjson.gz,JSONL_GZIP", "a.jsonl.zst,JSONL_ZSTD", "a.json.zst,JSONL_ZSTD", "a.ndjson.zstd,JSONL_ZSTD",
    "a.jsonl.zstd,JSONL_ZSTD", "part-0.snappy.parquet,PARQUET", "a.wet,WET", "a.warc.wet,WET", "a.warc.txt,WET",
    "a.warc.wet.gz,WET_GZIP", "a.wet.gz,WET_GZIP"
  })
  void aNameTellsTheFormat(String name, Format format) {
    assertThat(Format.of(name)).contains(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a.gz", "a.warc", "a.warc.gz", "a.csv", "jsonl", ".jsonl", "a.jsonl.bz2",
      "a.json.tmp"})
  void otherNamesTellNone(String name) {
    assertThat(Format.of(name)).isEmpty();
  }

  @Test
  void aRawWarcPointsToItsWet() {
    assertThat(Format.whyUnknown("CC-MAIN.warc.gz", Format.ALL)).contains("WET");
    assertThat(Format.whyUnknown("notes.txt", Format.ALL)).contains(".jsonl", ".wet.gz").doesNotContain("WARC");
    assertThat(Format.whyUnknown("notes.txt", Format.JSON_LINES)).contains(".jsonl").doesNotContain("parquet", "wet");
  }
}
