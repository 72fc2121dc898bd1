package org.counterweight.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.counterweight.config.Value.Mapping;
import org.counterweight.manifest.RowFormat;

/** Puts a configuration together from its layers. */
final class Assembly {

  private static final String SHIPPED = "counterweight.yaml";

  private Assembly() {}

  /**
   * Lays the layers over one another and binds the result.
   *
   * @param name the configuration as its author knows it
   * @param file the text of the user's file, if there is one
   * @param sets {@code key=value} arguments
   */
  static Configuration load(String name, Optional<String> file, List<String> sets) throws ConfigurationException {
    var problems = new Problems();
    var known = shipped();
    var fromFile = file.map(text -> settings(text, known, problems)).orElse(List.of());
    var tree =
        known
            .defaults()
            .with(fromFile)
            .with(Overrides.read(sets, known, problems))
            .exclusive(PlanKeys.TARGETS, problems);
    var configuration = bind(tree, known.defaults(), problems);
    problems.refuse(name);
    return configuration;
  }

  /** The shipped text: every key with its default and what it means. */
  static String shippedText() {
    try (var in = Assembly.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("Cannot find " + SHIPPED + " in the jar: it was not built by its pom");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + SHIPPED + " in the jar", e);
    }
  }

  static KnownKeys shipped() {
    var problems = new Problems();
    var value = YamlReader.read(shippedText(), Layer.DEFAULTS, problems);
    if (!problems.isEmpty() || value.isEmpty() || !(value.get() instanceof Mapping mapping)) {
      throw new IllegalStateException("Cannot use " + SHIPPED + " in the jar: " + problems.messages());
    }
    return new KnownKeys(mapping);
  }

  private static List<Setting> settings(String text, KnownKeys known, Problems problems) {
    var value = YamlReader.read(text.startsWith("\ufeff") ? text.substring(1) : text, Layer.FILE, problems);
    if (value.isEmpty() || value.get().isNull()) {
      return List.of();
    }
    if (value.get() instanceof Mapping mapping) {
      return known.settings(mapping, problems);
    }
    problems.addSentence(
        value.get().at(), value.get().at() + ": expected keys such as seed: 1, found " + value.get().describe());
    return List.of();
  }

  private static Configuration bind(ConfigTree tree, ConfigTree defaults, Problems problems) {
    var root = new Section(tree, defaults, problems);
    long seed = root.read("seed", Numbers.whole(Long.MIN_VALUE, Long.MAX_VALUE));
    var corpus = CorpusKeys.corpus(root.section("corpus"));
    var input = CorpusKeys.input(root.section("input"));
    var stance = StanceSettings.read(root.section("stance"));
    var virality = ViralityKeys.virality(root.section("virality"), corpus, seed);
    var plan = PlanKeys.plan(root.section("plan"), seed);
    var experiment = ExperimentKeys.experiment(root.section("plan"), plan);
    var excluded = root.section("plan").read("exclude", Forms.text().list());
    var output = root.section("output").read("format", Forms.choice(RowFormat.class));
    var run = RunSettings.read(root.section("run"));
    return new Configuration(
        corpus, input, stance, virality, plan, experiment, excluded, output, run, seed, resolved(root, tree));
  }

  private static Resolved resolved(Section root, ConfigTree tree) {
    var values = root.canonical();
    if (!values.keySet().equals(tree.settings().keySet())) {
      throw new IllegalStateException(
          "Cannot bind every shipped key: shipped " + tree.settings().keySet() + ", bound " + values.keySet());
    }
    return new Resolved(YamlWriter.write(tree, false), YamlWriter.write(tree, true), values);
  }
}
