package org.counterweight.virality;

import java.io.Serializable;

/**
 * Odds of doom to tractable and what copies do to them; defined in the package's description.
 *
 * @param sampled share of the full corpus that the input is
 */
record Ratios(double sampled) implements Serializable {

  static final int DOOM = 0;
  static final int TRACTABLE = 1;

  /** Over documents. */
  Figure odds(Basis basis) {
    String reason = basis.reason(Level.DOCUMENTS);
    return reason.isEmpty() ? Interval.ODDS.of(odds(basis.at(Level.DOCUMENTS))) : Figure.notIdentifiable(reason);
  }

  /** Over works. */
  Figure oddsOfWorks(Basis basis) {
    String reason = basis.reason(Level.WORKS);
    if (!reason.isEmpty()) {
      return Figure.notIdentifiable(reason);
    }
    String sample = sampled < 1 ? "over the works met in this sample" : "";
    return noted(basis.caveat(), noted(sample, Interval.ODDS.of(odds(basis.at(Level.WORKS)))));
  }

  /** Over documents, or as declared, to over works. */
  Figure copies(Basis basis) {
    boolean declared = basis.copies().declaredDocuments() > 0;
    return over(basis, declared ? Level.DECLARED : Level.DOCUMENTS);
  }

  /** Over works, each as often as it has distinct hosts, to over works. */
  Figure hosts(Basis basis) {
    return over(basis, Level.HOSTS);
  }

  private Figure over(Basis basis, Level level) {
    String reason = basis.reasonOfCopies(level);
    reason = reason.isEmpty() ? basis.reason(level) : reason;
    reason = reason.isEmpty() ? basis.reason(Level.WORKS) : reason;
    if (!reason.isEmpty()) {
      return Figure.notIdentifiable(reason);
    }
    double[] above = odds(basis.at(level));
    double[] below = odds(basis.at(Level.WORKS));
    var ratio = new double[above.length];
    for (int r = 0; r < ratio.length; r++) {
      ratio[r] = above[r] / below[r];
    }
    String label = level == Level.DECLARED ? "before deduplication: documents weighed by declared copies" : "";
    return noted(basis.caveat(), noted(label, Interval.RATIO.of(ratio)));
  }

  /** Size-biased multiplicity of doom to that of tractable. */
  Figure multiplicity(Basis basis) {
    String reason = basis.reason(Level.DOCUMENTS);
    if (!reason.isEmpty()) {
      return Figure.notIdentifiable(reason);
    }
    double[][] documents = basis.at(Level.DOCUMENTS);
    double[][] pairs = basis.at(Level.PAIRS);
    var ratio = new double[documents.length];
    for (int r = 0; r < ratio.length; r++) {
      ratio[r] = multiplicity(pairs[r], documents[r], DOOM) / multiplicity(pairs[r], documents[r], TRACTABLE);
    }
    return Interval.MULTIPLICITY.of(ratio);
  }

  private double multiplicity(double[] pairs, double[] documents, int k) {
    return 1 + pairs[k] / (sampled * documents[k]);
  }

  private static double[] odds(double[][] masses) {
    var odds = new double[masses.length];
    for (int r = 0; r < odds.length; r++) {
      odds[r] = masses[r][DOOM] / masses[r][TRACTABLE];
    }
    return odds;
  }

  private static Figure noted(String caveat, Figure figure) {
    if (caveat.isEmpty() || !figure.identifiable()) {
      return figure;
    }
    String reason = figure.reason().isEmpty() ? caveat : caveat + "; " + figure.reason();
    return new Figure(figure.value(), figure.low(), figure.high(), true, reason);
  }
}
