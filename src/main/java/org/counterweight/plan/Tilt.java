package org.counterweight.plan;

import java.util.ArrayList;
import java.util.List;

/** The multipliers of a solution: lambda of the target, and a brake for each gain cap, above zero where it binds. */
final class Tilt {
  final double lambda;
  private final Problem problem;
  private final Gains gains;

  /**
   * @param gains null where nothing caps gains
   */
  Tilt(Problem problem, double lambda, Gains gains) {
    this.problem = problem;
    this.lambda = lambda;
    this.gains = gains;
  }

  /** What the target alone asks of a document, in nats. */
  double pull(int i) {
    return lambda * problem.slope[i];
  }

  /** What the gain caps hold back, in nats. */
  double brake(int i) {
    return gains == null ? 0 : gains.brake(i);
  }

  /** Names of the gain caps that bind, such as {@code max-gain.source:NAME}. */
  List<String> bindingGains() {
    List<String> names = new ArrayList<>();
    if (gains != null) {
      gains.sources().binding().forEach(name -> names.add("max-gain.source:" + name));
      gains.hosts().binding().forEach(name -> names.add("max-gain.host:" + name));
      names.addAll(gains.synthetic().binding());
    }
    return names;
  }

  /** The logarithm of weight over base, before floor and caps. */
  double exponent(int i) {
    double pull = pull(i);
    return pull > 0 && gains != null ? Math.max(0, pull - gains.brake(i)) : pull;
  }

  /** The weight in whole millionths. */
  int weightMicro(int i) {
    return (int) Math.rint(problem.weight(i, exponent(i)));
  }

  /** The same brakes with another lambda. */
  Tilt with(double other) {
    return new Tilt(problem, other, gains);
  }
}
