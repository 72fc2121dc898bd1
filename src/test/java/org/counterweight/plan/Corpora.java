package org.counterweight.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.counterweight.virality.Figure;

/** Made-up corpora and settings for the tests of this package. */
final class Corpora {
  private Corpora() {}

  /** A work: its text decides everything but source and host of its copies. */
  record Work(int words, int doom, int tractable, boolean mayGain, int extraCopies, List<String> places) {
    List<Candidate> copies(int number) {
      List<Candidate> copies = new ArrayList<>();
      long micro = words * 10_000L;
      for (int copy = 0; copy < places.size(); copy++) {
        String source = places.get(copy).substring(0, 1);
        copies.add(
            MadePlan.candidate(
                source + "\n" + copy + "\nsha" + number,
                words,
                micro * doom,
                micro * Math.min(tractable, 100 - doom),
                places.size() + extraCopies,
                mayGain,
                source,
                places.get(copy).substring(1)));
      }
      return copies;
    }
  }

  /** Up to 25 works of up to 3 copies. */
  static Arbitrary<List<Candidate>> small() {
    Arbitrary<String> place = Arbitraries.of("ax", "ay", "bx", "bz", "cz", "c", "dy");
    Arbitrary<Work> work =
        Combinators.combine(
                Arbitraries.integers().between(0, 2000),
                Arbitraries.integers().between(0, 100),
                Arbitraries.integers().between(0, 100),
                Arbitraries.of(true, true, true, false),
                Arbitraries.of(0, 0, 0, 1, 6),
                place.list().ofMinSize(1).ofMaxSize(3))
            .as(Work::new);
    return work.list().ofMaxSize(25).map(Corpora::all);
  }

  private static List<Candidate> all(List<Work> works) {
    List<Candidate> all = new ArrayList<>();
    for (int number = 0; number < works.size(); number++) {
      all.addAll(works.get(number).copies(number));
    }
    return all;
  }

  /** Settings without gain caps, with a base mixture of whole epochs. */
  static Arbitrary<PlanSettings> settings() {
    Arbitrary<Target> target =
        Arbitraries.oneOf(
            Arbitraries.of(0.3, 0.8, 1.0, 1.7).map(Target.Odds::new),
            Arbitraries.of(0.02, 0.1, 0.3, 0.6).map(Target.Share::new),
            Arbitraries.just(new Target.Debias(Target.By.COPIES)));
    Arbitrary<Map<String, Double>> base = Arbitraries.of(Map.of(), Map.of("a", 2.0), Map.of("b", 0.0, "c", 3.0));
    return Combinators.combine(
            target,
            Arbitraries.of(1.0, 1.5, 4.0, 20.0),
            Arbitraries.of(0.0, 0.4, 1.0),
            base,
            Arbitraries.longs().between(0, 50))
        .as((to, epochs, floor, mixture, seed) -> with(to, epochs, floor, mixture, seed));
  }

  private static PlanSettings with(
      Target target, double epochs, double floor, Map<String, Double> base, long seed) {
    OptionalDouble none = OptionalDouble.empty();
    return MadePlan.settings(target, epochs, floor, base, none, none, Budget.ADDITIVE, true, none, seed);
  }

  static PlanSettings to(Target target) {
    return with(target, 4, 1, Map.of(), 7);
  }

  static PlanSettings capped(PlanSettings plain, double source, double host) {
    return MadePlan.settings(
        plain.target(),
        plain.maxEpochs(),
        plain.floor(),
        plain.base(),
        source > 0 ? OptionalDouble.of(source) : OptionalDouble.empty(),
        host > 0 ? OptionalDouble.of(host) : OptionalDouble.empty(),
        plain.budget(),
        plain.debiasBothWays(),
        plain.debiasElasticity(),
        plain.seed());
  }

  static PlanSettings fixed(PlanSettings plain) {
    return MadePlan.settings(
        plain.target(),
        plain.maxEpochs(),
        plain.floor(),
        plain.base(),
        plain.maxGainSource(),
        plain.maxGainHost(),
        Budget.FIXED,
        plain.debiasBothWays(),
        plain.debiasElasticity(),
        plain.seed());
  }

  /** Copies multiplied doom by 1.5, say the figures. */
  static Circumstances viral() {
    return new Circumstances(Figure.of(1.5, 1.2, 1.9), Figure.of(2, 1.5, 2.6));
  }

  static Candidate document(int number, int words, double doom, double tractable) {
    return document(number, words, doom, tractable, "web", "host" + number);
  }

  static Candidate document(int number, int words, double doom, double tractable, String source, String host) {
    String key = source + "\n" + number + "\nsha" + number;
    long doomMicro = Math.round(words * doom * 1e6);
    return MadePlan.candidate(key, words, doomMicro, Math.round(words * tractable * 1e6), 1, true, source, host);
  }

  /** Many documents, more of them doom than tractable. */
  static List<Candidate> many(int documents, long seed) {
    Random random = new Random(seed);
    List<Candidate> many = new ArrayList<>();
    for (int number = 0; number < documents; number++) {
      double doom = random.nextInt(3) == 0 ? random.nextDouble() : random.nextDouble() * 0.1;
      double tractable = random.nextInt(5) == 0 ? (1 - doom) * random.nextDouble() : 0;
      String source = "source" + (int) Math.sqrt(random.nextInt(36));
      String host = "host" + random.nextInt(50);
      many.add(document(number, 50 + random.nextInt(1500), doom, tractable, source, host));
    }
    return many;
  }

  static Plan plan(PlanSettings settings, List<Candidate> documents, long restWords) {
    return new Planner(settings).plan(Candidates.of(documents), Rest.of(restWords), viral());
  }
}
