package org.counterweight.virality;

import java.io.Serializable;
import java.util.Locale;

/** Says whether there is enough to estimate from: an empty string, or the reason why not. */
record SampleSize(ViralitySettings settings) implements Serializable {

  static final String TOO_LARGE = "more words than can be added up exactly";

  static final String THINNED =
      "the input is a sample of a corpus (corpus.sampled below 1), and thinning takes copies away from every work";

  private static final String[] CLASSES = {"doom", "tractable", "other", "not_ai"};

  /** Enough held-out passages of each class. */
  String ofValidation(int[] counts) {
    for (int k = 0; k < CLASSES.length; k++) {
      if (counts[k] < settings.minValidation()) {
        return "the classifier was checked on "
            + counts[k]
            + " passages that are truly "
            + CLASSES[k]
            + "; a correction needs "
            + settings.minValidation();
      }
    }
    return "";
  }

  /** Enough effective works behind the doom and the tractable mass. */
  String of(MassSums sums, Level level) {
    if (sums.copies().documents() == 0) {
      return "no passage about AI was found";
    }
    if (sums.overflowed()) {
      return TOO_LARGE;
    }
    for (int k = 0; k < 2; k++) {
      double works = effectiveWorks(sums, level, k);
      if (works < settings.minWorks()) {
        return String.format(
            Locale.ROOT,
            "about %.1f works (effective number) carry the %s mass; %d are needed",
            works,
            CLASSES[k],
            settings.minWorks());
      }
    }
    return "";
  }

  /** Enough works with copies, in an input that still shows them or declares them. */
  String ofCopies(CopyCounts copies) {
    boolean declared = copies.declaredDocuments() > 0;
    if (settings.sampled() < 1 && !(declared && settings.deduplicated())) {
      return THINNED;
    }
    if (settings.deduplicated() && !declared) {
      return "the corpus is declared deduplicated and carries no counts of copies";
    }
    long copied = MassSums.divide(declared ? copies.declaredCopiedWorks() : copies.copiedWorks(), (int) CopyCounts.ONE);
    if (copied >= settings.minCopiedWorks()) {
      return "";
    }
    return copied == 0
        ? "no work judged doom or tractable has copies"
        : copied + " works judged doom or tractable have copies; " + settings.minCopiedWorks() + " are needed";
  }

  /** Squared mass over its variance between replicates; 0 without mass. */
  static double effectiveWorks(MassSums sums, Level level, int k) {
    double point = sums.at(level, 0)[k];
    int replicates = sums.weights().replicates();
    double mean = 0;
    double squares = 0;
    for (int r = 1; r <= replicates; r++) {
      double mass = sums.at(level, r)[k];
      double step = mass - mean;
      mean += step / r;
      squares += step * (mass - mean);
    }
    return point > 0 ? point * point / (squares / (replicates - 1)) : 0;
  }
}
