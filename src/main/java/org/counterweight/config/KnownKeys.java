package org.counterweight.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterweight.config.Value.Mapping;

/** The sections and keys of the shipped file, against which whatever a user sets is checked. */
final class KnownKeys {

  private final Set<String> sections = new LinkedHashSet<>();
  private final List<Setting> defaults = new ArrayList<>();
  private final Set<String> keys = new LinkedHashSet<>();

  /** The keys of a file of defaults; its non-empty mappings are sections. */
  KnownKeys(Mapping shipped) {
    collect(shipped, "");
  }

  private void collect(Mapping mapping, String section) {
    for (var entry : mapping.entries()) {
      var key = ConfigTree.join(section, entry.key());
      if (entry.value() instanceof Mapping inner && !inner.entries().isEmpty()) {
        sections.add(key);
        collect(inner, key);
      } else {
        keys.add(key);
        defaults.add(new Setting(key, entry.value(), entry.at()));
      }
    }
  }

  /** Every key with its default. */
  ConfigTree defaults() {
    return ConfigTree.of(defaults);
  }

  /** The settings that a mapping makes; what is unknown, misplaced or set twice is a problem and left out. */
  List<Setting> settings(Mapping mapping, Problems problems) {
    var pass = new Pass(problems, new ArrayList<>(), new HashMap<>());
    pass.walk(mapping, "");
    return pass.settings;
  }

  /** The setting that one argument makes, as none or several where it names a section. */
  List<Setting> settings(String key, Value value, Problems problems) {
    return settings(new Mapping(List.of(new Value.Entry(key, value, value.at())), value.at()), problems);
  }

  /** One walk over what a user wrote. */
  private final class Pass {
    private final Problems problems;
    private final List<Setting> settings;
    private final Map<String, Origin> seen;

    Pass(Problems problems, List<Setting> settings, Map<String, Origin> seen) {
      this.problems = problems;
      this.settings = settings;
      this.seen = seen;
    }

    void walk(Mapping mapping, String section) {
      for (var entry : mapping.entries()) {
        accept(new Setting(ConfigTree.join(section, entry.key()), entry.value(), entry.at()));
      }
    }

    private void accept(Setting setting) {
      if (sections.contains(setting.key())) {
        enter(setting);
      } else if (!keys.contains(setting.key())) {
        problems.addSentence(setting.at(), unknown(setting));
      } else {
        add(setting);
      }
    }

    private void add(Setting setting) {
      var earlier = seen.putIfAbsent(setting.key(), setting.at());
      if (earlier == null) {
        settings.add(setting);
      } else {
        problems.add(setting.key(), setting.at(), "set twice, first at " + earlier + "; keep one");
      }
    }

    private void enter(Setting section) {
      if (section.value() instanceof Mapping inner) {
        walk(inner, section.key());
      } else if (!section.value().isNull()) {
        var names = String.join(", ", within(section.key()));
        problems.add(
            section.key(), section.at(), "is a section with " + names + "; found " + section.value().describe());
      }
    }
  }

  private List<String> within(String section) {
    var names = new LinkedHashSet<String>();
    for (var key : keys) {
      if (key.startsWith(section + ".")) {
        names.add(key.substring(section.length() + 1).split("\\.", 2)[0]);
      }
    }
    return List.copyOf(names);
  }

  private String unknown(Setting setting) {
    Collection<String> known = new LinkedHashSet<>(keys);
    known.addAll(sections);
    return "unknown key " + printable(setting.key()) + " (" + setting.at() + ")"
        + Suggestion.nearest(setting.key(), known).map(near -> ": did you mean " + near + "?").orElse("");
  }

  private static String printable(String key) {
    return key.matches("[\\w.-]{1,80}") ? key : Canonical.quoted(key.substring(0, Math.min(80, key.length())));
  }
}
