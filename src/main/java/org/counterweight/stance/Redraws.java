package org.counterweight.stance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.counterweight.stance.Evaluation.Interval;

/**
 * A thousand Poisson redraws of judged passages: how often each counts is a hash of the seed, the redraw and its place
 * among all, so a part of them is redrawn as it is within the whole.
 *
 * @param seed of the draws
 */
record Redraws(long seed) {

  private static final int REPLICATES = 1000;
  private static final double TAIL = 0.025;

  /**
   * Figures with the percentiles of their redraws.
   *
   * @param places of the passages among all
   * @param tally figures by how often each of those passages counts; NaN where undefined
   */
  Map<String, Interval> intervals(int[] places, Function<int[], Map<String, Double>> tally) {
    int[] weights = new int[places.length];
    Arrays.fill(weights, 1);
    var values = tally.apply(weights);
    var draws = new LinkedHashMap<String, double[]>();
    values.keySet().forEach(name -> draws.put(name, new double[REPLICATES]));
    for (int r = 0; r < REPLICATES; r++) {
      int replicate = r;
      Arrays.setAll(weights, i -> Hash.poisson(Hash.uniform(seed, replicate, places[i])));
      tally.apply(weights).forEach((name, value) -> draws.get(name)[replicate] = value);
    }
    var intervals = new LinkedHashMap<String, Interval>();
    values.forEach((name, value) -> intervals.put(name, interval(value, draws.get(name))));
    return intervals;
  }

  private static Interval interval(double value, double[] draws) {
    double[] known = Arrays.stream(draws).filter(draw -> !Double.isNaN(draw)).sorted().toArray();
    if (known.length == 0 || Double.isNaN(value)) {
      return Interval.without(Double.NaN);
    }
    double low = known[(int) (TAIL * (known.length - 1))];
    double high = known[(int) Math.ceil((1 - TAIL) * (known.length - 1))];
    return new Interval(value, Math.min(low, value), Math.max(high, value));
  }
}
