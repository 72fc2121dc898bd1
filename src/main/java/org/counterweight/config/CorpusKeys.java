package org.counterweight.config;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.counterweight.config.Form.MismatchException;
import org.counterweight.config.Value.Mapping;
import org.counterweight.corpus.CorpusSettings;
import org.counterweight.corpus.DateOrder;
import org.counterweight.corpus.EngagementField;
import org.counterweight.corpus.Field;
import org.counterweight.corpus.InputSettings;
import org.counterweight.corpus.Preset;

/** Reads the sections {@code corpus} and {@code input}. */
final class CorpusKeys {

  private static final long GIB = 1L << 30;

  /** Smaller parts would make more tasks than work. The record itself takes less, as tests of splitting do. */
  private static final long LEAST_SPLIT = 64L << 10;

  private CorpusKeys() {}

  static CorpusSettings corpus(Section section) {
    var preset = section.read("preset", Forms.choice(Preset.class));
    var paths = paths(section);
    var fromPath = section.read("source-from-path", pathRule().orNull()).orElse("");
    var order = section.read("created-order", Forms.choice(DateOrder.class).orNull()).orElse(DateOrder.NONE);
    var engagement = section.read("engagement", engagementField().list());
    double sampled = section.read("sampled", Numbers.shareAboveZero());
    boolean deduplicated = section.read("deduplicated", Forms.flag());
    return section.build(
        () -> new CorpusSettings(preset, paths, fromPath, engagement, sampled, deduplicated, order),
        CorpusSettings.defaults());
  }

  private static Map<Field, List<String>> paths(Section section) {
    var paths = new EnumMap<Field, List<String>>(Field.class);
    for (var field : Field.values()) {
      var name = field.key().substring("corpus.".length());
      section.read(name, Forms.path().oneOrMore().orNull()).ifPresent(candidates -> paths.put(field, candidates));
    }
    return paths;
  }

  /** A regular expression with a group, or {@code {column: name}}; as the rule that the corpus package reads. */
  private static Form<String> pathRule() {
    return value -> {
      var rule = value instanceof Mapping mapping ? column(mapping) : Forms.text().read(value);
      try {
        return CorpusSettings.defaults().withSourceFromPath(rule).sourceFromPath();
      } catch (IllegalArgumentException e) {
        throw new MismatchException(value.at(), e.getMessage());
      }
    };
  }

  private static String column(Mapping mapping) throws MismatchException {
    if (mapping.entries().size() != 1 || !mapping.entries().get(0).key().equals("column")) {
      throw MismatchException.expected("{column: name} or a regular expression with one group", mapping);
    }
    var name = Forms.text().read(mapping.entries().get(0).value());
    if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_-]*")) {
      throw MismatchException.expected("the name of a partition column", mapping.entries().get(0).value());
    }
    return name;
  }

  /** A path, or {@code {field: path, zero: unknown}} where the corpus writes 0 for what it does not know. */
  private static Form<EngagementField> engagementField() {
    return value -> {
      if (!(value instanceof Mapping mapping)) {
        return EngagementField.of(Forms.path().read(value));
      }
      String path = null;
      boolean zeroIsUnknown = false;
      for (var entry : mapping.entries()) {
        switch (entry.key()) {
          case "field" -> path = Forms.path().read(entry.value());
          case "zero" -> zeroIsUnknown = Forms.choice(Zero.class).read(entry.value()) == Zero.UNKNOWN;
          default -> throw new MismatchException(entry.at(), "expected field and zero, found " + entry.key());
        }
      }
      if (path == null) {
        throw new MismatchException(value.at(), "expected a path or {field: path, zero: unknown}, found no field");
      }
      return new EngagementField(path, zeroIsUnknown);
    };
  }

  /** What a 0 means in a field of engagement. */
  private enum Zero {
    ZERO,
    UNKNOWN
  }

  static InputSettings input(Section section) {
    double maxBadFraction = section.read("max-bad-fraction", Numbers.share());
    long maxRecordBytes = section.read("max-record-bytes", Numbers.size(1, GIB));
    long maxWindowBytes = section.read("max-window-bytes", Numbers.size(1024, 2 * GIB));
    long maxDamagedShards = section.read("max-damaged-shards", Numbers.whole(0, Integer.MAX_VALUE));
    long splitBytes = section.read("split-bytes", Numbers.size(LEAST_SPLIT, 1024 * GIB));
    return section.build(
        () ->
            new InputSettings(
                maxBadFraction, (int) maxRecordBytes, maxWindowBytes, (int) maxDamagedShards, splitBytes),
        InputSettings.defaults());
  }
}
