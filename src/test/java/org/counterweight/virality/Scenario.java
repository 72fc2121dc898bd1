package org.counterweight.virality;

import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.counterweight.virality.World.Answer;
import org.counterweight.virality.World.Source;

/** The worlds that the estimates are tried in, and what comes of them. */
enum Scenario {

  /** Four sources alike but for their reactions; doom spreads 1.5 times as well. */
  PLAIN(2400, 2, 1.5, 0.5, 1, alike()),

  /** Doom sits on sites whose every post gets ten times the reactions; it has no effect of its own. */
  CONFOUNDED(2400, 2, 1, 0.5, 1, List.of(
      new Source(0.25, 40, 0, 0.32, 0.08, 0.3, 0.3), new Source(0.25, 50, 0, 0.32, 0.08, 0.3, 0.3),
      new Source(0.25, 4, 0, 0.08, 0.34, 0.33, 0.25), new Source(0.25, 5, 0, 0.08, 0.34, 0.33, 0.25))),

  /** No effect at all: every ratio is 1 and the odds are even. */
  NULL(2400, 2, 1, 0.5, 1, List.of(
      new Source(0.4, 5, 0, 0.15, 0.15, 0.4, 0.3), new Source(0.3, 40, 0, 0.2, 0.1, 0.4, 0.3),
      new Source(0.3, 12, 0, 0.1, 0.2, 0.4, 0.3))),

  /** A tenth of the documents of a corpus in which doom has twice the copies. */
  SAMPLE(3000, 2, 2, 9, StrictMath.log(19 / 9.0) / StrictMath.log(2), alike()),

  /** A worse classifier, rarer stances. */
  NOISY(5000, 1.6, 1.5, 0.5, 1, List.of(
      new Source(0.4, 8, 0, 0.14, 0.1, 0.46, 0.3), new Source(0.3, 15, 0, 0.12, 0.12, 0.46, 0.3),
      new Source(0.3, 20, 0, 0.16, 0.08, 0.36, 0.4))),

  /** Strong effects on copies and reactions, an elasticity below one. */
  STRONG(2400, 2, 3, 0.6, 0.6, alike()),

  /** Sources that truly differ, with standard deviation 0.25 of the logarithm. */
  MIXED(2500, 2, 1.5, 0.5, 1, List.of(
      new Source(0.2, 5, 0.25, 0.2, 0.15, 0.4, 0.25), new Source(0.2, 8, 0.25, 0.2, 0.15, 0.4, 0.25),
      new Source(0.2, 12, 0.25, 0.2, 0.15, 0.4, 0.25), new Source(0.2, 20, 0.25, 0.2, 0.15, 0.4, 0.25),
      new Source(0.2, 30, 0.25, 0.2, 0.15, 0.4, 0.25))),

  /** Twenty thousand documents about AI. */
  LARGE(12_600, 2, 1.5, 0.5, 1, alike());

  private final World world;

  Scenario(
      int works, double separation, double effect, double copied, double elasticity, List<Source> sources) {
    boolean sample = name().equals("SAMPLE");
    world = new World(works, separation, 300, effect, copied, elasticity, sources, sample ? 0.1 : 1, 400);
  }

  private static List<Source> alike() {
    return List.of(
        new Source(0.25, 5, 0, 0.18, 0.12, 0.42, 0.28), new Source(0.25, 10, 0, 0.18, 0.12, 0.42, 0.28),
        new Source(0.25, 20, 0, 0.18, 0.12, 0.42, 0.28), new Source(0.25, 60, 0, 0.18, 0.12, 0.42, 0.28));
  }

  World world() {
    return world;
  }

  List<Answer> draws(int count) {
    return LongStream.range(0, count).mapToObj(draw -> world.draw(1000L * ordinal() + draw)).toList();
  }

  /**
   * How a figure did over the draws.
   *
   * @param coverage share of the identifiable intervals that hold the truth
   * @param refused share of the draws without a figure
   * @param bias geometric mean of the figure : the truth, less one
   * @param length mean of the logarithm of high : low
   */
  record Record(double truth, double coverage, double refused, double bias, double length) {

    static Record of(List<Answer> answers, double truth, Function<Answer, Stream<Figure>> asked) {
      var all = answers.stream().flatMap(asked).toList();
      var figures = all.stream().filter(Figure::identifiable).toList();
      double held = figures.stream().filter(one -> one.low() <= truth && truth <= one.high()).count();
      double logs = figures.stream().mapToDouble(one -> StrictMath.log(one.value() / truth)).sum();
      double lengths = figures.stream().mapToDouble(one -> StrictMath.log(one.high() / one.low())).sum();
      int n = figures.size();
      return new Record(
          truth, held / n, 1 - (double) n / all.size(), StrictMath.exp(logs / n) - 1, lengths / n);
    }
  }

  /** Figures with their name and their truth. */
  record Asked(String name, double truth, Function<Answer, Stream<Figure>> figures) {}

  /** What each world is asked for. */
  List<Asked> asked() {
    if (this == SAMPLE) {
      return List.of(
          new Asked("multiplicity", world.trueMultiplicity(), answer -> Stream.of(answer.multiplicity())),
          new Asked("V_copies", world.trueCopies(), answer -> Stream.of(answer.estimates().vCopies())));
    }
    return List.of(
        new Asked("odds", world.trueOdds(), answer -> Stream.of(answer.estimates().oddsCorrected())),
        new Asked("V_copies", world.trueCopies(), answer -> Stream.of(answer.estimates().vCopies())),
        new Asked("V_engagement", world.effect(), answer -> Stream.of(answer.estimates().vEngagement())),
        new Asked("  by stratum", world.effect(), answer -> strata(answer).map(one -> one.corrected().ratio())),
        new Asked("  as judged", world.effect(), answer -> strata(answer).map(one -> one.judged().ratio())));
  }

  private static Stream<Stratum> strata(Answer answer) {
    return answer.estimates().engagement().strata().stream();
  }
}
