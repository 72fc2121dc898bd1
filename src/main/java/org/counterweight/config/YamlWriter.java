package org.counterweight.config;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.counterweight.config.Value.Scalar;
import org.counterweight.config.Value.Sequence;

/** Writes a tree of settings as YAML that reads back as the same settings. */
final class YamlWriter {

  private static final Set<String> RESERVED = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

  private final StringBuilder yaml = new StringBuilder();
  private final boolean explain;
  private List<String> open = List.of();

  private YamlWriter(boolean explain) {
    this.explain = explain;
  }

  /** The tree in the order of its keys; with {@code explain}, comments say where a key was set if not by default. */
  static String write(ConfigTree tree, boolean explain) {
    var writer = new YamlWriter(explain);
    tree.settings().values().forEach(writer::write);
    return writer.yaml.toString();
  }

  private void write(Setting setting) {
    var names = List.of(setting.key().split("\\."));
    var sections = names.subList(0, names.size() - 1);
    for (int depth = common(sections); depth < sections.size(); depth++) {
      yaml.append("  ".repeat(depth)).append(scalar(sections.get(depth))).append(":\n");
    }
    open = sections;
    var indent = "  ".repeat(sections.size());
    yaml.append(indent).append(scalar(names.get(sections.size()))).append(":");
    var comment = explain && setting.at().layer() != Layer.DEFAULTS ? "  # " + setting.at() : "";
    if (setting.value() instanceof Sequence list && !list.items().isEmpty()) {
      yaml.append(comment).append('\n');
      list.items().forEach(item -> yaml.append(indent).append("  - ").append(flow(item)).append('\n'));
    } else {
      yaml.append(' ').append(flow(setting.value())).append(comment).append('\n');
    }
  }

  private int common(List<String> sections) {
    int depth = 0;
    while (depth < Math.min(open.size(), sections.size()) && open.get(depth).equals(sections.get(depth))) {
      depth++;
    }
    return depth;
  }

  private static String flow(Value value) {
    return value instanceof Scalar scalar && scalar.kind() == Value.Kind.TEXT
        ? scalar(scalar.text())
        : Canonical.of(value);
  }

  private static String scalar(String text) {
    boolean plain = text.matches("[A-Za-z][A-Za-z0-9_./-]*") && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
    return plain || text.matches("\\d{1,15}[KMGT]iB|\\d{1,9}(\\.\\d{1,9})?%") ? text : Canonical.quoted(text);
  }
}
