package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What may not gain does not, what is capped stays within, and nobody else is held back. */
@Domain(PlanDomain.class)
@Domain(DomainContext.Global.class)
class GuardsLawsTest {
  private static final long REST = 20_000;

  /** Marks works by the bits of a number; copies of a work share its text and so its overlap. */
  private static List<Candidate> marked(List<Candidate> documents, int bits) {
    List<Candidate> marked = new ArrayList<>();
    for (Candidate one : documents) {
      int at = one.work().hashCode() & 15;
      boolean synthetic = (bits >> at & 1) == 1;
      boolean overlaps = (bits >> at + 16 & 1) == 1;
      marked.add(
          new Candidate(
              one.key(), one.work(), one.words(), one.doomMicro(), one.tractableMicro(), one.copiesPresent(),
              one.mayGain(), one.source(), one.host(), "2020-0" + (1 + at % 9), synthetic, overlaps));
    }
    return marked;
  }

  private static PlanSettings with(PlanSettings settings, double synthetic) {
    return settings.withGuards(new Guards(OptionalDouble.of(synthetic), OptionalDouble.empty()));
  }

  private static double gain(PlanSettings settings, List<Candidate> documents, Plan plan, int i) {
    double base = settings.baseMicro(documents.get(i).source());
    return Math.max(0, plan.weightMicro(i) - base) / 1e6 * documents.get(i).words();
  }

  @Property(seed = "1", tries = 300)
  void barredDocumentsNeverGainAndSayWhy(
      @ForAll List<Candidate> plain, @ForAll PlanSettings settings, @ForAll int bits) {
    List<Candidate> documents = marked(plain, bits);
    PlanSettings strict = with(settings, 0);
    Plan plan = Corpora.plan(strict, documents, REST);
    for (int i = 0; i < documents.size(); i++) {
      Candidate one = documents.get(i);
      if (one.overlapsEvaluation() || one.synthetic()) {
        assertThat(gain(strict, documents, plan, i)).isZero();
        assertThat(plan.reason(i)).isNotIn(WeightReason.GAINED, WeightReason.AT_CAP, WeightReason.GAIN_CAPPED);
      }
      if (plan.reason(i) == WeightReason.EVALUATION_OVERLAP) {
        assertThat(one.overlapsEvaluation()).isTrue();
      }
      if (plan.reason(i) == WeightReason.SYNTHETIC) {
        assertThat(one.synthetic()).isTrue();
      }
    }
  }

  @Property(seed = "1", tries = 200)
  void aBarredCorpusIsPlannedLikeOneThatMayNotGainThere(
      @ForAll List<Candidate> plain, @ForAll PlanSettings settings, @ForAll int bits) {
    List<Candidate> documents = marked(plain, bits);
    List<Candidate> held = new ArrayList<>();
    for (Candidate one : documents) {
      held.add(
          MadePlan.candidate(
              one.key(), one.words(), one.doomMicro(), one.tractableMicro(), one.copiesPresent(),
              one.mayGain() && !one.synthetic() && !one.overlapsEvaluation(), one.source(), one.host()));
    }
    Plan guarded = Corpora.plan(with(settings, 0), documents, REST);
    Plan same = Corpora.plan(settings, held, REST);
    for (int i = 0; i < documents.size(); i++) {
      assertThat(guarded.weightMicro(i)).isEqualTo(same.weightMicro(i));
    }
    assertThat(guarded.outcome().feasible()).isEqualTo(same.outcome().feasible());
  }

  @Property(seed = "1", tries = 300)
  void syntheticDocumentsTogetherStayWithinTheirShareBesideOtherGainCaps(
      @ForAll List<Candidate> plain,
      @ForAll PlanSettings settings,
      @ForAll int bits,
      @ForAll @DoubleRange(min = 0.05, max = 0.9) double share,
      @ForAll @IntRange(max = 2) int caps) {
    List<Candidate> documents = marked(plain, bits);
    Candidates candidates = Candidates.of(documents);
    PlanSettings capped = with(Corpora.capped(settings, caps == 0 ? 0 : 0.6, caps < 2 ? 0 : 0.5), share);
    Ground ground = Ground.alone(candidates, capped, REST);
    Goal goal = Goal.of(capped, ground.atBase(), REST, Corpora.viral());
    Assume.that(goal.stay() == null);
    Solver solver = new Solver(new Problem(ground, capped, goal, 1));
    Solver.Solution free = solver.free();
    GainLimits limits = GainLimits.of(capped, free.problem().extraWords(free.tilt()));
    Solver.Solution best = solver.capped(limits, free);
    double synthetic = 0;
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.columns().synthetic[i]) {
        double weight = best.problem().weight(i, best.tilt().exponent(i));
        synthetic += Math.max(0, weight - best.problem().base[i]) / 1e6 * candidates.columns().words[i];
      }
    }
    assertThat(synthetic).isLessThanOrEqualTo(limits.synthetic() * (1 + 1e-5) + 1e-6);
    if (best.feasible() && best.tilt().bindingGains().contains("synthetic")) {
      assertThat(synthetic).isGreaterThanOrEqualTo(limits.synthetic() * (1 - 1e-4) - 1e-3);
    }
  }

  @Property(seed = "1", tries = 200)
  void theAlarmNamesTheHostThatCarriesMost(
      @ForAll List<Candidate> documents,
      @ForAll PlanSettings settings,
      @ForAll @DoubleRange(min = 0.1, max = 1) double limit) {
    PlanSettings watched = settings.withGuards(new Guards(OptionalDouble.empty(), OptionalDouble.of(limit)));
    Plan plan = Corpora.plan(watched, documents, REST);
    Map<String, Double> gains = new TreeMap<>();
    double all = 0;
    for (int i = 0; i < documents.size(); i++) {
      double gain = gain(watched, documents, plan, i);
      gains.merge(documents.get(i).host(), gain, Double::sum);
      all += gain;
    }
    gains.remove("");
    double most = gains.values().stream().mapToDouble(gain -> gain).max().orElse(0);
    Assume.that(Math.abs(most - limit * all) > 1e-6 * all && Math.abs(all - 1) > 1e-6);
    boolean alarm = all >= 1 && most > limit * all;
    assertThat(plan.outcome().warnings()).hasSize(alarm ? 1 : 0);
    if (alarm) {
      String percent = String.format(Locale.ROOT, "carries %.0f %% of the gain", 100 * most / all);
      assertThat(plan.outcome().warnings().get(0)).contains(percent).contains("plan.max-gain.host");
    }
  }

  @Example
  void aTargetThatOnlyABarKeepsOutOfReachNamesTheBar() {
    Candidate quoted =
        new Candidate("w\n0\nsha0", "sha0", 100, 0, 100_000_000, 1, true, "w", "h", "", false, true);
    Candidate made = new Candidate("w\n1\nsha1", "sha1", 100, 0, 100_000_000, 1, true, "w", "h", "", true, false);
    List<Candidate> documents = List.of(quoted, made, Corpora.document(2, 300, 1, 0));
    PlanOutcome outcome = Corpora.plan(with(Corpora.to(new Target.Odds(1)), 0), documents, 0).outcome();
    assertThat(outcome.feasible()).isFalse();
    assertThat(outcome.binding()).containsExactly("evaluation-overlap", "floor", "synthetic");
    assertThat(outcome.reason()).contains("an empty plan.exclude").contains("plan.synthetic allow");
    assertThat(outcome.warnings()).hasSize(2);
    assertThat(Corpora.plan(Corpora.to(new Target.Odds(1)), documents, 0).outcome().feasible()).isTrue();
  }

  @Example
  void sharesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Guards(OptionalDouble.of(1.1), OptionalDouble.empty()))
        .hasMessageContaining("plan.synthetic");
    assertThatThrownBy(() -> new Guards(OptionalDouble.empty(), OptionalDouble.of(0)))
        .hasMessageContaining("plan.alarm.host-share");
  }
}
