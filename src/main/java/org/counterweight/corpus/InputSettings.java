package org.counterweight.corpus;

import java.io.Serializable;

/**
 * How much bad input is borne, and how much memory and work one task may take.
 *
 * @param maxBadFraction share of records that may be refused before a run fails, 0..1
 * @param maxRecordBytes longest record read, in uncompressed bytes; longer ones are refused
 * @param maxWindowBytes zstd windows that may be open at once in a JVM, up to 2 GiB, the most that the decoder takes
 * @param maxDamagedShards shards that may break off before a run fails
 * @param splitBytes size of a task's part of a large plain JSONL or Parquet shard
 */
public record InputSettings(
    double maxBadFraction, int maxRecordBytes, long maxWindowBytes, int maxDamagedShards, long splitBytes)
    implements Serializable {

  private static final long MIB = 1L << 20;
  /** Array sizes stop a little short of 2 GiB, and a text may double on its way to a string. */
  private static final int LONGEST_RECORD = 1 << 30;

  public InputSettings {
    check(maxBadFraction >= 0 && maxBadFraction <= 1, "input.max-bad-fraction", maxBadFraction, "0 to 1");
    check(maxRecordBytes >= 1 && maxRecordBytes <= LONGEST_RECORD, "input.max-record-bytes", maxRecordBytes,
        "1 byte to 1 GiB");
    check(maxWindowBytes >= 1024 && maxWindowBytes <= 2048 * MIB, "input.max-window-bytes", maxWindowBytes,
        "1 KiB to 2 GiB");
    check(maxDamagedShards >= 0, "input.max-damaged-shards", maxDamagedShards, "0 or more");
    check(splitBytes >= 1, "input.split-bytes", splitBytes, "1 or more");
  }

  /** One bad record in a hundred, records to 32 MiB, windows to 2 GiB, no damaged shard, splits of 128 MiB. */
  public static InputSettings defaults() {
    return new InputSettings(0.01, (int) (32 * MIB), 2048 * MIB, 0, 128 * MIB);
  }

  private static void check(boolean holds, String key, Object value, String range) {
    if (!holds) {
      throw new IllegalArgumentException("Cannot use " + key + " = " + value + ": it must be " + range);
    }
  }
}
