package org.counterweight.stance;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Raw scores to probabilities at natural rates: {@code softmax(T z + c)}, then a fixed share of neutral to mixed. Held
 * as integers so that files and judgements do not depend on how a runtime prints numbers.
 *
 * @param temperature T in 1e-9
 * @param biases c of the four classes in 1e-9
 * @param mixedShare what mixed takes of the neutral probability, in millionths
 */
record Calibration(long temperature, List<Long> biases, int mixedShare) implements Serializable {

  private static final double NANO = 1e-9;

  Calibration {
    biases = List.copyOf(biases);
    if (temperature <= 0 || biases.size() != StanceClass.COUNT || mixedShare < 0 || mixedShare >= Probabilities.ONE) {
      throw new IllegalArgumentException(
          "Cannot calibrate with temperature %d, %d biases, mixed share %d"
              .formatted(temperature, biases.size(), mixedShare));
    }
  }

  static Calibration of(double temperature, double[] biases, int mixedShare) {
    var rounded = Arrays.stream(biases).mapToObj(Calibration::nano).toList();
    return new Calibration(nano(temperature), rounded, mixedShare);
  }

  private static long nano(double value) {
    return (long) Math.rint(value * 1e9);
  }

  double temperatureValue() {
    return temperature * NANO;
  }

  Probabilities judge(double[] scores) {
    double[] p = new double[StanceClass.COUNT];
    for (int k = 0; k < p.length; k++) {
      p[k] = temperatureValue() * scores[k] + biases.get(k) * NANO;
    }
    Softmax.inPlace(p);
    double mixed = p[2] * mixedShare / Probabilities.ONE;
    return Probabilities.of(p[0], p[1], mixed, p[2] - mixed, p[3]);
  }
}
