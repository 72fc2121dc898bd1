package org.counterweight.manifest;

import java.util.List;
import java.util.function.ToLongFunction;
import org.counterweight.virality.Counts;

/** The integers of a part of a corpus, as fields of the object that holds them. */
final class CountsJson {

  private static final List<Count> COUNTS =
      List.of(
          new Count("documents", Counts::documents),
          new Count("ai_documents", Counts::aiDocuments),
          new Count("gated_documents", Counts::gatedDocuments),
          new Count("empty", Counts::empty),
          new Count("refused", Counts::refused),
          new Count("words", Counts::words),
          new Count("tokens", Counts::tokens),
          new Count("bytes", Counts::bytes),
          new Count("missing_ids", Counts::missingIds),
          new Count("duplicate_ids", Counts::duplicateIds),
          new Count("unreadable_engagement", Counts::unreadableEngagement),
          new Count("negative_engagement", Counts::negativeEngagement),
          new Count("other_language", Counts::otherLanguage),
          new Count("other_language_words", Counts::otherLanguageWords));

  private CountsJson() {}

  static void write(Json json, Counts counts) {
    COUNTS.forEach(count -> json.whole(count.key(), count.of().applyAsLong(counts)));
  }

  static Counts read(JsonFields fields) throws ManifestException {
    for (var count : COUNTS) {
      if (fields.whole(count.key()) < 0) {
        throw fields.error(count.key(), "negative");
      }
    }
    return new Counts(
        fields.whole("documents"),
        fields.whole("gated_documents"),
        fields.whole("ai_documents"),
        fields.whole("empty"),
        fields.whole("refused"),
        fields.whole("words"),
        fields.whole("tokens"),
        fields.whole("bytes"),
        fields.whole("missing_ids"),
        fields.whole("duplicate_ids"),
        fields.whole("unreadable_engagement"),
        fields.whole("negative_engagement"),
        fields.whole("other_language"),
        fields.whole("other_language_words"));
  }

  private record Count(String key, ToLongFunction<Counts> of) {}
}
