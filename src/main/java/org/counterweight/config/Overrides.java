package org.counterweight.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads {@code --set key=value} arguments; values are YAML: {@code plan.base={web: 2}}. */
final class Overrides {

  private Overrides() {}

  /** The settings that the arguments make; what cannot be read is a problem and left out. */
  static List<Setting> read(List<String> arguments, KnownKeys known, Problems problems) {
    var settings = new LinkedHashMap<String, Setting>();
    for (int i = 0; i < arguments.size(); i++) {
      for (var setting : read(arguments.get(i), i + 1, known, problems)) {
        if (settings.putIfAbsent(setting.key(), setting) != null) {
          problems.add(setting.key(), setting.at(), "set by two --set arguments; keep one");
        }
      }
    }
    return new ArrayList<>(settings.values());
  }

  private static List<Setting> read(String argument, int number, KnownKeys known, Problems problems) {
    var at = new Origin(Layer.SET, number, 0);
    int equals = argument.indexOf('=');
    var key = argument.substring(0, Math.max(0, equals)).strip();
    if (key.isEmpty()) {
      problems.addSentence(at, "--set " + Canonical.quoted(argument) + ": write key=value, such as seed=1");
      return List.of();
    }
    int before = problems.size();
    var value = YamlReader.readArgument(key, argument.substring(equals + 1), number, problems);
    if (value.isEmpty() && problems.size() == before) {
      problems.add(key, at, "no value after the =; write " + key + "=null for none");
    }
    return value.map(present -> known.settings(key, present, problems)).orElse(List.of());
  }
}
