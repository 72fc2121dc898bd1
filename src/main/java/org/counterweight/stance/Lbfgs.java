package org.counterweight.stance;

import java.util.Arrays;

/**
 * Minimises a smooth convex function by limited-memory BFGS with a backtracking line search (Nocedal and Wright,
 * Numerical Optimization, algorithm 7.5). Single-threaded and in fixed order, so that it is reproducible bit for bit.
 */
final class Lbfgs {

  /** The function: fills its gradient at x and returns its value. */
  interface Objective {
    double at(double[] x, double[] gradient);
  }

  private static final int MEMORY = 8;
  private static final double ENOUGH = 1e-7;

  private final Objective objective;
  private final double[][] steps = new double[MEMORY][];
  private final double[][] changes = new double[MEMORY][];
  private final double[] curvature = new double[MEMORY];
  private int kept;

  private double[] x;
  private double[] gradient;
  private double value;

  private Lbfgs(Objective objective, double[] start) {
    this.objective = objective;
    this.x = start.clone();
    this.gradient = new double[start.length];
    this.value = objective.at(x, gradient);
  }

  /** The minimum reached from a start after at most so many steps. */
  static double[] minimise(Objective objective, double[] start, int iterations) {
    var search = new Lbfgs(objective, start);
    for (int i = 0; i < iterations; i++) {
      double before = search.value;
      if (!search.step() || before - search.value <= ENOUGH * Math.abs(before)) {
        break;
      }
    }
    return search.x;
  }

  /** One step downhill; false if there is none left. */
  private boolean step() {
    double[] direction = direction();
    double slope = dot(gradient, direction);
    if (!(slope < 0)) {
      return false;
    }
    double[] next = new double[x.length];
    double[] nextGradient = new double[x.length];
    double length = 1;
    for (int halving = 0; halving < 30; halving++, length /= 2) {
      for (int i = 0; i < x.length; i++) {
        next[i] = x[i] + length * direction[i];
      }
      double nextValue = objective.at(next, nextGradient);
      if (nextValue <= value + 1e-4 * length * slope) {
        remember(next, nextGradient);
        x = next;
        gradient = nextGradient;
        value = nextValue;
        return true;
      }
    }
    return false;
  }

  private double[] direction() {
    double[] d = gradient.clone();
    int known = Math.min(kept, MEMORY);
    double[] alpha = new double[MEMORY];
    for (int back = 1; back <= known; back++) {
      int m = (kept - back) % MEMORY;
      alpha[m] = dot(steps[m], d) / curvature[m];
      add(d, -alpha[m], changes[m]);
    }
    scale(d, -firstScale(known));
    for (int back = known; back >= 1; back--) {
      int m = (kept - back) % MEMORY;
      double beta = dot(changes[m], d) / curvature[m];
      add(d, -alpha[m] - beta, steps[m]);
    }
    return d;
  }

  private double firstScale(int known) {
    if (known == 0) {
      double length = Math.sqrt(dot(gradient, gradient));
      return length > 1 ? 1 / length : 1;
    }
    int last = (kept - 1) % MEMORY;
    return curvature[last] / dot(changes[last], changes[last]);
  }

  private void remember(double[] next, double[] nextGradient) {
    double[] step = next.clone();
    add(step, -1, x);
    double[] change = nextGradient.clone();
    add(change, -1, gradient);
    double product = dot(step, change);
    if (product > 1e-15) {
      int m = kept % MEMORY;
      steps[m] = step;
      changes[m] = change;
      curvature[m] = product;
      kept++;
    }
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] a, double factor, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += factor * b[i];
    }
  }

  private static void scale(double[] a, double factor) {
    Arrays.setAll(a, i -> a[i] * factor);
  }
}
