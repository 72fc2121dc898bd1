package org.counterweight.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.counterweight.config.Configuration;
import org.counterweight.corpus.Storage;
import org.counterweight.passage.Gate;
import org.counterweight.run.Gains;
import org.counterweight.run.Job;
import org.counterweight.stance.Models;

/** Makes jobs and judges of a configuration. */
final class Jobs {

  private Jobs() {}

  static Job of(Configuration configuration, List<String> inputs, String output, Storage storage)
      throws IOException {
    return new Job(
        inputs,
        output,
        storage,
        new Job.Reading(configuration.corpus(), configuration.input()),
        judges(configuration),
        configuration.virality(),
        configuration.plan(),
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

  static Job.Judges judges(Configuration configuration) {
    var stance = configuration.stance();
    var classifier = Models.load(stance.name(), stance.model().orElse(null));
    var gains = new Gains(classifier.operatingPoint(), stance.gainThreshold());
    return new Job.Judges(Gate.reading(Set.of("en")), classifier, gains);
  }
}
