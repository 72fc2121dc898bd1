package org.counterweight.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.counterweight.config.Value.Entry;
import org.counterweight.config.Value.Kind;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads one YAML document as plain values that keep their line, or says what is wrong with it. */
final class YamlReader {

  /** More characters than any configuration needs; what is longer is some other file. */
  static final int MAX_CHARACTERS = 1 << 20;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new CoreSchema())
          .setAllowNonScalarKeys(true)
          .setCodePointLimit(MAX_CHARACTERS)
          .build();

  private final Layer layer;
  private final int argument;
  private final Problems problems;

  private YamlReader(Layer layer, int argument, Problems problems) {
    this.layer = layer;
    this.argument = argument;
    this.problems = problems;
  }

  /** Reads a file's text; empty if it holds nothing or is not YAML, which is then a problem. */
  static Optional<Value> read(String text, Layer layer, Problems problems) {
    return new YamlReader(layer, 0, problems).read(text, "");
  }

  /** Reads the value of the numbered {@code --set} argument; empty if it holds nothing or is not YAML. */
  static Optional<Value> readArgument(String key, String text, int argument, Problems problems) {
    return new YamlReader(Layer.SET, argument, problems).read(text, key);
  }

  private Optional<Value> read(String text, String key) {
    try {
      PlainYaml.check(text, SETTINGS);
      return new Compose(SETTINGS).composeString(text).map(root -> value(root, key));
    } catch (PlainYaml.NotPlainException e) {
      syntax(key, Optional.of(e.mark()), e.getMessage());
    } catch (MarkedYamlEngineException e) {
      syntax(key, e.getProblemMark(), e.getProblem() + tabHint(text, e.getProblemMark()));
    } catch (YamlEngineException e) {
      syntax(key, Optional.empty(), e.getMessage().lines().findFirst().orElse("not YAML"));
    }
    return Optional.empty();
  }

  private void syntax(String key, Optional<Mark> mark, String message) {
    var why = Canonical.visible(message);
    if (layer == Layer.SET) {
      problems.add(key, origin(mark), "the value is not YAML: " + why);
    } else {
      var place = mark.map(m -> "line " + (m.getLine() + 1) + ", column " + (m.getColumn() + 1) + ": ").orElse("");
      problems.addSentence(origin(mark), place + why);
    }
  }

  private static String tabHint(String text, Optional<Mark> mark) {
    var line = mark.flatMap(m -> text.lines().skip(m.getLine()).findFirst()).orElse("");
    return line.matches("\\s*\\t.*") ? "; a tab indents this line, use spaces" : "";
  }

  private Value value(Node node, String path) {
    var at = origin(node.getStartMark());
    if (node instanceof ScalarNode scalar) {
      return new Value.Scalar(kind(scalar), scalar.getValue(), at);
    }
    if (node instanceof SequenceNode sequence) {
      return new Value.Sequence(sequence.getValue().stream().map(item -> value(item, path)).toList(), at);
    }
    return new Value.Mapping(entries((MappingNode) node, path), at);
  }

  private List<Entry> entries(MappingNode mapping, String path) {
    var entries = new ArrayList<Entry>();
    var first = new HashMap<String, Origin>();
    for (NodeTuple pair : mapping.getValue()) {
      var at = origin(pair.getKeyNode().getStartMark());
      if (!(pair.getKeyNode() instanceof ScalarNode name)) {
        problems.addSentence(at, at + ": a key must be a word, not a list or mapping");
        continue;
      }
      var key = ConfigTree.join(path, name.getValue());
      var earlier = first.putIfAbsent(name.getValue(), at);
      if (earlier == null) {
        entries.add(new Entry(name.getValue(), value(pair.getValueNode(), key), at));
      } else {
        problems.add(key, at, "set twice, first at " + earlier + "; keep one");
      }
    }
    return entries;
  }

  private static Kind kind(ScalarNode scalar) {
    var tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return Kind.NULL;
    }
    if (tag.equals(Tag.BOOL)) {
      return Kind.BOOLEAN;
    }
    return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? Kind.NUMBER : Kind.TEXT;
  }

  private Origin origin(Optional<Mark> mark) {
    return layer == Layer.SET
        ? new Origin(layer, argument, 0)
        : new Origin(layer, mark.map(m -> m.getLine() + 1).orElse(1), mark.map(m -> m.getColumn() + 1).orElse(0));
  }
}
