package org.counterweight.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.counterweight.virality.Figure;

/** The estimators that the package's description defines, over one labelled sample. */
public final class Estimation {

  /** The fewest labels of a class for its mass, and of each side for the odds. */
  static final int FEWEST = 5;

  private final Labelled labelled;
  private final List<Group> groups = new ArrayList<>();
  private final String refusal;
  private final double words;

  private record Group(Stratum stratum, List<Labelled.Label> labels) {

    double size() {
      return stratum.size();
    }

    double mean(ToDoubleFunction<Labelled.Label> value) {
      return labels.stream().mapToDouble(value).sum() / labels.size();
    }

    /** N^2 (1 - m / N) / m: what the variance of a value contributes to that of its total. */
    double factor() {
      return size() * size() * (1 - labels.size() / size()) / labels.size();
    }

    /** Sample covariance; 0 where the stratum is labelled whole. */
    double covariance(ToDoubleFunction<Labelled.Label> one, ToDoubleFunction<Labelled.Label> other) {
      if (labels.size() < 2) {
        return 0;
      }
      double a = mean(one);
      double b = mean(other);
      double sum = labels.stream().mapToDouble(l -> (one.applyAsDouble(l) - a) * (other.applyAsDouble(l) - b)).sum();
      return sum / (labels.size() - 1);
    }
  }

  public Estimation(Labelled labelled) {
    this.labelled = labelled;
    long all = 0;
    var thin = new ArrayList<String>();
    for (var stratum : labelled.sample().strata()) {
      var labels = labelled.labels().stream().filter(label -> label.stratum() == stratum.name()).toList();
      groups.add(new Group(stratum, labels));
      all += stratum.words();
      if (labels.size() < 2 && labels.size() < stratum.size()) {
        thin.add(String.valueOf(stratum.name()));
      }
    }
    words = all;
    refusal = thin.isEmpty() ? "" : "two labels are needed in each stratum; label more of stratum "
        + String.join(", ", thin);
  }

  /** By labels alone. */
  public Estimate horvitzThompson() {
    return estimate(k -> label -> label.truth(k), k -> total(label -> label.truth(k)));
  }

  /** By labels and the known number of words. */
  public Estimate hajek() {
    if (!refusal.isEmpty()) {
      return horvitzThompson();
    }
    double scale = words / total(label -> label.passage().words());
    return estimate(
        k -> {
          double share = total(label -> label.truth(k)) * scale / words;
          return label -> scale * (label.truth(k) - share * label.passage().words());
        },
        k -> scale * total(label -> label.truth(k)));
  }

  /** By labels and the scores of all passages. */
  public Estimate difference() {
    if (!refusal.isEmpty()) {
      return horvitzThompson();
    }
    var lambda = new double[Classes.COUNT];
    for (int k = 0; k < lambda.length; k++) {
      lambda[k] = lambda(k);
    }
    return estimate(
        k -> label -> label.truth(k) - lambda[k] * label.score(k),
        k -> lambda[k] * judged(k) + total(label -> label.truth(k) - lambda[k] * label.score(k)));
  }

  /** The share of the scores that gives the difference estimator of a class the least variance, 0 to 1. */
  public double lambda(int k) {
    double both = 0;
    double scores = 0;
    for (var group : groups) {
      if (!group.labels().isEmpty()) {
        both += group.factor() * group.covariance(label -> label.truth(k), label -> label.score(k));
        scores += group.factor() * group.covariance(label -> label.score(k), label -> label.score(k));
      }
    }
    return scores > 0 ? Math.min(1, Math.max(0, both / scores)) : 0;
  }

  /** The judged mass of a class over the frame, in words. */
  public double judged(int k) {
    return labelled.sample().strata().stream().mapToLong(stratum -> stratum.mass().get(k)).sum() / 1e6;
  }

  private double total(ToDoubleFunction<Labelled.Label> value) {
    return groups.stream()
        .filter(group -> !group.labels().isEmpty())
        .mapToDouble(group -> group.size() * group.mean(value))
        .sum();
  }

  private Estimate estimate(IntFunction<ToDoubleFunction<Labelled.Label>> residual, IntFunction<Double> total) {
    var masses = new ArrayList<Figure>();
    for (int k = 0; k < Classes.COUNT; k++) {
      var reason = reason(k);
      double mass = reason.isEmpty() ? total.apply(k) : 0;
      masses.add(reason.isEmpty() ? figure(mass, residual.apply(k), mass, Classes.NAMES.get(k))
          : Figure.notIdentifiable(reason));
    }
    return new Estimate(masses, odds(masses, residual));
  }

  private Figure odds(List<Figure> masses, IntFunction<ToDoubleFunction<Labelled.Label>> residual) {
    for (int k : new int[] {Classes.DOOM, Classes.TRACTABLE}) {
      if (!masses.get(k).identifiable()) {
        return masses.get(k);
      }
    }
    double doom = masses.get(Classes.DOOM).value();
    double tractable = masses.get(Classes.TRACTABLE).value();
    var d = residual.apply(Classes.DOOM);
    var t = residual.apply(Classes.TRACTABLE);
    return figure(
        doom / tractable, label -> d.applyAsDouble(label) / doom - t.applyAsDouble(label) / tractable, 1, "odds");
  }

  private String reason(int k) {
    long labels = labelled.count(k);
    if (!refusal.isEmpty() || labels >= FEWEST) {
      return refusal;
    }
    return String.format(
        Locale.ROOT, "%d passages are labelled %s; %d are needed", labels, Classes.NAMES.get(k), FEWEST);
  }

  /** A positive value with its interval on the logarithm's scale; {@code unit} is what a residual is measured in. */
  private Figure figure(double value, ToDoubleFunction<Labelled.Label> residual, double unit, String what) {
    if (!(value > 0)) {
      return Figure.notIdentifiable("the estimate leaves no " + what + " words: label more passages");
    }
    double variance = 0;
    double squares = 0;
    for (var group : groups) {
      if (group.labels().size() > 1) {
        double part = group.factor() * group.covariance(residual, residual) / unit / unit;
        variance += part;
        squares += part * part / (group.labels().size() - 1);
      }
    }
    double margin = variance > 0 ? StudentT.quantile975(variance * variance / squares) * Math.sqrt(variance) : 0;
    DoubleUnaryOperator moved = step -> value * StrictMath.exp(step);
    return Figure.of(value, moved.applyAsDouble(-margin), moved.applyAsDouble(margin));
  }
}
