package org.counterweight.manifest;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Sha256;
import org.counterweight.corpus.Storage;

/** A small made-up run, written as the job writes one. */
final class RunSample {

  private RunSample() {}

  static Path publish(Storage storage, Path dir, Instant start, long seed) throws IOException {
    try (var publication = Publication.begin(storage, dir, start, Sha256.of(new byte[0]))) {
      return publication.publish(fill(storage, publication.staging(), seed, 20), true);
    }
  }

  /** Two parts of rows, statistics, a quarantined record and a report. */
  static Manifest fill(Storage storage, Path staging, long seed, int rows) throws IOException {
    return fill(storage, staging, Samples.rows(seed, rows), rows);
  }

  static Manifest fill(Storage storage, Path staging, List<RowReader.Row> all, long counted) throws IOException {
    var files = new ArrayList<FileEntry>();
    files.addAll(part(storage, staging, 0, all.subList(0, all.size() / 2)));
    files.addAll(part(storage, staging, 1, all.subList(all.size() / 2, all.size())));
    String digest = LogicalDigest.of(storage, staging, files);
    files.addAll(StatisticsFiles.write(storage, staging, Samples.statistics(counted)));
    try (var quarantine = QuarantineFile.open(storage, staging, 0)) {
      quarantine.write(new QuarantineRow("0/a.jsonl", 3, 77, "not-json", "column 4", Samples.HOSTILE));
      files.add(quarantine.finish());
    }
    files.add(NewFile.write(storage.fileSystem(staging), staging, "report.html", Text.utf8("<!doctype html>")));
    return Samples.manifest(counted, files, digest);
  }

  private static List<FileEntry> part(Storage storage, Path staging, int number, List<RowReader.Row> rows)
      throws IOException {
    try (var part = PartWriter.open(storage, staging, number, RowFormat.PARQUET)) {
      for (var row : rows) {
        part.write(row.document(), row.passages());
      }
      return part.finish().files();
    }
  }
}
