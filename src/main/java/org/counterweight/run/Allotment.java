package org.counterweight.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.counterweight.plan.Placed;
import org.counterweight.plan.Plan;
import org.counterweight.plan.WeightReason;

/**
 * A part with what the plan gives its AI documents, in order of rows.
 *
 * @param located the part
 * @param weights in millionths
 * @param repeats whole repeats
 * @param reasons ordinals of {@link WeightReason}
 * @param placebo documents not about AI that are listed too, in order of rows
 */
record Allotment(Located located, long[] weights, int[] repeats, byte[] reasons, List<Placed> placebo)
    implements Serializable {

  private static final List<WeightReason> REASONS = List.of(WeightReason.values());

  /** The allotment of a part whose AI documents are numbers {@code first} and up of a plan. */
  static Allotment of(Located located, Plan plan, int first, int count, List<Placed> placebo) {
    var weights = new long[count];
    var repeats = new int[count];
    var reasons = new byte[count];
    for (int i = 0; i < count; i++) {
      weights[i] = plan.weightMicro(first + i);
      repeats[i] = plan.repeats(first + i);
      reasons[i] = (byte) plan.reason(first + i).ordinal();
    }
    var rows = new ArrayList<>(placebo);
    rows.sort(Comparator.comparingLong(placed -> placed.control().row()));
    return new Allotment(located, weights, repeats, reasons, List.copyOf(rows));
  }

  WeightReason reason(int document) {
    return REASONS.get(reasons[document]);
  }
}
