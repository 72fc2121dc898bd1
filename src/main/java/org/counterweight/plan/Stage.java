package org.counterweight.plan;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A stage of training, such as pretraining or annealing.
 *
 * @param name part of file names: lower-case letters, digits and hyphens, at most 40
 * @param size how long it is before anything is added
 * @param target what it is to reach; empty for the plan's own
 * @param maxEpochs most epochs of one work over this stage and all before it, with the base of those to come set aside;
 *     1 to 1000; empty for the plan's own
 */
public record Stage(String name, StageSize size, Optional<Target> target, OptionalDouble maxEpochs) {
  /** The name of the one stage where none is configured. */
  public static final String ONLY = "main";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  public Stage {
    Objects.requireNonNull(size);
    Objects.requireNonNull(target);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Cannot name a stage of plan.stages so: a name has 1 to 40 lower-case letters, digits and hyphens");
    }
  }

  /** The whole corpus, the plan's own target and cap. */
  public static Stage only() {
    return new Stage(ONLY, StageSize.WHOLE, Optional.empty(), OptionalDouble.empty());
  }

  /** The plan's settings with what this stage says of its own. */
  PlanSettings settings(PlanSettings plan) {
    return plan.with(target.orElse(plan.target())).withMaxEpochs(maxEpochs.orElse(plan.maxEpochs()));
  }
}
