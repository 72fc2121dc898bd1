package org.counterweight.config;

import org.counterweight.config.Form.MismatchException;
import org.counterweight.config.Value.Mapping;
import org.counterweight.corpus.CorpusSettings;
import org.counterweight.virality.Prior;
import org.counterweight.virality.Priors;
import org.counterweight.virality.ViralitySettings;

/** Reads the section {@code virality}. */
final class ViralityKeys {

  private ViralityKeys() {}

  static ViralitySettings virality(Section section, CorpusSettings corpus, long seed) {
    long replicates = section.read("replicates", Numbers.whole(100, 10_000));
    long minWorks = section.read("min-works", Numbers.whole(1, Integer.MAX_VALUE));
    long minCopiedWorks = section.read("min-copied-works", Numbers.whole(1, Integer.MAX_VALUE));
    long minValidation = section.read("min-validation", Numbers.whole(1, Integer.MAX_VALUE));
    double nearCopies = section.read("near-copies", Numbers.shareFrom(ViralitySettings.LEAST_NEAR_COPIES));
    var prior = section.section("prior");
    var vCopies = prior.read("v-copies", prior().orNull());
    var vEngagement = prior.read("v-engagement", prior().orNull());
    return section.build(
        () ->
            new ViralitySettings(
                (int) replicates,
                seed,
                (int) minWorks,
                (int) minCopiedWorks,
                (int) minValidation,
                corpus.deduplicated(),
                nearCopies,
                corpus.sampled(),
                new Priors(vCopies.orElse(null), vEngagement.orElse(null))),
        ViralitySettings.defaults());
  }

  /** {@code {log-ratio: 0.2, sd: 0.3}}. */
  private static Form<Prior> prior() {
    return value -> {
      var mapping = value instanceof Mapping given ? given : null;
      if (mapping == null || mapping.entries().size() != 2) {
        throw MismatchException.expected("{log-ratio: number, sd: number}", value);
      }
      double logRatio = Double.NaN;
      double sd = Double.NaN;
      for (var entry : mapping.entries()) {
        switch (entry.key()) {
          case "log-ratio" -> logRatio = Numbers.number(-20, 20).read(entry.value());
          case "sd" -> sd = Numbers.positive().read(entry.value());
          default -> throw new MismatchException(entry.at(), "expected log-ratio and sd, found " + entry.key());
        }
      }
      if (Double.isNaN(logRatio) || Double.isNaN(sd)) {
        throw MismatchException.expected("{log-ratio: number, sd: number}", value);
      }
      return new Prior(logRatio, sd);
    };
  }
}
