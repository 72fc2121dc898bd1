package org.counterweight.config;

import org.counterweight.corpus.CorpusSettings;
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
                corpus.sampled()),
        ViralitySettings.defaults());
  }
}
