package org.counterweight.run;

import org.counterweight.plan.Plan;
import org.counterweight.virality.Estimator;
import org.counterweight.virality.Figure;
import org.counterweight.virality.MassSums;
import org.counterweight.virality.PlannedSums;

/** What a plan reaches in true words. */
final class Achieved {

  private Achieved() {}

  /** In the terms of the target: a share of all words where that was asked for, odds otherwise. */
  static Figure of(Estimator estimator, MassSums base, PlannedSums planned, Plan plan) {
    return plan.outcome().target().startsWith("share")
        ? estimator.achievedShare(base, planned, plan.outcome().wordsAfter())
        : estimator.achievedOdds(base, planned);
  }
}
