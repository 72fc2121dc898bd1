package org.counterweight.manifest;

import org.counterweight.virality.RefusedText;
import org.counterweight.virality.RefusedText.Missed;

/** What refused text may hold, in {@code refused_text}; an {@code at_most} that is not known is null. */
final class RefusedJson {

  private static final String KEY = "refused_text";

  private RefusedJson() {}

  static void write(Json json, RefusedText refused) {
    json.object(
        KEY,
        fields -> {
          fields.whole("words", refused.words());
          write(fields, "doom", refused.doom());
          write(fields, "tractable", refused.tractable());
          write(fields, "other", refused.other());
          FigureJson.write(fields, "odds_with_missed", refused.odds());
        });
  }

  private static void write(Json json, String key, Missed missed) {
    json.object(
        key,
        fields -> {
          FigureJson.write(fields, "missed", missed.words());
          fields.number("at_most", missed.atMost());
          FigureJson.write(fields, "corrected_mass_with_missed", missed.withAdmitted());
        });
  }

  static RefusedText read(JsonFields json) throws ManifestException {
    var fields = json.object(KEY);
    return fields.end(
        () ->
            new RefusedText(
                fields.whole("words"),
                missed(fields.object("doom")),
                missed(fields.object("tractable")),
                missed(fields.object("other")),
                FigureJson.read(fields, "odds_with_missed")));
  }

  private static Missed missed(JsonFields fields) throws ManifestException {
    return fields.end(
        () ->
            new Missed(
                FigureJson.read(fields, "missed"),
                fields.number("at_most"),
                FigureJson.read(fields, "corrected_mass_with_missed")));
  }
}
