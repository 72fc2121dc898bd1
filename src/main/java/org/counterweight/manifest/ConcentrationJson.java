package org.counterweight.manifest;

import org.counterweight.virality.Concentration;
import org.counterweight.virality.Concentration.Held;
import org.counterweight.virality.Concentration.Top;

/** How much of the masses a few hosts hold. */
final class ConcentrationJson {

  private ConcentrationJson() {}

  static void write(Json json, Concentration concentration) {
    json.whole("hosts", concentration.hosts()).number("hosted", concentration.hosted());
    json.object("doom", fields -> write(fields, concentration.doom()));
    json.object("tractable", fields -> write(fields, concentration.tractable()));
  }

  private static void write(Json json, Held held) {
    json.object("judged", fields -> write(fields, held.judged()));
    json.object("corrected", fields -> write(fields, held.corrected()));
  }

  private static void write(Json json, Top top) {
    json.number("top_1", top.one()).number("top_10", top.ten()).number("top_percent", top.percent());
  }

  static Concentration read(JsonFields fields) throws ManifestException {
    return fields.end(
        () ->
            new Concentration(
                fields.whole("hosts"),
                fields.number("hosted"),
                held(fields.object("doom")),
                held(fields.object("tractable"))));
  }

  private static Held held(JsonFields fields) throws ManifestException {
    return fields.end(() -> new Held(top(fields.object("judged")), top(fields.object("corrected"))));
  }

  private static Top top(JsonFields fields) throws ManifestException {
    return fields.end(
        () -> new Top(fields.number("top_1"), fields.number("top_10"), fields.number("top_percent")));
  }
}
