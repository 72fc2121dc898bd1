package org.counterweight.plan;

import java.util.Locale;

/** Why a document has its weight. */
public enum WeightReason {
  /** It helps the target and is met more often. */
  GAINED,
  /** It works against the target and is met less often. */
  LOST,
  /** The epochs of its work are used up. */
  AT_CAP,
  /** It would be met less often, but the floor holds it. */
  AT_FLOOR,
  /** It would be met more often, but its source or host carries as much of the gain as it may. */
  GAIN_CAPPED,
  /** It would be met more often, but the classifier is not sure enough of it. */
  BELOW_THRESHOLD,
  /** It is not about AI, and is met more often so that the placebo arm adds as many words as the treatment. */
  PLACEBO,
  /** Nothing moves it from what was planned already. */
  BASE;

  /** Its name in a manifest, such as {@code at-cap}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
