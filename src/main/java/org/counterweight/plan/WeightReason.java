package org.counterweight.plan;

import java.util.Locale;

/** Why a document has its weight. */
public enum WeightReason {
  /** It helps the target and is met more often. */
  GAINED("it helps the target"),
  /** It works against the target and is met less often. */
  LOST("it works against the target"),
  /** The epochs of its work are used up. */
  AT_CAP("it helps the target, and the epochs of its work are used up"),
  /** It would be met less often, but the floor holds it. */
  AT_FLOOR("it works against the target, and plan.floor holds it"),
  /** It would be met more often, but its source or host carries as much of the gain as it may. */
  GAIN_CAPPED("it helps the target, and its source, host or kind carries as much of the gain as it may"),
  /** It would be met more often, but it shares a sequence of words with an evaluation text. */
  EVALUATION_OVERLAP("it helps the target, but shares words with an evaluation text"),
  /** It would be met more often, but the corpus marks it as written by a machine. */
  SYNTHETIC("it helps the target, but is marked synthetic"),
  /** It would be met more often, but the classifier is not sure enough of it. */
  BELOW_THRESHOLD("it helps the target, but the classifier is not sure enough of it"),
  /** It is not about AI, and is met more often so that the placebo arm adds as many words as the treatment. */
  PLACEBO("it stands in for a document that the treatment repeats"),
  /** Nothing moves it from what was planned already. */
  BASE("nothing moves it");

  private final String meaning;
  private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

  WeightReason(String meaning) {
    this.meaning = meaning;
  }

  /** Its name in a manifest, such as {@code at-cap}. */
  public String label() {
    return label;
  }

  /** What a name in a manifest says of a document; the name itself where it is not known. */
  public static String meaning(String label) {
    for (WeightReason reason : values()) {
      if (reason.label().equals(label)) {
        return reason.meaning;
      }
    }
    return label;
  }
}
