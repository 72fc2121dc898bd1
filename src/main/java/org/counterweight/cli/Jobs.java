package org.counterweight.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.counterweight.config.Configuration;
import org.counterweight.config.ConfigurationException;
import org.counterweight.corpus.EvaluationTexts;
import org.counterweight.corpus.Reason;
import org.counterweight.corpus.Storage;
import org.counterweight.passage.Gate;
import org.counterweight.passage.Lexicon;
import org.counterweight.run.Gains;
import org.counterweight.run.Job;
import org.counterweight.stance.Models;

/** Makes jobs and judges of a configuration. */
final class Jobs {

  private Jobs() {}

  /** A job that reads a corpus, and the evaluation texts that it is held against. */
  static Job of(Configuration configuration, List<String> inputs, String output, Storage storage)
      throws IOException, ConfigurationException {
    return of(configuration, inputs, output, storage, EvaluationTexts.read(storage, configuration.excluded()));
  }

  /** A job that plans on a finished census. */
  static Job replanned(Configuration configuration, String output, Storage storage)
      throws IOException, ConfigurationException {
    return of(configuration, List.of(), output, storage, EvaluationTexts.NONE);
  }

  private static Job of(
      Configuration configuration, List<String> inputs, String output, Storage storage, EvaluationTexts excluded)
      throws IOException, ConfigurationException {
    return new Job(
        inputs,
        output,
        storage,
        new Job.Reading(configuration.corpus(), configuration.input(), excluded),
        judges(configuration),
        configuration.virality(),
        configuration.plan(),
        configuration.experiment(),
        configuration.output(),
        configuration.run().sample().orElse(1),
        configuration.run().cache(),
        new Job.Identity(
            Version.text(),
            Version.commit(),
            configuration.resolved().yaml(),
            configuration.resolved().digest(),
            configuration.resolved().censusDigest() + Version.program()));
  }

  static Job.Judges judges(Configuration configuration) throws ConfigurationException {
    var stance = configuration.stance();
    var classifier = Models.load(stance.name(), stance.model().orElse(null));
    var gains = new Gains(classifier.operatingPoint(), stance.gainThreshold());
    return new Job.Judges(gate(stance.lexicons()), classifier, gains);
  }

  private static Gate gate(Map<String, String> files) throws ConfigurationException {
    var lexicons = new TreeMap<>(Map.of("en", Lexicon.shipped("en")));
    try {
      files.forEach((language, file) -> lexicons.put(language, Lexicon.read(language, Path.of(file))));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("stance.lexicons", List.of(Reason.of(e)));
    }
    return Gate.reading(lexicons);
  }
}
