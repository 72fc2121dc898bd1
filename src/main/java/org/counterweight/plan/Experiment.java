package org.counterweight.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

/**
 * What is planned over one corpus: every stage, in every arm, at every dose.
 *
 * @param stages in the order of training, at least one, each of its own name
 * @param arms the treatment, and controls beside it
 * @param doses extra words as shares of the stage's words, above 0 and at most 1, ascending; none: the target decides
 * @param controls share of the documents not about AI that the census keeps for the placebo arm, by a hash of their
 *     text; above 0, at most 1
 */
public record Experiment(List<Stage> stages, List<Arm> arms, List<Double> doses, double controls) {

  public Experiment {
    stages = List.copyOf(stages);
    arms = arms.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(arms));
    doses = List.copyOf(new TreeSet<>(doses));
    var names = new HashSet<String>();
    stages.forEach(stage -> refuseUnless(names.add(stage.name()), "two stages named " + stage.name()));
    refuseUnless(!stages.isEmpty(), "no stage");
    refuseUnless(arms.contains(Arm.TREATMENT), "plan.arms without treatment: controls match what it adds");
    doses.forEach(dose -> refuseUnless(dose > 0 && dose <= 1, "dose " + dose + ": not above 0 and at most 1"));
    refuseUnless(controls > 0 && controls <= 1, "plan.controls " + controls + ": not above 0 and at most 1");
  }

  /** One stage, the treatment alone, as far as the target asks. */
  public static Experiment none() {
    return new Experiment(List.of(Stage.only()), List.of(Arm.TREATMENT), List.of(), 1);
  }

  /** Whether documents not about AI must be kept. */
  public boolean placebo() {
    return arms.contains(Arm.PLACEBO);
  }

  /**
   * Refuses what does not go together.
   *
   * @throws IllegalArgumentException with why
   */
  public void requireFits(PlanSettings plan) {
    for (Stage stage : stages) {
      stage.settings(plan);
      refuseUnless(
          stage.maxEpochs().orElse(1) <= plan.maxEpochs(),
          "max-epochs %s of stage %s above plan.max-epochs %s, which holds over all stages"
              .formatted(stage.maxEpochs().orElse(1), stage.name(), plan.maxEpochs()));
    }
    refuseUnless(
        plan.budget() == Budget.ADDITIVE || (arms.size() == 1 && doses.isEmpty()),
        "plan.arms or plan.doses under plan.budget: fixed, which takes words from every document, so that arms would"
            + " differ in more than the words they add; use additive");
  }

  /** Every stage, arm and dose, in this order; the first is what a run is about. */
  public List<Variant> variants() {
    var variants = new ArrayList<Variant>();
    for (Stage stage : stages) {
      for (Arm arm : arms) {
        for (double dose : doses.isEmpty() ? List.of(Double.NaN) : doses) {
          variants.add(new Variant(stage.name(), arm, dose));
        }
      }
    }
    return variants;
  }

  private static void refuseUnless(boolean fits, String what) {
    if (!fits) {
      throw new IllegalArgumentException("Cannot plan with " + what);
    }
  }
}
