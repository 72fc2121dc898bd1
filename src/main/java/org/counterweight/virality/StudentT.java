package org.counterweight.virality;

/** Two-sided 95 % points of Student's t distribution. */
final class StudentT {

  private static final double NORMAL = 1.959963984540054;

  private StudentT() {}

  /**
   * The number that |t| stays under with probability .95: exact for one and two degrees of freedom, elsewhere by the
   * inverse of the regularised incomplete beta function to ten digits.
   *
   * @param freedom degrees of freedom, at least 1
   */
  static double quantile(int freedom) {
    if (freedom < 1) {
      throw new IllegalArgumentException("Cannot take Student's t with " + freedom + " degrees of freedom: below one");
    }
    if (freedom > 1_000_000) {
      return NORMAL;
    }
    double low = NORMAL;
    double high = 13;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      if (beyond(middle, freedom) > 0.05) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** P(|T| > t) = I_x(v/2, 1/2) at x = v / (v + t^2): Abramowitz and Stegun 26.7.1. */
  static double beyond(double t, int freedom) {
    double x = freedom / (freedom + t * t);
    double a = freedom / 2.0;
    return x < (a + 1) / (a + 2.5) ? fraction(x, a, 0.5) : 1 - fraction(1 - x, 0.5, a);
  }

  /** The regularised incomplete beta function by its continued fraction (Lentz): Press et al. (2007), 6.4. */
  private static double fraction(double x, double a, double b) {
    if (x <= 0) {
      return 0;
    }
    double front =
        StrictMath.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * StrictMath.log(x) + b * StrictMath.log(1 - x));
    double c = 1;
    double d = 1 / (1 - (a + b) * x / (a + 1));
    double h = d;
    for (int m = 1; m <= 500; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / (1 + even * d);
      c = 1 + even / c;
      h *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / (1 + odd * d);
      c = 1 + odd / c;
      h *= d * c;
      if (Math.abs(d * c - 1) < 1e-15) {
        break;
      }
    }
    return front * h / a;
  }

  /** ln Gamma by Stirling's series after shifting the argument above ten. */
  private static double logGamma(double value) {
    double z = value;
    double shift = 0;
    while (z < 10) {
      shift += StrictMath.log(z);
      z++;
    }
    double inverse = 1 / (z * z);
    double series = (1 / 12.0 - inverse * (1 / 360.0 - inverse * (1 / 1260.0 - inverse / 1680.0))) / z;
    return (z - 0.5) * StrictMath.log(z) - z + 0.9189385332046727 + series - shift;
  }
}
