package org.counterweight.virality;

/** How the mean of a regression hangs on its coefficients; defined in the package's description. */
enum Link {

  /** Quasi-Poisson: E[y] = exp(x'g) sum_k pi_k exp(b_k). */
  LOG,

  /** Least squares: E[y] = x'g + sum_k pi_k b_k. */
  IDENTITY
}
