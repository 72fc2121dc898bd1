package org.counterweight.corpus;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.FSDataInputStream;

/** Opens a split by its format. */
record Opening(Split split, FieldIndex index, InputSettings settings, Storage storage) {

  Records records() throws IOException {
    Shard shard = split.shard();
    if (shard.format() == Format.PARQUET) {
      return ParquetRecords.open(this);
    }
    InputStream in = storage.open(shard.hadoopPath());
    try {
      return switch (shard.format()) {
        case JSONL -> plain(in);
        case JSONL_GZIP -> whole(new GzipStream(in));
        case JSONL_ZSTD -> whole(new ZstdStream(in, WindowBudget.OF_THIS_JVM, settings.maxWindowBytes()));
        case WET -> new WetRecords(split, index, in, settings);
        default -> new WetRecords(split, index, new GzipStream(in), settings);
      };
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private Records whole(InputStream in) {
    return new JsonRecords(split, new LineReader(in, 0, Long.MAX_VALUE, settings.maxRecordBytes()), index, settings);
  }

  /** Lines that start in the split: the one that is under way at its start belongs to the split before. */
  private Records plain(InputStream in) throws IOException {
    long from = Math.max(0, split.start() - 1);
    if (from > 0) {
      ((FSDataInputStream) in).seek(from);
    }
    LineReader lines = new LineReader(in, from, split.end(), settings.maxRecordBytes());
    if (split.start() > 0) {
      lines.next();
    }
    return new JsonRecords(split, lines, index, settings);
  }
}
