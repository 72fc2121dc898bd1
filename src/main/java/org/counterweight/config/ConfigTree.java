package org.counterweight.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every known key with the value that holds and where it was set.
 *
 * @param settings by key, in the order of the shipped file
 */
record ConfigTree(Map<String, Setting> settings) {

  ConfigTree {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** The path of a key inside a section; the section of the whole file is empty. */
  static String join(String section, String name) {
    return section.isEmpty() ? name : section + "." + name;
  }

  /** A tree of these settings alone. */
  static ConfigTree of(List<Setting> settings) {
    return new ConfigTree(Map.of()).with(settings);
  }

  /**
   * The setting of a known key.
   *
   * @throws IllegalArgumentException if the shipped file does not have the key
   */
  Setting setting(String key) {
    var setting = settings.get(key);
    if (setting == null) {
      throw new IllegalArgumentException("Cannot read key " + key + ": the shipped defaults do not have it");
    }
    return setting;
  }

  /** This tree with settings laid over it. */
  ConfigTree with(List<Setting> over) {
    var merged = new LinkedHashMap<>(settings);
    over.forEach(setting -> merged.put(setting.key(), setting));
    return new ConfigTree(merged);
  }

  /**
   * Of keys that exclude one another keeps the one that the strongest layer sets, and unsets the others: naming a
   * target in a file replaces the default one, naming another by {@code --set} replaces the file's.
   */
  ConfigTree exclusive(List<String> keys, Problems problems) {
    var set = keys.stream().map(this::setting).filter(setting -> !setting.value().isNull()).toList();
    if (set.isEmpty()) {
      problems.addSentence(setting(keys.get(0)).at(), "none of " + String.join(", ", keys) + " is set; set one");
      return this;
    }
    var strongest = set.stream().map(setting -> setting.at().layer()).max(Layer::compareTo).orElseThrow();
    var chosen = set.stream().filter(setting -> setting.at().layer() == strongest).toList();
    if (chosen.size() > 1) {
      var names = chosen.stream().map(s -> s.key() + " (" + s.at() + ")").toList();
      problems.addSentence(chosen.get(1).at(), String.join(" and ", names) + " exclude one another; set one");
    }
    var at = chosen.get(0).at();
    return with(
        set.stream()
            .filter(setting -> !chosen.contains(setting))
            .map(setting -> new Setting(setting.key(), Value.Scalar.nothing(at), at))
            .toList());
  }
}
