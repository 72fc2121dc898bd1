package org.counterweight.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.counterweight.virality.Figure;

/** Numbers as a person reads them, the same in every locale. */
final class Amounts {

  private Amounts() {}

  /** An integer with commas. */
  static String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Words, whole ones. */
  static String words(double value) {
    return whole(Math.round(value));
  }

  /** A number to three significant digits, {@code –} where there is none and {@code ∞} where it has no bound. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    if (value == 0) {
      return "0";
    }
    if (Math.abs(value) >= 1_000_000 || Math.abs(value) < 0.0001) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    var rounded = new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_UP));
    int decimals = Math.max(0, 3 - rounded.precision() + rounded.scale());
    return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
  }

  /** A share as a percentage with one decimal. */
  static String percent(long part, long whole) {
    return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }

  /** A figure with its interval, or that it is not identifiable. */
  static String figure(Figure figure) {
    if (!figure.identifiable()) {
      return "not identifiable";
    }
    return number(figure.value()) + " (" + interval(figure) + ")";
  }

  /** Why a figure is not identifiable, or the caveat it carries; empty where there is neither. */
  static String remark(Figure figure) {
    return figure.reason().replaceFirst("^not identifiable: ", "");
  }

  /** The interval of an identifiable figure; open above where it is one-sided. */
  static String interval(Figure figure) {
    return Double.isInfinite(figure.high())
        ? "at least " + number(figure.low())
        : number(figure.low()) + " to " + number(figure.high());
  }
}
