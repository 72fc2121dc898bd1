package org.counterweight.run;

import java.util.Locale;
import java.util.Optional;
import org.counterweight.plan.Plan;
import org.counterweight.stance.OperatingPoint;
import org.counterweight.stance.Probabilities;

/**
 * Which documents may gain weight: those with a passage that the model is sure enough of. A model's own threshold holds
 * only where it was right often enough; a user may set one instead and bear the risk.
 *
 * @param point what was measured of the model
 * @param chosen the user's threshold, a probability
 */
public record Gains(OperatingPoint point, Optional<Double> chosen) {

  /** Above every probability, so that nothing gains. */
  private static final int NONE = Probabilities.ONE + 1;

  /** Least probability of tractable, in millionths, from which a passage lets its document gain. */
  int threshold() {
    return chosen
        .map(share -> (int) Math.round(share * Probabilities.ONE))
        .orElseGet(() -> point.reached() ? point.threshold() : NONE);
  }

  /** The plan with what must be known of its gains added to its reason. */
  Plan note(Plan plan) {
    if (point.reached() && chosen.isEmpty()) {
      return plan;
    }
    boolean moved = plan.outcome().wordsBefore() != plan.outcome().wordsAfter();
    if (plan.outcome().feasible() && !moved) {
      return plan;
    }
    var reason = plan.outcome().reason();
    return plan.withReason(chosen.isEmpty() ? refused() : (reason.isEmpty() ? "" : reason + ". ") + risked());
  }

  private String refused() {
    return "No document may gain: " + measured() + ". Use a better model, or take the risk with stance.gain-threshold="
        + String.format(Locale.ROOT, "%.3f", point.threshold() / 1e6);
  }

  private String risked() {
    return String.format(
        Locale.ROOT,
        "Gains from p(tractable) = %s as stance.gain-threshold asks; %s",
        chosen.orElseThrow(),
        measured());
  }

  private String measured() {
    return String.format(
        Locale.ROOT,
        "of passages with p(tractable) >= %.3f an estimated %.0f %% [%.0f, %.0f] are tractable when this model judges"
            + " text it has not seen%s",
        point.threshold() / 1e6,
        point.precision() / 1e4,
        point.low() / 1e4,
        point.high() / 1e4,
        point.reached() ? "" : ", where 80 % is asked for");
  }
}
