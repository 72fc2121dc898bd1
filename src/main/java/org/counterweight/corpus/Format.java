package org.counterweight.corpus;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of shard that can be read, told by the file's name alone. */
public enum Format {
  JSONL(".jsonl", ".json", ".ndjson"),
  JSONL_GZIP(".jsonl.gz", ".json.gz", ".ndjson.gz"),
  JSONL_ZSTD(".jsonl.zst", ".json.zst", ".ndjson.zst", ".jsonl.zstd", ".json.zstd", ".ndjson.zstd"),
  PARQUET(".parquet"),
  WET(".wet", ".warc.txt"),
  WET_GZIP(".wet.gz", ".warc.txt.gz");

  /** Every kind. */
  static final Set<Format> ALL = EnumSet.allOf(Format.class);

  /** Those of records a line. */
  static final Set<Format> JSON_LINES = EnumSet.of(JSONL, JSONL_GZIP, JSONL_ZSTD);

  private final List<String> endings;

  Format(String... endings) {
    this.endings = List.of(endings);
  }

  /** The format that a file name announces, letter case aside; empty where it announces none. */
  public static Optional<Format> of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    for (Format format : values()) {
      if (format.endings.stream().anyMatch(ending -> name.endsWith(ending) && name.length() > ending.length())) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** How names of these kinds may end, as people say it. */
  static String endings(Set<Format> formats) {
    var json = ".jsonl, .json, .ndjson (plain, .gz, .zst)";
    return formats.contains(PARQUET) ? json + ", .parquet, .wet or .wet.gz" : json;
  }

  /** Why a file of no format wanted is not read, for the person who expected it to be. */
  static String whyUnknown(String fileName, Set<Format> wanted) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (wanted.contains(WET) && (name.endsWith(".warc") || name.endsWith(".warc.gz"))) {
      return "unknown kind: a raw WARC holds pages, not text; give the crawl's WET (.warc.wet.gz)";
    }
    return "unknown kind: names must end in " + endings(wanted);
  }

  /** Whether a shard of this format can be read from the middle. */
  boolean splits() {
    return this == JSONL || this == PARQUET;
  }
}
