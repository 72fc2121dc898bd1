package org.counterweight.config;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who judges; the {@code stance.*} keys.
 *
 * @param classifier the kind of classifier
 * @param model the model file that holds it; empty for the one that is shipped
 * @param gainThreshold probability of tractable from which a document may gain; empty for the model's own, which must
 *     have been right in four of five passages
 * @param lexicons files of gate lexicons by language code, beside the shipped English one or in its place
 */
public record StanceSettings(
    Kind classifier, Optional<String> model, Optional<Double> gainThreshold, Map<String, String> lexicons) {

  /** The kinds of classifier. */
  public enum Kind {
    FAST,
    ACCURATE,
    CASCADE
  }

  public StanceSettings {
    Objects.requireNonNull(classifier);
    Objects.requireNonNull(model);
    Objects.requireNonNull(gainThreshold);
    lexicons = Collections.unmodifiableMap(new TreeMap<>(lexicons));
  }

  /** The accurate classifier with the shipped model. */
  public static StanceSettings defaults() {
    return new StanceSettings(Kind.ACCURATE, Optional.empty(), Optional.empty(), Map.of());
  }

  /** The classifier's name: {@code fast}, {@code accurate} or {@code cascade}. */
  public String name() {
    return classifier.name().toLowerCase(Locale.ROOT);
  }

  static StanceSettings read(Section section) {
    return new StanceSettings(
        section.read("classifier", Forms.choice(Kind.class)),
        section.read("model", Forms.text().orNull()),
        section.read("gain-threshold", Numbers.shareAboveZero().orNull()),
        section.read("lexicons", Forms.text().mapping()));
  }
}
