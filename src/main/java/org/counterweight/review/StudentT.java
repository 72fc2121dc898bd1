package org.counterweight.review;

/** Student's t distribution. */
final class StudentT {

  private static final double NORMAL_975 = 1.959963984540054;

  private StudentT() {}

  /**
   * The 97.5 % point, by the expansion of Cornish and Fisher: Abramowitz and Stegun, "Handbook of Mathematical
   * Functions" (1964), 26.7.5; within 0.002 from 4 degrees of freedom on. Below 3 that of 3 degrees is taken.
   *
   * @param degrees of freedom, not necessarily whole
   */
  static double quantile975(double degrees) {
    double n = Math.max(3, degrees);
    double x = NORMAL_975;
    double x3 = x * x * x;
    double x5 = x3 * x * x;
    double x7 = x5 * x * x;
    double x9 = x7 * x * x;
    double first = (x3 + x) / 4;
    double second = (5 * x5 + 16 * x3 + 3 * x) / 96;
    double third = (3 * x7 + 19 * x5 + 17 * x3 - 15 * x) / 384;
    double fourth = (79 * x9 + 776 * x7 + 1482 * x5 - 1920 * x3 - 945 * x) / 92160;
    return x + first / n + second / (n * n) + third / (n * n * n) + fourth / (n * n * n * n);
  }
}
