package org.counterweight.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One spelling for each value, whatever way it was written: what the digest is taken over, and what files and messages
 * show. Text is quoted as JSON does, which YAML reads back as the same text.
 */
final class Canonical {

  private Canonical() {}

  /** The spelling of a value as written. */
  static String of(Value value) {
    if (value instanceof Value.Scalar scalar) {
      return scalar.kind() == Value.Kind.TEXT ? quoted(scalar.text()) : scalar.isNull() ? "null" : scalar.text();
    }
    if (value instanceof Value.Sequence sequence) {
      return sequence.items().stream().map(Canonical::of).collect(Collectors.joining(", ", "[", "]"));
    }
    return ((Value.Mapping) value)
        .entries().stream()
            .map(entry -> quoted(entry.key()) + ": " + of(entry.value()))
            .collect(Collectors.joining(", ", "{", "}"));
  }

  /** The spelling of a value as read; equal values have equal spellings. */
  static String ofBound(Object bound) {
    if (bound instanceof Optional<?> optional) {
      return optional.map(Canonical::ofBound).orElse("null");
    }
    if (bound instanceof Collection<?> items) {
      return items.stream().map(Canonical::ofBound).collect(Collectors.joining(", ", "[", "]"));
    }
    if (bound instanceof Map<?, ?> map) {
      var sorted = new TreeMap<String, String>();
      map.forEach((key, value) -> sorted.put(quoted(key.toString()), ofBound(value)));
      return sorted.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + entry.getValue())
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (bound instanceof Double number) {
      return Double.toString(number + 0.0);
    }
    if (bound instanceof Enum<?> choice) {
      return quoted(choice.name().toLowerCase(Locale.ROOT));
    }
    return bound instanceof Number || bound instanceof Boolean ? bound.toString() : quoted(bound.toString());
  }

  /** Text in double quotes, with everything escaped that does not print. */
  static String quoted(String text) {
    return '"' + visible(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
  }

  /** Text with everything escaped that does not print, so that it can neither break a line nor steer a terminal. */
  static String visible(String text) {
    var visible = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean prints = c == ' ' || (c > ' ' && c < 0x7f) || Character.isLetterOrDigit(c);
      visible.append(prints ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
    }
    return visible.toString();
  }
}
