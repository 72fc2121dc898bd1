package org.counterweight.manifest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.Provenance.InputEntry;

/** {@code manifest.json}, written and read field by field, since others rely on its form. */
public final class ManifestJson {

  /** Its name in a run folder. */
  public static final String FILE = "manifest.json";

  private ManifestJson() {}

  /** The text of the file. */
  public static String write(Manifest manifest) {
    return Json.indented(
        json ->
            json.whole("schema_version", manifest.schemaVersion())
                .object("provenance", fields -> write(fields, manifest.provenance()))
                .number("default_weight", manifest.defaultWeight())
                .object("plan", fields -> PlanJson.write(fields, manifest.plan()))
                .object("totals", fields -> write(fields, manifest.totals()))
                .objects("files", manifest.files(), ManifestJson::write)
                .text("logical_digest", manifest.logicalDigest())
                .objects("variants", manifest.variants(), ManifestJson::write));
  }

  /**
   * Reads the text of the file.
   *
   * @throws ManifestException if anything in it is missing, null, of another type or not expected
   */
  public static Manifest parse(String text) throws ManifestException {
    return parse(text, FILE);
  }

  /** Reads the header of a run folder. */
  public static Manifest read(Storage storage, Path run) throws IOException {
    return read(PublishedFiles.of(storage, run), run);
  }

  static Manifest read(FileSystem files, Path run) throws IOException {
    var path = new Path(run, FILE);
    try (var in = PublishedFiles.open(files, path)) {
      return parse(Text.utf8(in.readAllBytes(), path.toString()), path.toString());
    }
  }

  private static Manifest parse(String text, String file) throws ManifestException {
    var json = JsonFields.parse(text, file);
    long version = json.whole("schema_version");
    if (version != Manifest.SCHEMA_VERSION) {
      throw json.error("schema_version", version + "; this version of Counterweight knows " + Manifest.SCHEMA_VERSION);
    }
    var provenance = provenance(json.object("provenance"));
    double defaultWeight = json.number("default_weight");
    var plan = PlanJson.read(json.object("plan"));
    var totals = totals(json.object("totals"));
    var files = new ArrayList<FileEntry>();
    for (var fields : json.objects("files")) {
      files.add(file(fields));
    }
    String digest = json.text("logical_digest");
    var variants = new ArrayList<VariantEntry>();
    for (var fields : json.objects("variants")) {
      variants.add(variant(fields));
    }
    return json.end(
        () -> new Manifest(Math.toIntExact(version), provenance, defaultWeight, plan, totals, files, digest, variants));
  }

  private static void write(Json json, Provenance provenance) {
    json.text("version", provenance.version())
        .text("commit", provenance.commit())
        .text("configuration", provenance.configuration())
        .text("configuration_digest", provenance.configurationDigest())
        .text("model", provenance.model())
        .text("model_digest", provenance.modelDigest())
        .text("gate_digest", provenance.gateDigest())
        .text("gate_misses_digest", provenance.gateMissesDigest())
        .whole("seed", provenance.seed())
        .text("java", provenance.java())
        .text("spark", provenance.spark())
        .text("engine", provenance.engine())
        .text("census", provenance.census())
        .objects(
            "inputs",
            provenance.inputs(),
            (input, fields) ->
                fields.text("shard", input.shard())
                    .text("location", input.location())
                    .whole("bytes", input.bytes())
                    .text("digest", input.digest()));
  }

  private static Provenance provenance(JsonFields json) throws ManifestException {
    var inputs = inputs(json.objects("inputs"));
    return json.end(
        () ->
            new Provenance(
                json.text("version"),
                json.text("commit"),
                json.text("configuration"),
                json.text("configuration_digest"),
                json.text("model"),
                json.text("model_digest"),
                json.text("gate_digest"),
                json.text("gate_misses_digest"),
                json.whole("seed"),
                json.text("java"),
                json.text("spark"),
                json.text("engine"),
                json.text("census"),
                inputs));
  }

  private static List<InputEntry> inputs(List<JsonFields> list) throws ManifestException {
    var inputs = new ArrayList<InputEntry>();
    for (var json : list) {
      inputs.add(json.end(() -> new InputEntry(
          json.text("shard"), json.text("location"), json.whole("bytes"), json.text("digest"))));
    }
    return inputs;
  }

  private static void write(Json json, Totals totals) {
    CountsJson.write(json, totals.counts());
    json.whole("damaged_shards", totals.damagedShards()).whole("skipped_files", totals.skippedFiles());
  }

  private static Totals totals(JsonFields json) throws ManifestException {
    return json.end(
        () -> new Totals(CountsJson.read(json), json.whole("damaged_shards"), json.whole("skipped_files")));
  }

  private static void write(VariantEntry variant, Json json) {
    json.text("name", variant.name())
        .text("folder", variant.folder())
        .object("plan", fields -> PlanJson.write(fields, variant.plan()))
        .text("logical_digest", variant.logicalDigest());
  }

  private static VariantEntry variant(JsonFields json) throws ManifestException {
    var plan = PlanJson.read(json.object("plan"));
    return json.end(
        () -> new VariantEntry(json.text("name"), json.text("folder"), plan, json.text("logical_digest")));
  }

  private static void write(FileEntry file, Json json) {
    json.text("path", file.path()).whole("size", file.size()).text("sha256", file.sha256());
  }

  private static FileEntry file(JsonFields json) throws ManifestException {
    return json.end(() -> new FileEntry(json.text("path"), json.whole("size"), json.text("sha256")));
  }
}
