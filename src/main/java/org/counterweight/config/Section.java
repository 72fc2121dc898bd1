package org.counterweight.config;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Part of a configuration while it is bound: reads each key in its form. A value that does not fit is a problem, and
 * the default stands in for it, so that the keys after it are checked too.
 */
final class Section {

  private final String path;
  private final ConfigTree tree;
  private final ConfigTree defaults;
  private final Problems problems;
  private final Map<String, String> read;
  private final int problemsBefore;

  /** The whole configuration. */
  Section(ConfigTree tree, ConfigTree defaults, Problems problems) {
    this("", tree, defaults, problems, new TreeMap<>());
  }

  private Section(
      String path, ConfigTree tree, ConfigTree defaults, Problems problems, Map<String, String> read) {
    this.path = path;
    this.tree = tree;
    this.defaults = defaults;
    this.problems = problems;
    this.read = read;
    this.problemsBefore = problems.size();
  }

  /** A section of this one. */
  Section section(String name) {
    return new Section(ConfigTree.join(path, name), tree, defaults, problems, read);
  }

  /** Reads a key of this section. */
  <T> T read(String name, Form<T> form) {
    var key = ConfigTree.join(path, name);
    var value = value(tree.setting(key), form);
    read.put(key, Canonical.ofBound(value));
    return value;
  }

  private <T> T value(Setting setting, Form<T> form) {
    try {
      return form.read(setting.value());
    } catch (Form.MismatchException e) {
      if (setting.at().layer() == Layer.DEFAULTS) {
        throw new IllegalStateException(
            "Cannot use the shipped default of " + setting.key() + ": " + e.getMessage(), e);
      }
      problems.add(setting.key(), e.at(), e.getMessage());
      return value(defaults.setting(setting.key()), form);
    }
  }

  /**
   * Builds settings from values read. A rule over several keys that they break is a problem too, unless a value of this
   * section has one already: then defaults stand in, and the rule may be broken by these alone.
   */
  <T> T build(Supplier<T> settings, T otherwise) {
    try {
      return settings.get();
    } catch (IllegalArgumentException e) {
      if (problems.size() == problemsBefore) {
        problems.addSentence(new Origin(Layer.SET, Integer.MAX_VALUE, 0), e.getMessage());
      }
      return otherwise;
    }
  }

  /** Each key read so far in its canonical spelling, by name. */
  Map<String, String> canonical() {
    return new TreeMap<>(read);
  }
}
