package org.counterweight.plan;

import java.util.ArrayList;
import java.util.List;

/** The gain caps of all sources, or of all hosts; groups that could never reach the cap are left out. */
final class GainGroups {
  /** A cap's part by which a brake's search may leave words unused. */
  private static final double TOLERANCE = 1e-8;

  /** A cap's part within which a brake stays as it is. */
  private static final double SETTLED = 1e-7;

  private final Problem problem;
  private final int[] group;
  private final String[] names;
  private final double limit;
  private final double[] brakes;

  /** How far each brake moved last: where to look next. */
  private final double[] moved;

  /** Documents of the groups that matter, group after group; a group's first stands at {@code start}. */
  private final int[] members;

  private final int[] start;

  /**
   * @param group the place of each document's group in {@code names}
   * @param limit most extra words of a group
   * @param exempt a group without cap; -1 for none
   */
  GainGroups(Problem problem, int[] group, String[] names, double limit, int exempt) {
    this.problem = problem;
    this.group = group;
    this.names = names;
    this.limit = limit;
    brakes = new double[names.length];
    moved = new double[names.length];
    boolean[] matters = mattering(exempt);
    start = new int[names.length + 1];
    for (int i = 0; i < problem.size(); i++) {
      if (canGain(i) && matters[group[i]]) {
        start[group[i] + 1]++;
      }
    }
    for (int g = 0; g < names.length; g++) {
      start[g + 1] += start[g];
    }
    members = new int[start[names.length]];
    int[] next = start.clone();
    for (int i = 0; i < problem.size(); i++) {
      if (canGain(i) && matters[group[i]]) {
        members[next[group[i]]++] = i;
      }
    }
  }

  private boolean canGain(int i) {
    return problem.slope[i] != 0 && problem.most(i) > problem.base[i];
  }

  private boolean[] mattering(int exempt) {
    double[] most = new double[names.length];
    for (int i = 0; i < problem.size(); i++) {
      if (canGain(i)) {
        most[group[i]] += (problem.most(i) - problem.base[i]) / 1e6 * problem.columns.words[i];
      }
    }
    boolean[] matters = new boolean[names.length];
    for (int g = 0; g < names.length; g++) {
      matters[g] = g != exempt && most[g] > limit;
    }
    return matters;
  }

  /** Whether no group can reach the cap. */
  boolean none() {
    return members.length == 0;
  }

  double brake(int i) {
    return brakes[group[i]];
  }

  /** Names of the groups whose cap binds, in order. */
  List<String> binding() {
    List<String> binding = new ArrayList<>();
    for (int g = 0; g < names.length; g++) {
      if (brakes[g] > 0) {
        binding.add(names[g]);
      }
    }
    return binding;
  }

  /** Starts from brakes that fit another lambda. */
  void stretch(double growth) {
    for (int g = 0; g < brakes.length; g++) {
      brakes[g] *= growth;
    }
  }

  /**
   * Sets each brake to the least that keeps its group within the cap, given all others.
   *
   * @param onlyTighten whether brakes may only grow
   * @return the largest change
   */
  double settle(Tilt tilt, boolean onlyTighten) {
    double change = 0;
    for (int g = 0; g < names.length; g++) {
      if (start[g] < start[g + 1]) {
        double before = brakes[g];
        double spare = spare(tilt, g, before);
        boolean tooTight = before > 0 && spare > SETTLED * limit && !onlyTighten;
        if (spare < -SETTLED * limit || tooTight) {
          brakes[g] = least(tilt, g, before);
          moved[g] = Math.abs(brakes[g] - before);
          change = Math.max(change, moved[g]);
        }
      }
    }
    return change;
  }

  /** Takes the brake off every group that stays below its cap under the brakes as they are. */
  void letGo(Tilt tilt) {
    for (int g = 0; g < names.length; g++) {
      if (brakes[g] > 0 && spare(tilt, g, brakes[g]) > SETTLED * limit) {
        brakes[g] = 0;
      }
    }
  }

  private double least(Tilt tilt, int g, double guess) {
    if (spare(tilt, g, 0) >= -TOLERANCE * limit) {
      return 0;
    }
    double most = strongest(tilt, g);
    double low = 0;
    double high = most;
    double step = Math.max(1e-6 * (1 + guess), moved[g] / 2);
    if (guess > 0 && guess < most) {
      if (spare(tilt, g, guess) < 0) {
        low = guess;
        while (low + step < most && spare(tilt, g, low + step) < 0) {
          low += step;
          step *= 4;
        }
        high = Math.min(most, low + step);
      } else {
        high = guess;
        while (high - step > 0 && spare(tilt, g, high - step) >= 0) {
          high -= step;
          step *= 4;
        }
        low = Math.max(0, high - step);
      }
    }
    return Root.between(brake -> spare(tilt, g, brake), low, high, TOLERANCE * limit);
  }

  /** A brake under which nothing of the group gains. */
  private double strongest(Tilt tilt, int g) {
    double most = 0;
    for (int at = start[g]; at < start[g + 1]; at++) {
      most = Math.max(most, tilt.pull(members[at]));
    }
    return most;
  }

  /** Words below the cap if the group's brake were this. */
  private double spare(Tilt tilt, int g, double brake) {
    double gain = 0;
    for (int at = start[g]; at < start[g + 1]; at++) {
      int i = members[at];
      double pull = tilt.pull(i);
      if (pull > 0) {
        double exponent = Math.max(0, pull - tilt.brake(i) + brakes[g] - brake);
        gain += (problem.weight(i, exponent) - problem.base[i]) / 1e6 * problem.columns.words[i];
      }
    }
    return limit - gain;
  }
}
