package org.counterweight.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Plans every stage, arm and dose of an experiment over one corpus, as the package's description defines them. The
 * treatment and salience arms come first; they say which documents not about AI the placebo arm needs.
 */
public final class Programme {
  /** Room for texts that the placebo cannot use, since other stages or their copies use up their cap. */
  private static final double SPARE = 1.25;

  private final PlanSettings settings;
  private final Experiment experiment;
  private final Candidates candidates;
  private final double restWords;
  private final Circumstances now;
  private final long[] epochsMicro;
  private final Map<Variant, Planned> plans = new LinkedHashMap<>();
  private final Map<Variant, Shape> shapes = new HashMap<>();

  /**
   * Plans the treatment and salience arms.
   *
   * @param tokensPerWord what the corpus's own token counts say; NaN where it carries none
   * @throws IllegalArgumentException if the settings do not go together, or a stage's tokens cannot be told in words
   */
  public Programme(
      PlanSettings settings,
      Experiment experiment,
      Candidates candidates,
      Rest rest,
      Circumstances now,
      double tokensPerWord) {
    experiment.requireFits(settings);
    this.settings = settings;
    this.experiment = experiment;
    this.candidates = candidates;
    this.now = now;
    restWords = rest.baseWords(settings);
    epochsMicro = new long[experiment.stages().size()];
    double words = Ground.alone(candidates, settings, restWords).words();
    for (int stage = 0; stage < epochsMicro.length; stage++) {
      double epochs = experiment.stages().get(stage).size().epochs(words, tokensPerWord);
      if (Double.isNaN(epochs)) {
        throw new StageException(
            "Cannot plan stage %s by tokens: not every document of the corpus carries a token count;"
                .formatted(experiment.stages().get(stage).name())
            + " name the field in corpus.tokens, or give the stage in words");
      }
      if (epochs > PlanSettings.MOST_EPOCHS || epochs < 1e-6) {
        throw new StageException(
            "Cannot plan stage %s: it would be %s epochs of this corpus of %,.0f words;"
                    .formatted(experiment.stages().get(stage).name(), Goal.plain(epochs), words)
                + " between 0.000001 and 1000 can be planned");
      }
      epochsMicro[stage] = Math.round(epochs * 1e6);
    }
    for (Arm arm : experiment.arms()) {
      if (arm != Arm.PLACEBO) {
        stages(arm);
      }
    }
  }

  /** All stages of an arm, each beside the base of all others and on top of the gains of those before it. */
  private void stages(Arm arm) {
    long[] taken = new long[candidates.size()];
    for (long epochs : epochsMicro) {
      add(taken, Ground.base(candidates, settings, epochs), 1);
    }
    for (int stage = 0; stage < epochsMicro.length; stage++) {
      PlanSettings own = experiment.stages().get(stage).settings(settings);
      int[] base = Ground.base(candidates, settings, epochsMicro[stage]);
      add(taken, base, -1);
      Ground ground = Ground.stage(candidates, own, restWords, epochsMicro[stage], taken.clone());
      for (Variant variant : variants(stage, arm)) {
        Plan plan = plan(new Planner(own), ground, variant);
        plans.put(variant, new Planned(variant, plan, List.of()));
        if (arm == Arm.TREATMENT && experiment.placebo()) {
          shapes.put(variant, Shape.of(plan, ground, settings.seed()));
        }
        if (!Double.isNaN(variant.dose())) {
          ground = ground.above(plan.weights().micro());
        }
      }
      int[] last = plans.get(variants(stage, arm).get(variants(stage, arm).size() - 1)).plan().weights().micro();
      for (int i = 0; i < base.length; i++) {
        taken[i] += Math.max(base[i], last[i]);
      }
    }
  }

  private Plan plan(Planner planner, Ground ground, Variant variant) {
    if (variant.arm() == Arm.SALIENCE) {
      long words = treatment(variant).plan().outcome().extraWords();
      return planner.salience(ground, variant, words);
    }
    return Double.isNaN(variant.dose())
        ? planner.toTarget(ground, variant, now)
        : planner.dose(ground, variant, now);
  }

  private Planned treatment(Variant control) {
    return plans.get(new Variant(control.stage(), Arm.TREATMENT, control.dose()));
  }

  private List<Variant> variants(int stage, Arm arm) {
    String name = experiment.stages().get(stage).name();
    return experiment.variants().stream().filter(v -> v.stage().equals(name) && v.arm() == arm).toList();
  }

  private static void add(long[] sum, int[] weights, int times) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += (long) times * weights[i];
    }
  }

  /** Words of documents not about AI that the placebo arm may need of each cell; none where there is no such arm. */
  public SortedMap<Cell, Long> needed() {
    TreeMap<Cell, Long> needed = new TreeMap<>();
    for (int stage = 0; experiment.placebo() && stage < epochsMicro.length; stage++) {
      List<Variant> doses = variants(stage, Arm.TREATMENT);
      shapes.get(doses.get(doses.size() - 1)).layers().forEach(
          (cell, layers) -> needed.merge(cell, (long) (SPARE * layers[0]) + 4 * cell.longest(), Long::sum));
    }
    return needed;
  }

  /**
   * All variants with their plans, in the experiment's order.
   *
   * @param controls what {@link #needed} asked for; of no matter where there is no placebo arm
   */
  public List<Planned> with(Controls controls) {
    if (experiment.placebo()) {
      placebo(controls);
    }
    List<Planned> all = new ArrayList<>();
    experiment.variants().forEach(variant -> all.add(plans.get(variant)));
    return Collections.unmodifiableList(all);
  }

  private void placebo(Controls controls) {
    Map<Controls.Text, Integer> used = new HashMap<>();
    for (int stage = 0; stage < epochsMicro.length; stage++) {
      PlanSettings own = experiment.stages().get(stage).settings(settings);
      long epochs = epochsMicro[stage];
      Ground ground = Ground.stage(candidates, own, restWords, epochs, new long[candidates.size()]);
      Map<Controls.Text, Integer> before = Map.copyOf(used);
      Placebo placebo =
          new Placebo(controls, text -> room(own, text) - (before.getOrDefault(text, 0)));
      for (Variant variant : variants(stage, Arm.PLACEBO)) {
        Shape shape = shapes.get(treatment(variant).variant());
        Totals base = ground.atBase();
        Account account = new Account(ground, own, variant, Goal.unchanged(base), base);
        long words = treatment(variant).plan().outcome().extraWords();
        if (words <= 0) {
          Plan plan = account.untouched(words == 0, Planner.unmatched(words));
          plans.put(variant, new Planned(variant, plan, List.of()));
          continue;
        }
        Map<Controls.Text, Integer> times = placebo.match(shape);
        List<Placed> placed = placed(own, epochs, times);
        String why = placebo.unmatched(shape);
        Plan plan = account.withPlacebo(placed, why.isEmpty(), why);
        plans.put(variant, new Planned(variant, plan, placed));
        times.forEach((text, more) -> used.put(text, before.getOrDefault(text, 0) + more));
      }
    }
  }

  /** Whole times more that a text may be met, over all stages. */
  private int room(PlanSettings own, Controls.Text text) {
    int baseMicro = settings.baseMicro(text.control().source());
    double base = 0;
    for (long epochs : epochsMicro) {
      base += Ground.inStage(baseMicro, epochs) / 1e6;
    }
    double ofWork = Math.max(own.maxEpochs(), text.copies()) - base * text.copies();
    return base == 0 ? 0 : (int) Math.max(0, Math.floor(Math.min(ofWork, own.maxEpochs() - base) + 1e-9));
  }

  private List<Placed> placed(PlanSettings own, long epochs, Map<Controls.Text, Integer> times) {
    List<Placed> placed = new ArrayList<>();
    times.forEach(
        (text, more) -> {
          int base = Ground.inStage(settings.baseMicro(text.control().source()), epochs);
          int weight = Math.addExact(base, Math.multiplyExact(more, 1_000_000));
          int repeats = Draw.repeats(weight, Draw.of(settings.seed(), text.control().key()));
          placed.add(new Placed(text.control(), text.copies(), base, weight, repeats));
        });
    placed.sort((left, right) -> Control.ORDER.compare(left.control(), right.control()));
    return placed;
  }
}
