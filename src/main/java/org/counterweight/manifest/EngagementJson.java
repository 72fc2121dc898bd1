package org.counterweight.manifest;

import java.util.ArrayList;
import java.util.List;
import org.counterweight.virality.Combined;
import org.counterweight.virality.EngagementFigures;
import org.counterweight.virality.Quantiles;
import org.counterweight.virality.Stratum;
import org.counterweight.virality.Stratum.Comparison;

/** What readers' reactions say of a part of a corpus: figures combined, and the strata within {@code v_engagement}. */
final class EngagementJson {

  private EngagementJson() {}

  static void write(Json json, EngagementFigures engagement) {
    json.object(
        "v_engagement",
        fields -> {
          write(fields, engagement.ratio());
          fields.objects("strata", engagement.strata(), (stratum, each) -> write(each, stratum));
        });
    json.object("v_engagement_raw", fields -> write(fields, engagement.ratioRaw()));
    json.object("geometric_mean_ratio", fields -> write(fields, engagement.geometricMeans()));
    json.object("geometric_mean_ratio_raw", fields -> write(fields, engagement.geometricMeansRaw()));
    json.object("effect_size", fields -> write(fields, engagement.effectSize()));
    json.object("effect_size_raw", fields -> write(fields, engagement.effectSizeRaw()));
  }

  static EngagementFigures read(JsonFields json) throws ManifestException {
    var ratio = json.object("v_engagement");
    var combined = combined(ratio);
    var strata = strata(ratio);
    return new EngagementFigures(
        ratio.end(() -> combined),
        combined(json, "v_engagement_raw"),
        combined(json, "geometric_mean_ratio"),
        combined(json, "geometric_mean_ratio_raw"),
        combined(json, "effect_size"),
        combined(json, "effect_size_raw"),
        strata);
  }

  private static void write(Json fields, Combined combined) {
    FigureJson.write(fields, combined.figure());
    fields.number("tau_squared", combined.tauSquared()).whole("sources", combined.sources());
  }

  private static Combined combined(JsonFields json, String key) throws ManifestException {
    var fields = json.object(key);
    return fields.end(() -> combined(fields));
  }

  private static Combined combined(JsonFields fields) throws ManifestException {
    return new Combined(
        FigureJson.read(fields), fields.number("tau_squared"), Math.toIntExact(fields.whole("sources")));
  }

  private static void write(Json json, Stratum stratum) {
    json.text("source", stratum.source())
        .text("field", stratum.field())
        .whole("documents", stratum.carrying())
        .whole("documents_used", stratum.documents())
        .whole("negative", stratum.negative())
        .number("effective_doom", stratum.doom())
        .number("effective_tractable", stratum.tractable())
        .whole("clusters", stratum.clusters())
        .text("clustered_by", stratum.clusteredBy())
        .number("dispersion", stratum.dispersion())
        .flag("truncated", stratum.truncated())
        .number("floor", stratum.floor())
        .object("corrected", fields -> write(fields, stratum.corrected()))
        .object("judged", fields -> write(fields, stratum.judged()));
  }

  private static List<Stratum> strata(JsonFields json) throws ManifestException {
    var strata = new ArrayList<Stratum>();
    for (var fields : json.objects("strata")) {
      strata.add(fields.end(() -> stratum(fields)));
    }
    return strata;
  }

  private static Stratum stratum(JsonFields fields) throws ManifestException {
    var stratum =
        new Stratum(
            fields.text("source"),
            fields.text("field"),
            fields.whole("documents"),
            fields.whole("documents_used"),
            fields.whole("negative"),
            fields.number("effective_doom"),
            fields.number("effective_tractable"),
            Math.toIntExact(fields.whole("clusters")),
            fields.text("clustered_by"),
            fields.number("dispersion"),
            fields.number("floor"),
            comparison(fields.object("corrected")),
            comparison(fields.object("judged")));
    if (fields.flag("truncated") != stratum.truncated()) {
      throw fields.error("truncated", "at odds with the floor");
    }
    return stratum;
  }

  private static void write(Json json, Comparison comparison) {
    FigureJson.write(json, "ratio", comparison.ratio());
    FigureJson.write(json, "geometric_mean_ratio", comparison.geometricMeans());
    FigureJson.write(json, "effect_size", comparison.effectSize());
    json.object("doom_quantiles", fields -> write(fields, comparison.doomQuantiles()));
    json.object("tractable_quantiles", fields -> write(fields, comparison.tractableQuantiles()));
  }

  private static Comparison comparison(JsonFields fields) throws ManifestException {
    return fields.end(
        () ->
            new Comparison(
                FigureJson.read(fields, "ratio"),
                FigureJson.read(fields, "geometric_mean_ratio"),
                FigureJson.read(fields, "effect_size"),
                quantiles(fields.object("doom_quantiles")),
                quantiles(fields.object("tractable_quantiles"))));
  }

  private static void write(Json json, Quantiles quantiles) {
    json.number("p50", quantiles.median()).number("p90", quantiles.ninety()).number("p99", quantiles.ninetyNine());
  }

  private static Quantiles quantiles(JsonFields fields) throws ManifestException {
    return fields.end(() -> new Quantiles(fields.number("p50"), fields.number("p90"), fields.number("p99")));
  }
}
