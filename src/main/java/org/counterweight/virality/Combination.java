package org.counterweight.virality;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Combines a figure over strata by random effects over sources. The fields of one source tell of the same documents, so
 * they are averaged as if they were perfectly correlated: means of the estimates and of the standard errors.
 */
enum Combination {

  /** Ratios, on the scale of the logarithm. */
  RATIO {
    @Override
    double to(double value) {
      return StrictMath.log(value);
    }

    @Override
    double from(double value) {
      return StrictMath.exp(value);
    }
  },

  /** Probabilities, on the scale of the logit. */
  PROBABILITY {
    @Override
    double to(double value) {
      return StrictMath.log(value / (1 - value));
    }

    @Override
    double from(double value) {
      return 1 / (1 + StrictMath.exp(-value));
    }
  };

  private static final double NORMAL = 1.959963984540054;

  abstract double to(double value);

  abstract double from(double value);

  /** The figure at a point on the scale, this far to either end. */
  Figure figure(double center, double margin, String reason) {
    double value = from(center);
    double low = Math.min(value, from(center - margin));
    double high = Math.max(value, from(center + margin));
    return Double.isFinite(value) && low >= 0
        ? new Figure(value, low, high, true, reason)
        : Figure.notIdentifiable("the numbers are too large or too small to compute with");
  }

  /** The combined figure; strata that are truncated or do not have the figure are left out. */
  Combined of(List<Stratum> strata, Function<Stratum, Figure> figure, String caveat) {
    var bySource = new TreeMap<String, List<Figure>>();
    for (var stratum : strata) {
      var one = figure.apply(stratum);
      if (one.identifiable() && !stratum.truncated() && usable(one)) {
        bySource.computeIfAbsent(stratum.source(), any -> new ArrayList<>()).add(one);
      }
    }
    if (bySource.isEmpty()) {
      return new Combined(Figure.notIdentifiable(refusal(strata, figure)), Double.NaN, 0);
    }
    var estimates = new ArrayList<Double>();
    var variances = new ArrayList<Double>();
    for (var fields : bySource.values()) {
      double error = fields.stream().mapToDouble(this::error).sum() / fields.size();
      estimates.add(fields.stream().mapToDouble(one -> to(one.value())).sum() / fields.size());
      variances.add(error * error);
    }
    if (estimates.size() == 1) {
      double margin = NORMAL * Math.sqrt(variances.get(0));
      return new Combined(figure(estimates.get(0), margin, joined("one source", caveat)), Double.NaN, 1);
    }
    var combined = new RandomEffects(estimates, variances);
    String over =
        "random effects over " + estimates.size() + " sources, tau^2 " + Interval.shown(combined.tauSquared());
    return new Combined(
        figure(combined.mean(), combined.margin(), joined(over, caveat)), combined.tauSquared(), estimates.size());
  }

  private boolean usable(Figure figure) {
    double error = error(figure);
    return error > 0 && error < Double.POSITIVE_INFINITY && Double.isFinite(to(figure.value()));
  }

  /** The standard error that a normal interval of this length has. */
  private double error(Figure figure) {
    return (to(figure.high()) - to(figure.low())) / (2 * NORMAL);
  }

  /** The reason of the largest stratum, or that there is none. */
  private static String refusal(List<Stratum> strata, Function<Stratum, Figure> figure) {
    if (strata.isEmpty()) {
      return "no source has " + 2 * StratumData.ENOUGH
          + " documents about AI that carry a number of readers' reactions";
    }
    var largest = strata.get(0);
    for (var stratum : strata) {
      largest = stratum.documents() > largest.documents() ? stratum : largest;
    }
    String reason = figure.apply(largest).reason();
    return largest.truncated()
        ? "documents were admitted by their reactions (a floor under the values)"
        : strata.size() == 1 ? reason : "no stratum of " + strata.size() + " can say; the largest: " + reason;
  }

  private static String joined(String one, String other) {
    return other.isEmpty() ? one : one + "; " + other;
  }
}
