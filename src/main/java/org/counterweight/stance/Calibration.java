package org.counterweight.stance;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Raw scores to probabilities at natural rates: {@code softmax(T_k z_k + c_k)} (vector scaling; Guo et al., 2017), then
 * a fixed share of neutral to mixed. Held as integers so that files and judgements do not depend on how a runtime
 * prints numbers.
 *
 * @param slopes T of the four classes in 1e-9
 * @param biases c of the four classes in 1e-9
 * @param mixedShare what mixed takes of the neutral probability, in millionths
 */
record Calibration(List<Long> slopes, List<Long> biases, int mixedShare) implements Serializable {

  private static final double NANO = 1e-9;

  Calibration {
    biases = List.copyOf(biases);
    slopes = List.copyOf(slopes);
    boolean four = slopes.size() == StanceClass.COUNT && biases.size() == StanceClass.COUNT;
    if (!four || Collections.min(slopes) < 0 || mixedShare < 0 || mixedShare >= Probabilities.ONE) {
      throw new IllegalArgumentException(
          "Cannot calibrate with slopes %s, biases %s, mixed share %d".formatted(slopes, biases, mixedShare));
    }
  }

  static Calibration of(double[] slopes, double[] biases, int mixedShare) {
    return new Calibration(nano(slopes), nano(biases), mixedShare);
  }

  private static List<Long> nano(double[] values) {
    return Arrays.stream(values).mapToObj(value -> (long) Math.rint(value * 1e9)).toList();
  }

  double slope(int k) {
    return slopes.get(k) * NANO;
  }

  Probabilities judge(double[] scores) {
    double[] p = new double[StanceClass.COUNT];
    for (int k = 0; k < p.length; k++) {
      p[k] = slope(k) * scores[k] + biases.get(k) * NANO;
    }
    Softmax.inPlace(p);
    double mixed = p[2] * mixedShare / Probabilities.ONE;
    return Probabilities.of(p[0], p[1], mixed, p[2] - mixed, p[3]);
  }
}
