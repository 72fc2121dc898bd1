package org.counterweight.manifest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.counterweight.virality.Concentration;
import org.counterweight.virality.Estimates;
import org.counterweight.virality.Quotes;
import org.counterweight.virality.Statistics;

/** {@code statistics/}: the corpus as one object, and its shards, sources and months a line each, under their names. */
public final class StatisticsFiles {

  private static final String CORPUS = "statistics/corpus.json";

  private StatisticsFiles() {}

  /** Writes all four files. */
  public static List<FileEntry> write(Storage storage, Path root, Statistics statistics) throws IOException {
    var files = PublishedFiles.of(storage, root);
    String corpus =
        Json.indented(
            json -> {
              EstimatesJson.write(json, statistics.corpus());
              json.object("quotes", fields -> QuotesJson.write(fields, statistics.quotes()));
              json.object("concentration", fields -> ConcentrationJson.write(fields, statistics.concentration()));
            });
    return List.of(
        NewFile.write(files, root, CORPUS, Text.utf8(corpus)),
        writeLines(files, root, Part.SHARD, statistics.shards()),
        writeLines(files, root, Part.SOURCE, statistics.sources()),
        writeLines(files, root, Part.MONTH, statistics.months()));
  }

  /** Reads all four files of a run; masses come back in whole words, as the files hold them. */
  public static Statistics read(Storage storage, Path root) throws IOException {
    return read(PublishedFiles.of(storage, root), root);
  }

  static Statistics read(FileSystem files, Path root) throws IOException {
    var path = new Path(root, CORPUS);
    Estimates corpus;
    Quotes quotes;
    Concentration concentration;
    try (var in = PublishedFiles.open(files, path)) {
      var json = JsonFields.parse(Text.utf8(in.readAllBytes(), path.toString()), path.toString());
      quotes = QuotesJson.read(json.object("quotes"));
      concentration = ConcentrationJson.read(json.object("concentration"));
      corpus = EstimatesJson.read(json, "corpus");
    }
    return new Statistics(
        corpus,
        readLines(files, root, Part.SHARD),
        readLines(files, root, Part.SOURCE),
        readLines(files, root, Part.MONTH),
        quotes,
        concentration);
  }

  private static FileEntry writeLines(FileSystem files, Path root, Part part, List<Estimates> list)
      throws IOException {
    try (var file = NewFile.create(files, root, part.file)) {
      for (var estimates : list) {
        file.write(
            Text.utf8(
                Json.line(
                    json -> {
                      json.text(part.key, estimates.name());
                      EstimatesJson.write(json, estimates);
                    })));
      }
      return file.finish();
    }
  }

  private static List<Estimates> readLines(FileSystem files, Path root, Part part) throws IOException {
    var path = new Path(root, part.file);
    var list = new ArrayList<Estimates>();
    try (var in = PublishedFiles.open(files, path);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        var json = JsonFields.parseLine(line, path, list.size() + 1);
        list.add(EstimatesJson.read(json, json.text(part.key)));
      }
    } catch (CharacterCodingException e) {
      throw new BrokenRunException(path.toString(), ManifestException.reason(e), e);
    }
    return list;
  }

  private enum Part {
    SHARD("shards", "shard"),
    SOURCE("sources", "source"),
    MONTH("months", "month");

    private final String file;
    private final String key;

    Part(String file, String key) {
      this.file = "statistics/" + file + ".jsonl";
      this.key = key;
    }
  }
}
