package org.counterweight.corpus;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the corpus is and where its records keep their fields.
 *
 * @param preset whose paths hold for fields that {@code paths} does not name
 * @param paths dotted paths by field, tried in order; an empty list switches a field off
 * @param sourceFromPath see {@link PathSource}; empty for none
 * @param engagement fields of readers' reactions, each a stratum of its own
 * @param sampled share of the full corpus that this input is, over 0 and up to 1
 * @param deduplicated whether copies were removed before
 * @param createdOrder how to read dates such as 8/4/2016
 */
public record CorpusSettings(
    Preset preset,
    Map<Field, List<String>> paths,
    String sourceFromPath,
    List<EngagementField> engagement,
    double sampled,
    boolean deduplicated,
    DateOrder createdOrder)
    implements Serializable {

  public CorpusSettings {
    Objects.requireNonNull(preset);
    Objects.requireNonNull(createdOrder);
    var copy = new EnumMap<Field, List<String>>(Field.class);
    paths.forEach((field, list) -> copy.put(field, checked(field, list)));
    paths = Collections.unmodifiableMap(copy);
    engagement = List.copyOf(engagement);
    PathSource.of(sourceFromPath);
    if (!(sampled > 0 && sampled <= 1)) {
      throw new IllegalArgumentException(
          "Cannot use corpus.sampled = " + sampled + ": it must be over 0 and at most 1, the share of the corpus read");
    }
  }

  /** Fields by their common names, a corpus that is whole and not deduplicated. */
  public static CorpusSettings defaults() {
    return new CorpusSettings(
        Preset.AUTO, Map.of(), "", EngagementField.common(), 1, false, DateOrder.NONE);
  }

  /** The paths that may hold a field, in the order in which they are tried. */
  public List<String> candidates(Field field) {
    List<String> named = paths.get(field);
    return named == null ? preset.paths(field) : named;
  }

  /** These settings with other paths for one field. */
  public CorpusSettings with(Field field, List<String> candidates) {
    var changed = new EnumMap<Field, List<String>>(Field.class);
    changed.putAll(paths);
    changed.put(field, candidates);
    return new CorpusSettings(preset, changed, sourceFromPath, engagement, sampled, deduplicated, createdOrder);
  }

  /** These settings with other fields of engagement. */
  public CorpusSettings with(List<EngagementField> fields) {
    return new CorpusSettings(preset, paths, sourceFromPath, fields, sampled, deduplicated, createdOrder);
  }

  /** These settings with the source taken from the path where the record names none. */
  public CorpusSettings withSourceFromPath(String rule) {
    return new CorpusSettings(preset, paths, rule, engagement, sampled, deduplicated, createdOrder);
  }

  private static List<String> checked(Field field, List<String> candidates) {
    if (candidates.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("Cannot use " + field.key() + ": a path is empty");
    }
    if (field == Field.TEXT && candidates.isEmpty()) {
      throw new IllegalArgumentException("Cannot use corpus.text: name the field that holds the text");
    }
    return List.copyOf(candidates);
  }
}
