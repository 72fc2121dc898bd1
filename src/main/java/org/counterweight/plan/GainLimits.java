package org.counterweight.plan;

/**
 * The most extra words of one source and of one host; infinite where nothing caps them.
 *
 * @param source words
 * @param host words
 */
record GainLimits(double source, double host) {
  static final GainLimits NONE = new GainLimits(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** The settings' shares of the extra words of the plan without gain caps. */
  static GainLimits of(PlanSettings settings, double extraWords) {
    return new GainLimits(
        settings.maxGainSource().orElse(Double.POSITIVE_INFINITY) * extraWords,
        settings.maxGainHost().orElse(Double.POSITIVE_INFINITY) * extraWords);
  }
}
