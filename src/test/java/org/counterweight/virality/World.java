package org.counterweight.virality;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.counterweight.corpus.Engagement;
import org.counterweight.stance.JudgedPassage;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.TaggedDocument;

/**
 * A made corpus of known truth, through the public estimate stage. A work has a class, a source, a host, a month and a
 * length; its soft scores come from {@link Simulation}; the validation passages that measure the classifier come from
 * the same world. Reactions are Poisson about base x effect of the class x length^0.3 x month x host x luck, the last
 * two log-normal, so they are far from Poisson and alike within a host. A work has 1 + Poisson(copied x effect ^
 * elasticity) copies.
 *
 * @param works how many
 * @param separation of the classes' scores; less is a worse classifier
 * @param validation held-out passages of each class
 * @param effect of doom on reactions; tractable has 1, other 0.8, not_ai 0.6
 * @param copied mean further copies at effect 1
 * @param elasticity of copies on the effect
 * @param sources with their shares of works, stance rates and reactions
 * @param sampled share of the documents that the input holds
 * @param replicates of the bootstrap
 */
record World(
    int works,
    double separation,
    int validation,
    double effect,
    double copied,
    double elasticity,
    List<Source> sources,
    double sampled,
    int replicates) {

  private static final double LUCK = 0.8;
  private static final double HOST = 0.3;

  /**
   * A source.
   *
   * @param share of the works
   * @param base reactions at effect 1
   * @param spread standard deviation, over draws, of the source's own logarithm of the effect
   * @param rates of doom, tractable, other, not_ai
   */
  record Source(double share, double base, double spread, double... rates) {}

  /**
   * What one draw gives.
   *
   * @param pooledRatio mean reactions of true doom to those of true tractable over all sources together
   */
  record Answer(Estimates estimates, Figure multiplicity, double pooledRatio) {}

  double trueOdds() {
    return trueOddsOfWorks() * trueCopies();
  }

  private double trueOddsOfWorks() {
    double doom = 0;
    double tractable = 0;
    for (var source : sources) {
      doom += source.share() * source.rates()[0];
      tractable += source.share() * source.rates()[1];
    }
    return doom / tractable;
  }

  double trueCopies() {
    return (1 + copied * StrictMath.pow(effect, elasticity)) / (1 + copied);
  }

  /** The size-biased mean number of copies, doom to tractable. */
  double trueMultiplicity() {
    return sizeBiased(copied * StrictMath.pow(effect, elasticity)) / sizeBiased(copied);
  }

  private static double sizeBiased(double further) {
    return 1 + further + further / (1 + further);
  }

  /** The estimates of one draw. */
  Answer draw(long seed) {
    var random = new Random(seed * 7919 + 13);
    var simulation = new Simulation(seed, separation);
    var settings = ViralitySettings.defaults().withReplicates(replicates).withSampled(sampled);
    var estimator = new Estimator(simulation.validation(validation), settings);
    var sums = new MassSums(settings.weights());
    var strata = new TreeMap<String, List<Reaction>>();
    double[][] pooled = new double[2][2];
    double[] spreads = sources.stream().mapToDouble(source -> source.spread() * random.nextGaussian()).toArray();
    for (int w = 0; w < works; w++) {
      int s = source(random.nextDouble());
      var source = sources.get(s);
      int k = simulation.trueClass(source.rates());
      var p = Simulation.probabilities(simulation.scores(k));
      int words = simulation.words();
      int month = random.nextInt(36);
      int host = random.nextInt(100);
      double effectHere = new double[] {effect * Math.exp(spreads[s]), 1, 0.8, 0.6}[k];
      double mean = source.base() * effectHere * Math.pow(words / 200.0, 0.3) * Math.exp(month / 60.0)
          * Math.exp(HOST * new SplittableRandom(seed * 1000 + 100 * s + host).nextGaussian())
          * Math.exp(LUCK * random.nextGaussian());
      int copies = 1 + poisson(random, copied * (k == 0 ? StrictMath.pow(effect, elasticity) : 1));
      copies = sampled < 1 ? kept(random, copies) : copies;
      for (int c = 0; c < copies; c++) {
        var document = document(s, "w" + w + "-" + c, host, month, words, p, poisson(random, mean));
        sums.add(document, "w" + w, copies);
        strata.computeIfAbsent(document.source(), any -> new ArrayList<>())
            .add(Reaction.of(document, "w" + w, document.engagement().get(0)));
        if (k < 2) {
          pooled[k][0] += document.engagement().get(0).value();
          pooled[k][1]++;
        }
      }
    }
    var found = strata.values().stream().map(one -> estimator.strata().estimate(one, one.size())).toList();
    return new Answer(
        estimator.estimate("corpus", Counts.NONE, sums).with(estimator.engagement(found)),
        sampled < 1 ? estimator.multiplicityRatio(sums) : Figure.notIdentifiable("the whole corpus is here"),
        pooled[0][0] / pooled[0][1] / (pooled[1][0] / pooled[1][1]));
  }

  private int kept(Random random, int copies) {
    int kept = 0;
    for (int c = 0; c < copies; c++) {
      kept += random.nextDouble() < sampled ? 1 : 0;
    }
    return kept;
  }

  private int source(double lot) {
    int s = 0;
    double left = lot;
    while (s < sources.size() - 1 && left >= sources.get(s).share()) {
      left -= sources.get(s++).share();
    }
    return s;
  }

  private static int poisson(Random random, double mean) {
    if (mean > 200) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    int count = -1;
    for (double product = 1; product > limit; product *= random.nextDouble()) {
      count++;
    }
    return Math.max(0, count);
  }

  private static TaggedDocument document(
      int source, String id, int host, int month, int words, Probabilities p, double reactions) {
    return Documents.reacted(
        "s" + source,
        id,
        "h" + host + ".example",
        String.format("%d-%02d", 2015 + month / 12, month % 12 + 1),
        List.of(new Engagement("score", reactions)),
        List.of(new JudgedPassage(0, words, words, p, p.stance())));
  }
}
