package org.counterweight.plan;

import java.util.OptionalDouble;

/**
 * What keeps a plan from repeating the wrong documents, beside its caps.
 *
 * @param synthetic largest share of the extra words that documents marked synthetic may carry together, 0 to 1; at 0
 *     they gain nothing; empty for no limit
 * @param hostAlarm share of the gain above which a single host is named in a warning, above 0 and up to 1; empty for
 *     no alarm
 */
public record Guards(OptionalDouble synthetic, OptionalDouble hostAlarm) {

  public Guards {
    synthetic.ifPresent(share -> within("plan.synthetic", share, share >= 0 && share <= 1, "from 0 to 1"));
    hostAlarm.ifPresent(
        share -> within("plan.alarm.host-share", share, share > 0 && share <= 1, "above 0 and at most 1"));
  }

  /** Synthetic documents may gain like others; a host that carries more than a fifth of the gain is named. */
  public static Guards defaults() {
    return new Guards(OptionalDouble.empty(), OptionalDouble.of(0.2));
  }

  /** Whether synthetic documents gain nothing at all. */
  boolean excludesSynthetic() {
    return synthetic.isPresent() && synthetic.getAsDouble() == 0;
  }

  /** Whether synthetic documents may gain up to a share. */
  boolean capsSynthetic() {
    return synthetic.isPresent() && synthetic.getAsDouble() > 0;
  }

  private static void within(String key, double share, boolean holds, String range) {
    if (!holds) {
      throw new IllegalArgumentException("Cannot plan with " + key + " " + share + ": it must be " + range);
    }
  }
}
