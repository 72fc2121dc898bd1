package org.counterweight.manifest;

import org.counterweight.stance.Probabilities;
import org.counterweight.virality.CorrectedMass;
import org.counterweight.virality.Estimates;
import org.counterweight.virality.Masses;

/**
 * The estimates of a part of a corpus. Masses are in whole words there, rounded from the millionths inside; the mass of
 * {@code not_ai} is not published.
 */
final class EstimatesJson {

  private EstimatesJson() {}

  static void write(Json json, Estimates estimates) {
    CountsJson.write(json, estimates.counts());
    json.object("mass", fields -> write(fields, estimates.mass()));
    json.object("corrected_mass", fields -> write(fields, estimates.correctedMass()));
    RefusedJson.write(json, estimates.refused());
    FigureJson.write(json, "odds_raw", estimates.oddsRaw());
    FigureJson.write(json, "odds_corrected", estimates.oddsCorrected());
    FigureJson.write(json, "odds_works", estimates.oddsWorks());
    FigureJson.write(json, "odds_works_raw", estimates.oddsWorksRaw());
    FigureJson.write(json, "v_copies", estimates.vCopies());
    FigureJson.write(json, "v_copies_raw", estimates.vCopiesRaw());
    FigureJson.write(json, "v_hosts", estimates.vHosts());
    FigureJson.write(json, "v_hosts_raw", estimates.vHostsRaw());
    json.number("odds_em", estimates.oddsEm());
    EngagementJson.write(json, estimates.engagement());
  }

  static Estimates read(JsonFields json, String name) throws ManifestException {
    return json.end(
        () ->
            new Estimates(
                name,
                CountsJson.read(json),
                masses(json.object("mass")),
                corrected(json.object("corrected_mass")),
                RefusedJson.read(json),
                FigureJson.read(json, "odds_raw"),
                FigureJson.read(json, "odds_corrected"),
                FigureJson.read(json, "odds_works"),
                FigureJson.read(json, "odds_works_raw"),
                FigureJson.read(json, "v_copies"),
                FigureJson.read(json, "v_copies_raw"),
                FigureJson.read(json, "v_hosts"),
                FigureJson.read(json, "v_hosts_raw"),
                json.number("odds_em"),
                EngagementJson.read(json)));
  }

  private static void write(Json json, Masses mass) {
    json.whole("doom", words(mass.doom()))
        .whole("tractable", words(mass.tractable()))
        .whole("mixed", words(mass.mixed()))
        .whole("neutral", words(mass.neutral()));
  }

  private static Masses masses(JsonFields json) throws ManifestException {
    return json.end(
        () ->
            new Masses(
                micro(json, "doom"), micro(json, "tractable"), micro(json, "mixed"), micro(json, "neutral"), 0));
  }

  private static void write(Json json, CorrectedMass mass) {
    json.whole("doom", mass.doom()).whole("tractable", mass.tractable()).whole("other", mass.other());
  }

  private static CorrectedMass corrected(JsonFields json) throws ManifestException {
    return json.end(() -> new CorrectedMass(json.whole("doom"), json.whole("tractable"), json.whole("other")));
  }

  /** Millionths of a word, rounded half up to words. */
  static long words(long micro) {
    return Math.floorDiv(micro + Probabilities.ONE / 2, Probabilities.ONE);
  }

  private static long micro(JsonFields json, String key) throws ManifestException {
    return Math.multiplyExact(json.whole(key), (long) Probabilities.ONE);
  }
}
