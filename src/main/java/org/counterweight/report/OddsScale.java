package org.counterweight.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.counterweight.virality.Figure;

/**
 * A logarithmic axis of odds that holds 1, from {@code low} to {@code high}; bars of one table share it.
 *
 * @param low its left end, a power of ten
 * @param high its right end, a power of ten
 */
record OddsScale(double low, double high) {

  static final double WIDTH = 240;

  private static final double[] ENDS = {0.001, 0.01, 0.1, 1, 10, 100, 1000};
  private static final int MIDDLE = 3;

  /** The least axis of powers of ten that holds all intervals, as far as a thousand to one. */
  static OddsScale of(List<Figure> figures) {
    int first = MIDDLE - 1;
    int last = MIDDLE + 1;
    for (var figure : figures) {
      if (figure.identifiable()) {
        while (first > 0 && ENDS[first] > Math.max(figure.low(), 1e-9)) {
          first--;
        }
        double end = Double.isInfinite(figure.high()) ? figure.value() : figure.high();
        while (last < ENDS.length - 1 && ENDS[last] < end) {
          last++;
        }
      }
    }
    return new OddsScale(ENDS[first], ENDS[last]);
  }

  /** Where odds stand, from 0 to {@link #WIDTH}; beyond an end, at it. */
  double at(double odds) {
    double inside = Math.min(Math.max(odds, low), high);
    return WIDTH * StrictMath.log(inside / low) / StrictMath.log(high / low);
  }

  /** The powers of ten on it. */
  List<Double> ticks() {
    return Arrays.stream(ENDS).filter(end -> end >= low && end <= high).boxed().toList();
  }

  static String coordinate(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
