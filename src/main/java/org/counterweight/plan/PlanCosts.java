package org.counterweight.plan;

import java.util.List;
import java.util.Objects;

/**
 * What a plan costs beside its extra words, counted over documents about AI: all others stay as they are, but for those
 * that a placebo repeats, whose growth counts too.
 *
 * @param dataBefore D' at base weights, in words; see {@link DataValue}
 * @param dataAfter the same as planned
 * @param valuePerExtraWord what a word that the plan adds teaches, in words met for the first time: the growth of D' of
 *     the works that gain for each word that they gain, 0 to 1; NaN where nothing gains
 * @param sourceShift total variation between the sources' shares of words before and after, 0 to 1
 * @param monthShift the same of months
 * @param lengthShift the same of length deciles
 */
public record PlanCosts(
    double dataBefore,
    double dataAfter,
    double valuePerExtraWord,
    double sourceShift,
    double monthShift,
    double lengthShift) {

  /** Nothing is known. */
  public static final PlanCosts UNKNOWN =
      new PlanCosts(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /**
   * How a plan moves the words of AI documents between groups.
   *
   * @param by what groups them: {@code source}, {@code month} or {@code length}
   * @param name of the group; empty where unknown
   * @param before its share of the words at base weights, 0 to 1
   * @param after as planned
   */
  public record Shift(String by, String name, double before, double after) {
    public Shift {
      Objects.requireNonNull(by);
      Objects.requireNonNull(name);
    }
  }

  /** Half the sum of all changes. */
  static double totalVariation(List<Shift> shifts, String by) {
    double sum = 0;
    for (Shift shift : shifts) {
      sum += shift.by().equals(by) ? Math.abs(shift.after() - shift.before()) : 0;
    }
    return sum / 2;
  }
}
