package org.counterweight.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.counterweight.corpus.CorpusSettings;
import org.counterweight.corpus.InputSettings;
import org.counterweight.corpus.Reason;
import org.counterweight.manifest.RowFormat;
import org.counterweight.plan.Experiment;
import org.counterweight.plan.PlanSettings;
import org.counterweight.virality.ViralitySettings;

/**
 * All settings of a run, checked.
 *
 * @param corpus what the corpus is
 * @param input how much bad input is borne
 * @param stance who judges
 * @param virality what the estimates depend on beside the data
 * @param plan what to plan
 * @param experiment the stages, arms and doses to plan
 * @param excluded files of evaluation texts, which no plan may repeat
 * @param output the format of the manifest's rows
 * @param run how the run goes
 * @param seed of every random choice
 * @param resolved each key with the value that holds
 */
public record Configuration(
    CorpusSettings corpus,
    InputSettings input,
    StanceSettings stance,
    ViralitySettings virality,
    PlanSettings plan,
    Experiment experiment,
    List<String> excluded,
    RowFormat output,
    RunSettings run,
    long seed,
    Resolved resolved) {

  /** The shipped defaults. */
  public static Configuration defaults() {
    try {
      return load(List.of());
    } catch (ConfigurationException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /**
   * The defaults with {@code key=value} settings over them.
   *
   * @throws ConfigurationException with everything that is wrong with them
   */
  public static Configuration load(List<String> sets) throws ConfigurationException {
    return Assembly.load("the settings", Optional.empty(), sets);
  }

  /**
   * The defaults, a file over them, and {@code key=value} settings over both.
   *
   * @throws ConfigurationException if the file cannot be read, or with everything that is wrong with it
   */
  public static Configuration load(Path file, List<String> sets) throws ConfigurationException {
    var name = file.toString();
    try (var in = Files.newInputStream(file)) {
      return load(name, in, sets);
    } catch (IOException e) {
      throw new ConfigurationException(name, List.of(Reason.of(e)));
    }
  }

  /**
   * The configuration that a finished run recorded, with settings over it that can be planned with on its census.
   *
   * @param name the recorded configuration as its reader knows it
   * @throws ConfigurationException with everything that is wrong, and every key set that needs a new census
   */
  public static Configuration replanned(String name, String recorded, List<String> sets)
      throws ConfigurationException {
    var before = Assembly.load(name, Optional.of(recorded), List.of());
    var after = Assembly.load(name + " with --set", Optional.of(recorded), sets);
    var refused = after.resolved().needingCensus(before.resolved());
    if (!refused.isEmpty()) {
      throw new ConfigurationException(
          "these settings to plan on a finished census",
          refused.stream().map(key -> key + " was read before the census; change it with a new run").toList());
    }
    return after;
  }

  /** The same with a file that is read from elsewhere; it is not closed. */
  public static Configuration load(String name, InputStream file, List<String> sets)
      throws ConfigurationException, IOException {
    byte[] bytes = file.readNBytes(YamlReader.MAX_CHARACTERS + 1);
    if (bytes.length > YamlReader.MAX_CHARACTERS) {
      throw new ConfigurationException(name, List.of("it is over 1 MiB; is it a configuration?"));
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Assembly.load(name, Optional.of(text), sets);
    } catch (CharacterCodingException e) {
      throw new ConfigurationException(name, List.of("it is not UTF-8 text"));
    }
  }
}
