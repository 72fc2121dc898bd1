package org.counterweight.plan;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * One plan among those of an experiment.
 *
 * @param stage name of the stage
 * @param arm what is met more often
 * @param dose extra words as a share of the stage's words; NaN where the target decides
 */
public record Variant(String stage, Arm arm, double dose) {
  /** The only one where no experiment is configured. */
  static final Variant ONLY = new Variant(Stage.ONLY, Arm.TREATMENT, Double.NaN);

  public Variant {
    Objects.requireNonNull(stage);
    Objects.requireNonNull(arm);
  }

  /** Its name in files, {@code <stage>.<arm>.<dose>}: {@code main.placebo.0.3pct}, {@code main.treatment.target}. */
  public String name() {
    return stage + "." + arm.label() + "." + (Double.isNaN(dose) ? "target" : percent(dose) + "pct");
  }

  /** A share in per cent, in as many digits as it takes. */
  static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
