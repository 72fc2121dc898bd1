package org.counterweight.virality;

/**
 * The true classes' shares of a stratum's gated words, with what is uncertain about them: the documents they were
 * counted from and the matrix that corrects them.
 */
final class ClassShares {

  static final int CLASSES = 4;

  /** Relative step of the derivative by a mass. */
  private static final double STEP = 1e-4;

  /** Share of the replicates that may lack a class. */
  private static final double MOST_LOST = 0.025;

  private final double[] mass;
  private final Correction[] corrections;
  private final double[] calibrated;
  private final double[] shares;

  /** By replicate from 0, under its matrix; NaN under one that is unusable. */
  private final double[][] drawn;

  /**
   * Corrects the masses of a stratum.
   *
   * @param mass as judged, in words
   * @param corrections the point's at 0, then each replicate's
   * @param calibrated the shares for which the probabilities are calibrated
   */
  ClassShares(double[] mass, Correction[] corrections, double[] calibrated) {
    this.mass = mass.clone();
    this.corrections = corrections;
    this.calibrated = calibrated;
    shares = shares(0, mass);
    drawn = new double[corrections.length - 1][];
    for (int r = 1; r < corrections.length; r++) {
      drawn[r - 1] = shares(r, mass);
    }
  }

  private double[] shares(int replicate, double[] judged) {
    double[] corrected = corrections[replicate].of(judged);
    double sum = 0;
    for (double words : corrected) {
      sum += words;
    }
    for (int k = 0; k < CLASSES; k++) {
      corrected[k] /= sum;
    }
    return corrected;
  }

  /** Whether a class is there for sure: under the point's matrix, and under all but 2.5 % of the replicates'. */
  boolean present(int k) {
    int lost = 0;
    for (double[] one : drawn) {
      lost += one[k] > PriorShift.LEAST_SHARE ? 0 : 1;
    }
    return shares[k] > PriorShift.LEAST_SHARE && lost <= MOST_LOST * drawn.length;
  }

  /** What shifts probabilities to the stratum. */
  double[] factors() {
    return factors(0, 0);
  }

  /** The same with the logarithm of one class's share moved. */
  double[] factors(int moved, double by) {
    var factors = new double[CLASSES];
    for (int k = 0; k < CLASSES; k++) {
      factors[k] =
          Math.max(shares[k], PriorShift.LEAST_SHARE) / Math.max(calibrated[k], PriorShift.LEAST_SHARE);
    }
    factors[moved] *= StrictMath.exp(by);
    return factors;
  }

  private static double logarithm(double share) {
    return StrictMath.log(Math.max(share, PriorShift.LEAST_SHARE));
  }

  /** How a figure moves with each judged mass, given how it moves with the logarithms of the shares. */
  double[] byMass(double[] gradient) {
    double total = mass[0] + mass[1] + mass[2] + mass[3];
    var byMass = new double[CLASSES];
    for (int j = 0; j < CLASSES; j++) {
      double[] more = mass.clone();
      double[] less = mass.clone();
      double step = STEP * Math.min(total, Math.max(mass[j], STEP * total));
      more[j] += step;
      less[j] -= step;
      double[] up = shares(0, more);
      double[] down = shares(0, less);
      for (int k = 0; k < CLASSES; k++) {
        byMass[j] += gradient[k] * (logarithm(up[k]) - logarithm(down[k])) / (2 * step);
      }
    }
    return byMass;
  }

  /** The variance that the classifier's matrix gives a figure, over the replicates whose matrix is usable. */
  double matrixVariance(double[] gradient) {
    double sum = 0;
    int usable = 0;
    for (double[] one : drawn) {
      double moved = 0;
      for (int k = 0; k < CLASSES; k++) {
        moved += gradient[k] * (logarithm(one[k]) - logarithm(shares[k]));
      }
      if (Double.isFinite(moved)) {
        sum += moved * moved;
        usable++;
      }
    }
    return usable > 0 ? sum / usable : Double.POSITIVE_INFINITY;
  }
}
