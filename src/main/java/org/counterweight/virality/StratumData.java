package org.counterweight.virality;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/** A stratum's documents in order of their keys, and what all of its figures share. */
final class StratumData {

  private static final double[] UNSHIFTED = {1, 1, 1, 1};

  /** From which effective number a class has a mean of its own. */
  static final int ENOUGH = 10;

  private final List<Reaction> reactions;
  private final Clusters clusters;
  private final double[] values;
  private final double[][] covariates;
  private final double[] shareOfWork;

  StratumData(List<Reaction> unordered) {
    reactions = unordered.stream().sorted(Reaction.ORDER).toList();
    clusters = Clusters.of(reactions);
    values = reactions.stream().mapToDouble(Reaction::counted).toArray();
    covariates = covariates(reactions);
    var works = new HashMap<String, Integer>();
    reactions.forEach(reaction -> works.merge(reaction.work(), 1, Integer::sum));
    shareOfWork = reactions.stream().mapToDouble(reaction -> 1.0 / works.get(reaction.work())).toArray();
  }

  /** The logarithm of the length, from its mean, and an indicator for each period after the first. */
  private static double[][] covariates(List<Reaction> reactions) {
    var periods = new Periods(reactions);
    double mean = 0;
    for (var reaction : reactions) {
      mean += StrictMath.log(Math.max(1, reaction.words())) / reactions.size();
    }
    var covariates = new double[reactions.size()][periods.count()];
    for (int i = 0; i < covariates.length; i++) {
      covariates[i][0] = StrictMath.log(Math.max(1, reactions.get(i).words())) - mean;
      int period = periods.of(reactions.get(i));
      if (period > 0) {
        covariates[i][period] = 1;
      }
    }
    return covariates;
  }

  List<Reaction> reactions() {
    return reactions;
  }

  Clusters clusters() {
    return clusters;
  }

  double[] values() {
    return values;
  }

  /** Judged masses by class, in words. */
  double[] mass() {
    var mass = new double[ClassShares.CLASSES];
    for (var reaction : reactions) {
      double[] one = reaction.mass();
      for (int k = 0; k < mass.length; k++) {
        mass[k] += one[k];
      }
    }
    return mass;
  }

  /** P(true class) of every document as judged. */
  double[][] judged() {
    return shifted(UNSHIFTED);
  }

  /** The same with probabilities shifted by these factors. */
  double[][] shifted(double[] factors) {
    return reactions.stream().map(reaction -> reaction.classes(factors)).toArray(double[][]::new);
  }

  /** Effective number of documents of a class: sum of squared probabilities, the copies of a work counted once. */
  double effective(double[][] classes, int k) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += shareOfWork[i] * classes[i][k] * classes[i][k];
    }
    return sum;
  }

  /** A regression of the reactions, or of the logarithm of one more than them. */
  Design design(Link link, double[][] classes, boolean split) {
    double[] y = values.clone();
    if (link == Link.IDENTITY) {
      for (int i = 0; i < y.length; i++) {
        y[i] = StrictMath.log1p(y[i]);
      }
    }
    return new Design(y, classes, covariates, clusters.of(), clusters.count(), split);
  }

  /** The classes with not_ai in other where too few documents are not about AI for a mean of their own. */
  double[][] merged(double[][] classes, boolean notAiApart) {
    if (notAiApart) {
      return classes;
    }
    return Arrays.stream(classes)
        .map(p -> new double[] {p[0], p[1], p[2] + p[3]})
        .toArray(double[][]::new);
  }

  /** Sums a number of each document by cluster. */
  double[] byCluster(double[] numbers) {
    var sums = new double[clusters.count()];
    for (int i = 0; i < numbers.length; i++) {
      sums[clusters.of()[i]] += numbers[i];
    }
    return sums;
  }

}
