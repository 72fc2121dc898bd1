package org.counterweight.plan;

/** What pays for the extra words. */
public enum Budget {
  /** Documents that are not listed keep their base weight and the stage grows. */
  ADDITIVE,
  /** Every weight is scaled by one factor, so that the stage keeps its words. */
  FIXED
}
