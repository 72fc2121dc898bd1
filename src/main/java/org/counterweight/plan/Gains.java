package org.counterweight.plan;

/**
 * The gain caps of sources and hosts, and their multipliers for a given lambda.
 *
 * <p>With lambda fixed, the best brakes maximise a concave dual that is smooth, so maximising over one brake at a time
 * converges: the brakes of sources do not meet each other, nor do those of hosts, and one sweep settles the sources
 * exactly, then the hosts. A last sweep only tightens, so that every cap holds even where sweeps ran out.
 */
final class Gains {
  /** Sweeps for a solution. */
  static final int MANY = 60;

  /** Sweeps on the way to a limit, where brakes jump from document to document and the last digits do not matter. */
  static final int FEW = 10;


  private final Problem problem;
  private final GainGroups sources;
  private final GainGroups hosts;
  private double settledAt;

  Gains(Problem problem, GainLimits caps) {
    this.problem = problem;
    Columns columns = problem.columns;
    sources = new GainGroups(problem, columns.source, problem.candidates.sources(), caps.source(), -1);
    String[] names = problem.candidates.hosts();
    int unknown = names.length > 0 && names[0].isEmpty() ? 0 : -1;
    hosts = new GainGroups(problem, columns.host, names, caps.host(), unknown);
  }

  /** Whether no cap can ever bind. */
  boolean none() {
    return sources.none() && hosts.none();
  }

  double brake(int i) {
    return sources.brake(i) + hosts.brake(i);
  }

  GainGroups sources() {
    return sources;
  }

  GainGroups hosts() {
    return hosts;
  }

  /**
   * The solution at lambda under these caps.
   *
   * @param sweeps most sweeps
   */
  Tilt settle(double lambda, int sweeps) {
    if (settledAt != 0 && settledAt != lambda) {
      double growth = lambda / settledAt;
      sources.stretch(growth > 0 ? growth : 0);
      hosts.stretch(growth > 0 ? growth : 0);
    }
    settledAt = lambda;
    Tilt tilt = new Tilt(problem, lambda, this);
    double change = Double.POSITIVE_INFINITY;
    for (int sweep = 0; sweep < sweeps && change > 0; sweep++) {
      change = Math.max(sources.settle(tilt, false), hosts.settle(tilt, false));
      if (sources.none() || hosts.none()) {
        break;
      }
    }
    sources.settle(tilt, true);
    return tilt;
  }
}
