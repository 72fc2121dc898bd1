package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

/**
 * The conditions of Karush, Kuhn and Tucker, checked on published weights alone: multipliers are recomputed from them
 * and from the documents, by the definition of the package and not by the solver's code. At an optimum
 * ln(w / b) = lambda a / n - m for every weight between its bounds, and a weight at a bound pushes against it.
 */
class PublishedOptimumTest {
  private static final long REST = 20_000;

  /** Weights are whole millionths, and gain caps hold to a part of 1e-5. */
  private static final double LOOSE = 2e-2;

  @Provide
  Arbitrary<List<Candidate>> corpora() {
    return Corpora.small();
  }

  @Provide
  Arbitrary<PlanSettings> settings() {
    return Corpora.settings();
  }

  /** A document with the logarithm of its weight over base, its slope, and the bounds of that logarithm. */
  private record Point(Candidate document, double slope, double log, double low, double high, double extraWords) {
    boolean within() {
      return log > low + 1e-5 && log < high - 1e-5;
    }

    /** How surely lambda can be told from its weight in whole millionths. */
    double pull() {
      return Math.abs(slope) * Math.exp(Math.min(0, log));
    }
  }

  private static List<Point> points(List<Candidate> documents, PlanSettings settings, Plan plan) {
    double requested = plan.outcome().requested();
    boolean share = settings.target() instanceof Target.Share;
    Map<String, double[]> works = new HashMap<>();
    for (Candidate one : documents) {
      double[] sums = works.computeIfAbsent(one.work(), any -> new double[3]);
      sums[0] += settings.base().getOrDefault(one.source(), 1.0);
      sums[1]++;
      sums[2] = one.copiesPresent();
    }
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      Candidate one = documents.get(i);
      double base = settings.base().getOrDefault(one.source(), 1.0);
      if (one.words() > 0 && base > 0) {
        double tractable = one.tractableMicro() / 1e6;
        double doom = one.doomMicro() / 1e6;
        double a = share ? tractable - requested * one.words() : tractable - doom / requested;
        double[] sums = works.get(one.work());
        double copies = Math.max(sums[1], sums[2]);
        double most = Math.max(settings.maxEpochs(), copies) / (sums[0] / sums[1] * copies);
        double cap = Math.max(1, Math.min(most, settings.maxEpochs() / base));
        double weight = plan.weightMicro(i) / 1e6;
        double high = one.mayGain() ? Math.log(cap) : 0;
        double extra = Math.max(0, weight - base) * one.words();
        points.add(
            new Point(one, a / one.words(), Math.log(weight / base), Math.log(settings.floor()), high, extra));
      }
    }
    return points;
  }

  @Property(seed = "1", tries = 400, maxDiscardRatio = 50)
  void oneMultiplierExplainsEveryWeight(
      @ForAll("corpora") List<Candidate> documents, @ForAll("settings") PlanSettings settings) {
    Plan plan = Corpora.plan(settings, documents, REST);
    Assume.that(plan.outcome().feasible() && plan.outcome().reason().isEmpty());
    List<Point> points = points(documents, settings, plan);
    Point surest = null;
    for (Point point : points) {
      boolean better = surest == null || point.pull() > surest.pull();
      surest = point.within() && point.log != 0 && better ? point : surest;
    }
    Assume.that(surest != null && surest.pull() > 1e-2);
    double lambda = surest.log / surest.slope;
    for (Point point : points) {
      double wanted = Math.max(point.low, Math.min(point.high, lambda * point.slope));
      double ofWeight = 2e-6 / Math.exp(Math.min(point.log, wanted));
      double ofLambda = 2e-6 / surest.pull() * Math.abs(point.slope);
      double digits = ofWeight + ofLambda + 1e-5;
      assertThat(point.log).as("%s at lambda %s", point, lambda).isCloseTo(wanted, within(digits));
    }
  }

  /** On corpora so large that one document more or less, which rounding may cost, hardly counts. */
  @Property(seed = "1", tries = 25, maxDiscardRatio = 50)
  void everySourceHasOneBrakeThatIsOnlyOnWhereItsCapBinds(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll("settings") PlanSettings any,
      @ForAll @DoubleRange(min = 0.2, max = 0.8) double share) {
    List<Candidate> documents = Corpora.many(2_000, seed);
    PlanSettings plain = any.withMaxEpochs(20);
    PlanSettings settings = Corpora.capped(plain, share, 0);
    Plan plan = Corpora.plan(settings, documents, REST);
    Plan free = Corpora.plan(plain, documents, REST);
    Assume.that(plan.outcome().feasible() && plan.outcome().reason().isEmpty());
    List<Point> points = points(documents, settings, plan);
    double extra = points(documents, plain, free).stream().mapToDouble(Point::extraWords).sum();
    Assume.that(extra > 100);
    double lambda = lambda(points, plan.outcome().binding());
    Assume.that(!Double.isNaN(lambda));
    double loose = LOOSE * (1 + Math.abs(lambda));
    Map<String, Double> brakes = new HashMap<>();
    Map<String, Double> gains = new HashMap<>();
    for (Point point : points) {
      gains.merge(point.document.source(), point.extraWords, Double::sum);
      if (point.within() && point.log > 1e-4) {
        brakes.merge(point.document.source(), lambda * point.slope - point.log, Math::max);
      }
    }
    brakes.forEach(
        (source, brake) -> {
          assertThat(brake).as("brake of %s", source).isGreaterThan(-loose);
          if (brake > loose) {
            assertThat(plan.outcome().binding()).contains("max-gain.source:" + source);
            assertThat(gains.get(source)).isCloseTo(share * extra, within(LOOSE * share * extra + 3_000));
          }
        });
    for (Point point : points) {
      if (point.within() && point.log > 1e-4) {
        assertThat(lambda * point.slope - point.log)
            .as("one brake for all of %s", point.document.source())
            .isCloseTo(brakes.get(point.document.source()), within(loose));
      }
    }
  }

  /** From the surest weight that no brake holds: one that loses, or gains in a source whose cap does not bind. */
  private static double lambda(List<Point> points, List<String> binding) {
    double lambda = Double.NaN;
    double surest = 1e-2;
    for (Point point : points) {
      boolean free = point.log < 0 || !binding.contains("max-gain.source:" + point.document.source());
      if (point.within() && Math.abs(point.log) > 1e-4 && free && point.pull() > surest) {
        surest = point.pull();
        lambda = point.log / point.slope;
      }
    }
    return lambda;
  }
}
