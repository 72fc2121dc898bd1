package org.counterweight.virality;

import java.io.Serializable;
import java.util.Locale;
import java.util.function.DoubleSupplier;

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

  /**
   * Enough effective works behind the doom and the tractable mass.
   *
   * @param masses of a level as judged, by replicate
   */
  String of(MassSums sums, double[][] masses) {
    if (sums.copies().documents() == 0) {
      return "no passage about AI was found";
    }
    if (sums.overflowed()) {
      return TOO_LARGE;
    }
    for (int k = 0; k < 2; k++) {
      double works = effectiveWorks(column(masses, k));
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

  private static double[] column(double[][] masses, int k) {
    var column = new double[masses.length];
    for (int r = 0; r < column.length; r++) {
      column[r] = masses[r][k];
    }
    return column;
  }

  /**
   * Enough works with copies, in an input that still shows them or declares them.
   *
   * @param copiedWorks the effective number of works behind the mass that copies add
   */
  String ofCopies(CopyCounts copies, DoubleSupplier copiedWorks) {
    boolean declared = copies.declaredDocuments() > 0;
    if (settings.sampled() < 1 && !(declared && settings.deduplicated())) {
      return THINNED;
    }
    if (settings.deduplicated() && !declared) {
      return "the corpus is declared deduplicated and carries no counts of copies";
    }
    double copied = copiedWorks.getAsDouble();
    if (copied >= settings.minCopiedWorks()) {
      return "";
    }
    return copied > 0
        ? String.format(
            Locale.ROOT,
            "about %.1f works (effective number) carry the doom and tractable mass of copies; %d are needed",
            copied,
            settings.minCopiedWorks())
        : "no work judged doom or tractable has copies";
  }

  /** Squared mass over its variance between replicates; 0 without mass. */
  static double effectiveWorks(double[] masses) {
    double point = masses[0];
    double mean = 0;
    double squares = 0;
    for (int r = 1; r < masses.length; r++) {
      double step = masses[r] - mean;
      mean += step / r;
      squares += step * (masses[r] - mean);
    }
    return point > 0 ? point * point / (squares / (masses.length - 2)) : 0;
  }
}
