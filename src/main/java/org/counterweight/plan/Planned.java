package org.counterweight.plan;

import java.util.List;
import java.util.Objects;

/**
 * A variant with its plan.
 *
 * @param variant which
 * @param plan weights of the documents about AI, and what is reached
 * @param placebo the documents not about AI that are met more often; none but in the placebo arm
 */
public record Planned(Variant variant, Plan plan, List<Placed> placebo) {

  public Planned {
    Objects.requireNonNull(variant);
    Objects.requireNonNull(plan);
    placebo = List.copyOf(placebo);
  }

  /** The same with more said of its plan. */
  public Planned with(Plan other) {
    return new Planned(variant, other, placebo);
  }
}
