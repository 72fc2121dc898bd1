package org.counterweight.virality;

/**
 * The score, the expected information and the fit of a regression at some coefficients. With mu the mean and
 * z = d ln mu / d coefficients (log link) or d mu / d coefficients (identity), the score is the sum of z (y - mu), the
 * information that of v z z' with v = mu or 1.
 */
final class Scores {

  private final Design design;
  private final Link link;
  private final double[] coefficients;
  private final double[] effects;
  private final double[] score;
  private final double[][] information;
  private final double[] z;
  private double fit;
  private double chiSquare;

  /** The mean of the document looked at last. */
  private double mean;

  Scores(Design design, Link link, double[] coefficients) {
    this.design = design;
    this.link = link;
    this.coefficients = coefficients.clone();
    int p = design.columns();
    effects = new double[design.classCount()];
    for (int k = 0; k < effects.length; k++) {
      effects[k] = link == Link.LOG ? StrictMath.exp(coefficients[k]) : coefficients[k];
    }
    score = new double[p];
    information = new double[p][p];
    z = new double[p];
    for (int i = 0; i < design.documents(); i++) {
      double rest = rest(i);
      if (design.split()) {
        for (int k = 0; k < effects.length; k++) {
          piece(i, k, rest);
          add(design.reactions()[i], design.classes()[i][k]);
        }
      } else {
        whole(i, rest);
        add(design.reactions()[i], 1);
      }
    }
  }

  /** What the covariates make of a document's mean: a factor (log link) or a term. */
  private double rest(int i) {
    double sum = 0;
    double[] x = design.covariates()[i];
    for (int c = 0; c < x.length; c++) {
      sum += x[c] * coefficients[effects.length + c];
      z[effects.length + c] = x[c];
    }
    return link == Link.LOG ? StrictMath.exp(sum) : sum;
  }

  private void whole(int i, double rest) {
    double[] classes = design.classes()[i];
    double mixed = 0;
    for (int k = 0; k < effects.length; k++) {
      mixed += classes[k] * effects[k];
    }
    for (int k = 0; k < effects.length; k++) {
      z[k] = link == Link.IDENTITY ? classes[k] : mixed > 0 ? classes[k] * effects[k] / mixed : 0;
    }
    mean = link == Link.LOG ? rest * mixed : rest + mixed;
  }

  /** The document as if it were of one class. */
  private void piece(int i, int only, double rest) {
    for (int k = 0; k < effects.length; k++) {
      z[k] = k == only ? 1 : 0;
    }
    mean = link == Link.LOG ? rest * effects[only] : rest + effects[only];
  }

  private void add(double y, double weight) {
    if (weight == 0) {
      return;
    }
    double residual = y - mean;
    double variance = link == Link.LOG ? mean : 1;
    for (int a = 0; a < z.length; a++) {
      if (z[a] != 0) {
        score[a] += weight * z[a] * residual;
        for (int b = 0; b <= a; b++) {
          information[a][b] += weight * variance * z[a] * z[b];
        }
      }
    }
    fit += weight * (link == Link.LOG ? (y > 0 ? y * StrictMath.log(mean) : 0) - mean : -residual * residual / 2);
    chiSquare += weight * residual * residual / Math.max(variance, Double.MIN_NORMAL);
  }

  /** A document's score in a direction. */
  double along(int i, double[] direction) {
    double y = design.reactions()[i];
    double rest = rest(i);
    if (!design.split()) {
      whole(i, rest);
      return dot(direction) * (y - mean);
    }
    double sum = 0;
    for (int k = 0; k < effects.length; k++) {
      piece(i, k, rest);
      sum += design.classes()[i][k] * dot(direction) * (y - mean);
    }
    return sum;
  }

  private double dot(double[] direction) {
    double sum = 0;
    for (int c = 0; c < z.length; c++) {
      sum += z[c] * direction[c];
    }
    return sum;
  }

  double[] score() {
    return score;
  }

  /** Its lower triangle. */
  double[][] information() {
    return information;
  }

  /** The quasi-log-likelihood but for a constant. */
  double fit() {
    return fit;
  }

  double chiSquare() {
    return chiSquare;
  }
}
