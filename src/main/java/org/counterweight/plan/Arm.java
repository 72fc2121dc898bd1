package org.counterweight.plan;

import java.util.Locale;

/** What an arm of an experiment meets more often. All arms of a stage and dose add the same number of words. */
public enum Arm {
  /** Documents about AI by their stance: what the plan is for. */
  TREATMENT,
  /** Documents about AI whatever their stance: tells the effect of stance from that of more text about AI. */
  SALIENCE,
  /** Documents not about AI, of the treatment's sources and lengths: tells both from the effect of repetition. */
  PLACEBO;

  /** The part by which the extra words of a control may differ from the treatment's. */
  static final double MATCHED = 0.01;

  /** Its name in a manifest, such as {@code treatment}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
