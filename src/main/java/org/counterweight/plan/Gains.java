package org.counterweight.plan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The gain caps of sources, of hosts and of synthetic documents, and their multipliers for a given lambda.
 *
 * <p>With lambda fixed, the best brakes maximise a concave dual that is smooth, so maximising over one brake at a time
 * converges: the brakes of sources do not meet each other, nor do those of hosts, and one sweep settles each kind of
 * group exactly in turn. A last sweep only tightens, so that every cap holds even where sweeps ran out.
 */
final class Gains {
  /** Sweeps for a solution. */
  static final int MANY = 60;

  /** Sweeps on the way to a limit, where brakes jump from document to document and the last digits do not matter. */
  static final int FEW = 10;

  /**
   * Sweeps after which brakes of caps that do not bind are let go. Where two caps hold nearly the same gain, one brake
   * falls and the other rises by the little that lies between them, sweep by sweep; from zero the way is short.
   */
  private static final int PATIENCE = 10;

  private final Problem problem;
  private final GainGroups sources;
  private final GainGroups hosts;
  private final GainGroups synthetic;
  private final List<GainGroups> active;
  private double settledAt;

  Gains(Problem problem, GainLimits caps) {
    this.problem = problem;
    Columns columns = problem.columns;
    sources = new GainGroups(problem, columns.source, problem.candidates.sources(), caps.source(), -1);
    String[] names = problem.candidates.hosts();
    int unknown = names.length > 0 && names[0].isEmpty() ? 0 : -1;
    hosts = new GainGroups(problem, columns.host, names, caps.host(), unknown);
    int[] marked = new int[problem.size()];
    Arrays.setAll(marked, i -> columns.synthetic[i] ? 1 : 0);
    synthetic = new GainGroups(problem, marked, new String[] {"", "synthetic"}, caps.synthetic(), 0);
    active = Stream.of(sources, synthetic, hosts).filter(groups -> !groups.none()).toList();
  }

  /** Whether no cap can ever bind. */
  boolean none() {
    return active.isEmpty();
  }

  double brake(int i) {
    return sources.brake(i) + hosts.brake(i) + synthetic.brake(i);
  }

  GainGroups sources() {
    return sources;
  }

  GainGroups hosts() {
    return hosts;
  }

  GainGroups synthetic() {
    return synthetic;
  }

  /**
   * The solution at lambda under these caps.
   *
   * @param sweeps most sweeps
   */
  Tilt settle(double lambda, int sweeps) {
    if (settledAt != 0 && settledAt != lambda) {
      double growth = lambda / settledAt;
      active.forEach(groups -> groups.stretch(growth > 0 ? growth : 0));
    }
    settledAt = lambda;
    Tilt tilt = new Tilt(problem, lambda, this);
    double change = Double.POSITIVE_INFINITY;
    for (int sweep = 0; sweep < sweeps && change > 0; sweep++) {
      change = 0;
      for (GainGroups groups : active) {
        change = Math.max(change, groups.settle(tilt, false));
      }
      if (active.size() < 2) {
        break;
      }
      if (change > 0 && sweep % PATIENCE == PATIENCE - 1 && sweep + PATIENCE < sweeps) {
        active.forEach(groups -> groups.letGo(tilt));
      }
    }
    active.forEach(groups -> groups.settle(tilt, true));
    return tilt;
  }
}
