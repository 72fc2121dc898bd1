package org.counterweight.virality;

import java.io.Serializable;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterweight.stance.JudgedPassage;
import org.counterweight.stance.Probabilities;

/**
 * The judged passages of a part by cells of their probabilities, in exact integers that add up in any order: enough to
 * estimate the classes' shares by expectation maximisation without going through the passages again. A cell is where
 * twelve times the square roots of the probabilities of doom, tractable and other have the same whole parts, which is
 * finest where a small probability makes a large likelihood ratio; it keeps the mean of its passages.
 */
final class ScoreCells implements Serializable {

  private static final int STEPS = 12;
  private static final int CLASSES = 4;
  private static final int MOST_ROUNDS = 2000;

  /** By cell, words x probability of each class in millionths. */
  private final SortedMap<Integer, long[]> cells = new TreeMap<>();

  void add(JudgedPassage passage) {
    var p = passage.p();
    int[] classes = {p.doom(), p.tractable(), p.mixed() + p.neutral(), p.notAi()};
    int cell = 0;
    for (int k = 0; k < CLASSES - 1; k++) {
      cell = cell * (STEPS + 1) + (int) (STEPS * Math.sqrt(classes[k] / (double) Probabilities.ONE));
    }
    var into = cells.computeIfAbsent(cell, any -> new long[CLASSES]);
    for (int k = 0; k < CLASSES; k++) {
      into[k] += (long) passage.words() * classes[k];
    }
  }

  void addAll(ScoreCells other) {
    other.cells.forEach((cell, masses) -> {
      var into = cells.computeIfAbsent(cell, any -> new long[CLASSES]);
      for (int k = 0; k < CLASSES; k++) {
        into[k] += masses[k];
      }
    });
  }

  /**
   * The classes' shares of words under which the scores are most likely: Saerens, Latinne and Decaestecker (2002).
   *
   * @param calibrated the shares for which the probabilities are calibrated
   * @return shares that add up to one, or NaN where there are no words
   */
  double[] shares(double[] calibrated) {
    double[] shares = new double[CLASSES];
    double sum = 0;
    for (int k = 0; k < CLASSES; k++) {
      shares[k] = Math.max(calibrated[k], PriorShift.LEAST_SHARE);
      sum += shares[k];
    }
    double[] from = shares.clone();
    for (int k = 0; k < CLASSES; k++) {
      shares[k] /= sum;
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] next = round(shares, from);
      double moved = 0;
      for (int k = 0; k < CLASSES; k++) {
        moved = Math.max(moved, Math.abs(next[k] - shares[k]));
      }
      shares = next;
      if (!(moved > 1e-10)) {
        break;
      }
    }
    return shares;
  }

  private double[] round(double[] shares, double[] from) {
    var expected = new double[CLASSES];
    double words = 0;
    for (var masses : cells.values()) {
      double total = 0;
      double all = 0;
      for (int k = 0; k < CLASSES; k++) {
        total += masses[k] * shares[k] / from[k];
        all += masses[k];
      }
      for (int k = 0; k < CLASSES && total > 0; k++) {
        expected[k] += all * (masses[k] * shares[k] / from[k]) / total;
      }
      words += all;
    }
    for (int k = 0; k < CLASSES; k++) {
      expected[k] /= words;
    }
    return expected;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof ScoreCells other
        && cells.keySet().equals(other.cells.keySet())
        && cells.entrySet().stream().allMatch(one -> Arrays.equals(one.getValue(), other.cells.get(one.getKey())));
  }

  @Override
  public int hashCode() {
    return cells.keySet().hashCode();
  }
}
