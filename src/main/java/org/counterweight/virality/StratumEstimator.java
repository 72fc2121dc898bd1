package org.counterweight.virality;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.counterweight.virality.Stratum.Comparison;

/**
 * Derives a stratum's figures from its documents, as the package's description defines them. The order in which
 * documents are given does not matter. Immutable.
 */
public final class StratumEstimator implements Serializable {

  private static final double[][] AS_JUDGED = {{1, 0, 0, 0}, {0, 1, 0, 0}};
  private static final double STEP = 1e-4;

  private final Correction[] corrections;
  private final double[] calibrated;
  private final String uncorrectable;

  StratumEstimator(Correction[] corrections, double[] calibrated, String uncorrectable) {
    this.corrections = corrections;
    this.calibrated = calibrated;
    this.uncorrectable = uncorrectable;
  }

  /**
   * The figures of one stratum.
   *
   * @param reactions at least one, all of one source and field
   * @param carrying how many there are in all, of which these may be a random part
   */
  public Stratum estimate(List<Reaction> reactions, long carrying) {
    var data = new StratumData(reactions);
    var buckets = new ReactionBuckets();
    data.reactions().forEach(buckets::add);
    var first = data.reactions().get(0);
    var judged = judged(data, buckets);
    var shares = uncorrectable.isEmpty() ? new ClassShares(data.mass(), corrections, calibrated) : null;
    double[][] classes = shares == null ? data.judged() : data.shifted(shares.factors());
    var design = data.design(Link.LOG, data.merged(classes, apart(data, classes)), false);
    return new Stratum(
        first.source(),
        first.field(),
        carrying,
        reactions.size(),
        reactions.stream().filter(reaction -> reaction.value() < 0).count(),
        data.effective(classes, Ratios.DOOM),
        data.effective(classes, Ratios.TRACTABLE),
        data.clusters().count(),
        data.clusters().by(),
        judged.ratio().identifiable() ? Regression.fit(design, Link.LOG).dispersion() : Double.NaN,
        Truncation.floor(data.values()),
        shares == null ? Comparison.notIdentifiable(uncorrectable) : corrected(data, buckets, shares, classes),
        judged);
  }

  private static boolean apart(StratumData data, double[][] classes) {
    return data.effective(classes, 3) >= StratumData.ENOUGH;
  }

  private static Comparison judged(StratumData data, ReactionBuckets buckets) {
    double[][] classes = data.judged();
    String few = few(data, classes);
    if (!few.isEmpty()) {
      return Comparison.notIdentifiable(few);
    }
    double[][] merged = data.merged(classes, apart(data, classes));
    return new Comparison(
        ratio(data.design(Link.LOG, merged, true), Link.LOG, Basis.AS_JUDGED),
        ratio(data.design(Link.IDENTITY, merged, true), Link.IDENTITY, Basis.AS_JUDGED),
        effectSize(data, buckets, AS_JUDGED, 0, Basis.AS_JUDGED),
        buckets.quantiles(AS_JUDGED[0]),
        buckets.quantiles(AS_JUDGED[1]));
  }

  private static Figure ratio(Design design, Link link, String caveat) {
    var regression = Regression.fit(design, link);
    String reason = reason(design, regression);
    if (!reason.isEmpty()) {
      return Figure.notIdentifiable(reason);
    }
    double variance = squares(regression.influence(0, 1)) * regression.smallSample();
    return figure(regression, variance, design.clusterCount(), caveat);
  }

  private Comparison corrected(StratumData data, ReactionBuckets buckets, ClassShares shares, double[][] classes) {
    for (int k = 0; k < 2; k++) {
      if (!shares.present(k)) {
        return Comparison.notIdentifiable(
            "no " + (k == 0 ? "doom" : "tractable")
                + " words may be left here once the classifier's errors are taken out (none are in over 2.5 % of the"
                + " draws of its matrix)");
      }
    }
    String few = few(data, classes);
    if (!few.isEmpty()) {
      return Comparison.notIdentifiable(few);
    }
    double[][] inverse = corrections[0].inverse();
    boolean apart = apart(data, classes);
    return new Comparison(
        mixture(data, shares, classes, apart, Link.LOG),
        mixture(data, shares, classes, apart, Link.IDENTITY),
        effectSize(data, buckets, inverse),
        inverse == null ? Quantiles.UNKNOWN : buckets.quantiles(inverse[0]),
        inverse == null ? Quantiles.UNKNOWN : buckets.quantiles(inverse[1]));
  }

  /** The ratio with all that is uncertain about it: reactions, class shares and the classifier's matrix. */
  private Figure mixture(StratumData data, ClassShares shares, double[][] classes, boolean apart, Link link) {
    var design = data.design(link, data.merged(classes, apart), false);
    var regression = Regression.fit(design, link);
    String reason = reason(design, regression);
    if (!reason.isEmpty()) {
      return Figure.notIdentifiable(reason);
    }
    var gradient = new double[ClassShares.CLASSES];
    for (int k = 0; k < gradient.length; k++) {
      double up = change(data, shares, regression, apart, k, STEP);
      double down = change(data, shares, regression, apart, k, -STEP);
      gradient[k] = (up - down) / (2 * STEP);
    }
    double[] byMass = shares.byMass(gradient);
    double[] influence = regression.influence(0, 1);
    for (int i = 0; i < data.reactions().size(); i++) {
      double[] mass = data.reactions().get(i).mass();
      for (int j = 0; j < mass.length; j++) {
        influence[data.clusters().of()[i]] += byMass[j] * mass[j];
      }
    }
    double variance = squares(influence) * regression.smallSample() + shares.matrixVariance(gradient);
    return figure(regression, variance, design.clusterCount(), EngagementFigures.ASSUMPTION);
  }

  private static double change(
      StratumData data, ClassShares shares, Regression regression, boolean apart, int k, double by) {
    return regression.change(0, 1, data.merged(data.shifted(shares.factors(k, by)), apart));
  }

  private static Figure figure(Regression regression, double variance, int clusters, String caveat) {
    double margin = StudentT.quantile(clusters - 1) * Math.sqrt(variance);
    return Combination.RATIO.figure(regression.coefficient(0) - regression.coefficient(1), margin, caveat);
  }

  private Figure effectSize(StratumData data, ReactionBuckets buckets, double[][] inverse) {
    if (inverse == null) {
      return Figure.notIdentifiable("the classifier's matrix has no inverse");
    }
    double point = logit(new Superiority(buckets, inverse[0], inverse[1]).value());
    double sum = 0;
    int usable = 0;
    for (int r = 1; r < corrections.length; r++) {
      double[][] drawn = corrections[r].inverse();
      if (drawn != null) {
        double moved = logit(new Superiority(buckets, drawn[0], drawn[1]).value()) - point;
        sum += Double.isFinite(moved) ? moved * moved : 100;
        usable++;
      }
    }
    return effectSize(data, buckets, inverse, usable > 0 ? sum / usable : 100, EngagementFigures.ASSUMPTION);
  }

  /** Near an end, and beyond it, as if one in a thousand away. */
  private static double logit(double probability) {
    double inside = Math.min(Math.max(probability, 1e-3), 1 - 1e-3);
    return StrictMath.log(inside / (1 - inside));
  }

  private static Figure effectSize(
      StratumData data, ReactionBuckets buckets, double[][] sides, double matrixVariance, String caveat) {
    var superiority = new Superiority(buckets, sides[0], sides[1]);
    double value = superiority.value();
    if (!(value > 0 && value < 1)) {
      return Figure.notIdentifiable("the classifier's errors leave no distribution of reactions to compare");
    }
    double[][] classes = data.judged();
    var influence = new double[classes.length];
    for (int i = 0; i < influence.length; i++) {
      influence[i] = superiority.influence(data.reactions().get(i), classes[i]);
    }
    double slope = 1 / (value * (1 - value));
    int clusters = data.clusters().count();
    double variance = squares(data.byCluster(influence)) * clusters / (clusters - 1.0) * slope * slope;
    double margin = StudentT.quantile(clusters - 1) * Math.sqrt(variance + matrixVariance);
    return Combination.PROBABILITY.figure(StrictMath.log(value / (1 - value)), margin, caveat);
  }

  private static String few(StratumData data, double[][] classes) {
    for (int k = 0; k < 2; k++) {
      double documents = data.effective(classes, k);
      if (!(documents >= StratumData.ENOUGH)) {
        return String.format(
            Locale.ROOT,
            "about %.1f documents (effective number) with reactions are %s; %d are needed",
            documents,
            k == 0 ? "doom" : "tractable",
            StratumData.ENOUGH);
      }
    }
    return "";
  }

  private static String reason(Design design, Regression regression) {
    if (design.clusterCount() < 2 || design.documents() <= design.columns()) {
      return "too few documents for a regression on month and length";
    }
    boolean settled = regression.converged() && Math.abs(regression.coefficient(0)) < 100
        && Math.abs(regression.coefficient(1)) < 100;
    if (!settled || !regression.determines(0) || !regression.determines(1)) {
      return "one side has no reactions left once the classifier's errors are taken out, or none at all";
    }
    return "";
  }

  private static double squares(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number * number;
    }
    return sum;
  }
}
