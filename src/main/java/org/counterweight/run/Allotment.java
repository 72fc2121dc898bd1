package org.counterweight.run;

import java.io.Serializable;
import org.counterweight.plan.Plan;
import org.counterweight.plan.WeightReason;

/**
 * A part with what the plan gives its AI documents, in order of rows.
 *
 * @param located the part
 * @param weights in millionths
 * @param repeats whole repeats
 * @param reasons ordinals of {@link WeightReason}
 */
record Allotment(Located located, long[] weights, int[] repeats, byte[] reasons) implements Serializable {

  /** The allotment of a part whose AI documents are numbers {@code first} and up of a plan. */
  static Allotment of(Located located, Plan plan, int first, int count) {
    var weights = new long[count];
    var repeats = new int[count];
    var reasons = new byte[count];
    for (int i = 0; i < count; i++) {
      weights[i] = plan.weightMicro(first + i);
      repeats[i] = plan.repeats(first + i);
      reasons[i] = (byte) plan.reason(first + i).ordinal();
    }
    return new Allotment(located, weights, repeats, reasons);
  }

  WeightReason reason(int document) {
    return WeightReason.values()[reasons[document]];
  }
}
