package org.counterweight.run;

import org.counterweight.plan.Plan;
import org.counterweight.virality.Estimator;
import org.counterweight.virality.Figure;
import org.counterweight.virality.MassSums;
import org.counterweight.virality.PlannedSums;
import org.counterweight.virality.PriorShift;

/** What a plan reaches in true words, and what its expected words are where those are not known. */
final class Achieved {

  private Achieved() {}

  /** In the terms of the target: a share of all words where that was asked for, odds otherwise. */
  static Figure of(Estimator estimator, MassSums base, PlannedSums planned, Plan plan, PriorShift shift) {
    var achieved = plan.outcome().target().startsWith("share")
        ? estimator.achievedShare(base, planned, plan.outcome().wordsAfter())
        : estimator.achievedOdds(base, planned);
    return noted(achieved, shift);
  }

  /** Says so where the plan rests on words as judged. */
  static Figure noted(Figure achieved, PriorShift shift) {
    if (shift.caveat().isEmpty()) {
      return achieved;
    }
    String judged = "the plan's expected words are as judged: the classifier's errors are not corrected";
    String why = achieved.reason().equals(shift.caveat()) ? "" : ", since corrected odds are not identifiable: "
        + shift.caveat();
    String before = achieved.reason().isEmpty() ? "" : achieved.reason() + "; ";
    return new Figure(
        achieved.value(), achieved.low(), achieved.high(), achieved.identifiable(), before + judged + why);
  }
}
