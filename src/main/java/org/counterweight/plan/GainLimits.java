package org.counterweight.plan;

/**
 * The most extra words of one source, of one host, and of all synthetic documents together; infinite where nothing caps
 * them.
 *
 * @param source words
 * @param host words
 * @param synthetic words
 */
record GainLimits(double source, double host, double synthetic) {
  static final GainLimits NONE = new GainLimits(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Limits of sources and hosts alone. */
  GainLimits(double source, double host) {
    this(source, host, Double.POSITIVE_INFINITY);
  }

  /** The settings' shares of the extra words of the plan without gain caps. */
  static GainLimits of(PlanSettings settings, double extraWords) {
    return new GainLimits(
        settings.maxGainSource().orElse(Double.POSITIVE_INFINITY) * extraWords,
        settings.maxGainHost().orElse(Double.POSITIVE_INFINITY) * extraWords,
        settings.guards().capsSynthetic()
            ? settings.guards().synthetic().getAsDouble() * extraWords
            : Double.POSITIVE_INFINITY);
  }
}
