package org.counterweight.corpus;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers every path that the settings name, so that a record's values can be asked for by number. */
final class FieldIndex {
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final Map<Field, int[]> fields = new EnumMap<>(Field.class);
  private final int[] engagement;

  FieldIndex(CorpusSettings settings) {
    for (Field field : Field.values()) {
      fields.put(field, settings.candidates(field).stream().mapToInt(this::number).toArray());
    }
    engagement = settings.engagement().stream().mapToInt(field -> number(field.path())).toArray();
  }

  private int number(String path) {
    return numbers.computeIfAbsent(path, any -> numbers.size());
  }

  /** All paths in the order of their numbers. */
  List<String> paths() {
    return new ArrayList<>(numbers.keySet());
  }

  /** The paths of a field, in the order in which they are tried. */
  int[] of(Field field) {
    return fields.get(field);
  }

  /** The path of each field of engagement, in the configured order. */
  int[] engagement() {
    return engagement;
  }
}
