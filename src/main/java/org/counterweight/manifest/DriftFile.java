package org.counterweight.manifest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.counterweight.virality.Change;
import org.counterweight.virality.Drift;
import org.counterweight.virality.PartDrift;

/**
 * {@code statistics/drift.jsonl}: a line that names the run before and says whether it can be compared with; then, if
 * so, one for the corpus and one for each shard of either run. A run without a run before has no such file.
 */
public final class DriftFile {

  private static final String PATH = "statistics/drift.jsonl";

  private DriftFile() {}

  /** Writes the file. */
  public static FileEntry write(Storage storage, Path root, Drift drift) throws IOException {
    var text = new StringBuilder();
    text.append(Json.line(json -> json.text("previous", drift.previous())
        .flag("comparable", drift.reason().isEmpty())
        .text("reason", drift.reason())));
    drift.corpus().ifPresent(corpus -> text.append(line("part", corpus)));
    drift.shards().forEach(shard -> text.append(line("shard", shard)));
    return NewFile.write(PublishedFiles.of(storage, root), root, PATH, Text.utf8(text.toString()));
  }

  private static String line(String key, PartDrift part) {
    return Json.line(json -> {
      json.text(key, part.name()).text("status", part.status().name().toLowerCase(Locale.ROOT));
      json.flag("marked", part.marked());
      json.object("judged", fields -> write(fields, part.judged()));
      json.object("corrected", fields -> write(fields, part.corrected()));
    });
  }

  private static void write(Json json, Change change) {
    FigureJson.write(json, "ratio", change.ratio());
    json.number("p", change.p()).number("q", change.q()).flag("marked", change.marked());
  }

  /** Reads the file of a run; empty where it has none. */
  public static Optional<Drift> read(Storage storage, Path root, List<FileEntry> files) throws IOException {
    if (files.stream().noneMatch(file -> file.path().equals(PATH))) {
      return Optional.empty();
    }
    var path = new Path(root, PATH);
    try (var in = PublishedFiles.open(storage, path)) {
      var lines = Text.utf8(in.readAllBytes(), path.toString()).split("\n");
      var head = JsonFields.parseLine(lines[0], path, 1);
      head.flag("comparable");
      var previous = head.text("previous");
      var reason = head.text("reason");
      var parts = new ArrayList<PartDrift>();
      for (int i = 1; i < lines.length; i++) {
        parts.add(part(JsonFields.parseLine(lines[i], path, i + 1), i == 1 ? "part" : "shard"));
      }
      return Optional.of(head.end(() -> new Drift(
          previous, reason, parts.stream().findFirst(), parts.subList(Math.min(1, parts.size()), parts.size()))));
    }
  }

  private static PartDrift part(JsonFields json, String key) throws ManifestException {
    json.flag("marked");
    return json.end(() -> new PartDrift(
        json.text(key), status(json.text("status")), change(json.object("judged")), change(json.object("corrected"))));
  }

  private static PartDrift.Status status(String label) {
    return PartDrift.Status.valueOf(label.toUpperCase(Locale.ROOT));
  }

  private static Change change(JsonFields json) throws ManifestException {
    json.flag("marked");
    return json.end(() -> new Change(FigureJson.read(json, "ratio"), json.number("p"), json.number("q")));
  }
}
