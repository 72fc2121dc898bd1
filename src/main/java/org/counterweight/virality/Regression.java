package org.counterweight.virality;

/**
 * Quasi-likelihood regression on a mixture of classes, by Fisher scoring; defined in the package's description. The
 * coefficients are b_k of the classes, then g of the covariates.
 */
final class Regression {

  private static final int MOST_STEPS = 100;
  private static final double CONVERGED = 1e-11;

  private final Design design;
  private final Link link;
  private final double[] coefficients;

  /** At the coefficients. */
  private Scores here;

  private Normal normal;

  private boolean converged;

  private Regression(Design design, Link link) {
    this.design = design;
    this.link = link;
    coefficients = start();
  }

  /** The fitted regression; look at {@link #converged} before anything else. */
  static Regression fit(Design design, Link link) {
    var regression = new Regression(design, link);
    regression.climb();
    return regression;
  }

  /** Each class's mean, the covariates at rest. */
  private double[] start() {
    var start = new double[design.columns()];
    for (int k = 0; k < design.classCount(); k++) {
      double sum = 0;
      double count = 0;
      for (int i = 0; i < design.documents(); i++) {
        sum += design.classes()[i][k] * design.reactions()[i];
        count += design.classes()[i][k];
      }
      start[k] = count > 0 ? sum / count : 0;
      if (link == Link.LOG) {
        start[k] = start[k] > 0 ? StrictMath.log(start[k]) : -20;
      }
    }
    return start;
  }

  private void climb() {
    here = new Scores(design, link, coefficients);
    for (int step = 0; step < MOST_STEPS && Double.isFinite(here.fit()); step++) {
      normal = new Normal(here.information());
      double[] move = normal.solve(here.score());
      double largest = 0;
      for (double by : move) {
        largest = Math.max(largest, Math.abs(by));
      }
      if (!(largest > CONVERGED * (1 + Math.abs(coefficients[0])))) {
        converged = largest >= 0;
        return;
      }
      var next = moved(move, Math.min(1, 5 / largest));
      if (next == null) {
        converged = largest < 1e-6;
        return;
      }
      here = next;
    }
  }

  /** Moves as far as the fit gets no worse, halving the step; null where no step helps. */
  private Scores moved(double[] move, double first) {
    double[] from = coefficients.clone();
    double share = link == Link.IDENTITY ? 1 : first;
    for (int half = 0; half < 30; half++, share /= 2) {
      for (int c = 0; c < from.length; c++) {
        coefficients[c] = from[c] + share * move[c];
      }
      var after = new Scores(design, link, coefficients);
      if (after.fit() >= here.fit() - 1e-13 * Math.abs(here.fit())) {
        return after;
      }
    }
    System.arraycopy(from, 0, coefficients, 0, from.length);
    return null;
  }

  /** Whether the coefficients solve the equations. */
  boolean converged() {
    return converged;
  }

  /** Whether the data determine a coefficient. */
  boolean determines(int column) {
    return !normal.aliased(column);
  }

  double coefficient(int column) {
    return coefficients[column];
  }

  /**
   * How far each cluster moves coefficient a minus coefficient b: H^-1 times its score, whose squares add up to the
   * sandwich's variance.
   */
  double[] influence(int a, int b) {
    return influence(towards(a, b));
  }

  /** The same of one coefficient. */
  double[] influence(int column) {
    var contrast = new double[coefficients.length];
    contrast[column] = 1;
    return influence(normal.solve(contrast));
  }

  private double[] influence(double[] towards) {
    var influence = new double[design.clusterCount()];
    for (int i = 0; i < design.documents(); i++) {
      influence[design.clusters()[i]] += here.along(i, towards);
    }
    return influence;
  }

  /** How coefficient a minus coefficient b moves from these classes to others, to first order in their difference. */
  double change(int a, int b, double[][] classes) {
    double[] towards = towards(a, b);
    double[] score = new Scores(design.with(classes), link, coefficients).score();
    double change = 0;
    for (int c = 0; c < score.length; c++) {
      change += towards[c] * (score[c] - here.score()[c]);
    }
    return change;
  }

  private double[] towards(int a, int b) {
    var contrast = new double[coefficients.length];
    contrast[a] = 1;
    contrast[b] = -1;
    return normal.solve(contrast);
  }

  /** What a sum of squared influences is multiplied by: G / (G - 1) times (n - 1) / (n - p), as statsmodels does. */
  double smallSample() {
    double g = design.clusterCount();
    double n = design.documents();
    int p = coefficients.length;
    for (int c = 0; c < coefficients.length; c++) {
      p -= normal.aliased(c) ? 1 : 0;
    }
    return g / (g - 1) * (n - 1) / (n - p);
  }

  /** Pearson's chi-square over its degrees of freedom: 1 where reactions are Poisson. */
  double dispersion() {
    return here.chiSquare() / (design.documents() - coefficients.length);
  }
}
