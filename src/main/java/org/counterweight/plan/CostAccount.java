package org.counterweight.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Adds up what a plan costs, in canonical order. Copies of one work are one text met often.
 *
 * @param weights as planned, in millionths and in canonical order
 * @param placebo documents not about AI that the plan repeats
 */
record CostAccount(Ground ground, int[] weights, List<Placed> placebo) {

  private static final String SOURCE = "source";
  private static final String MONTH = "month";
  private static final String LENGTH = "length";

  PlanCosts costs(List<PlanCosts.Shift> shifts) {
    double before = 0;
    double after = 0;
    double gained = 0;
    double gain = 0;
    Columns columns = ground.candidates().columns();
    int[] base = ground.base();
    for (int from = 0; from < base.length; ) {
      int to = from + 1;
      while (to < base.length && columns.work[to] == columns.work[from]) {
        to++;
      }
      double once = epochs(from, to, base);
      double met = epochs(from, to, weights);
      double text = text(from, to);
      double valueBefore = DataValue.of(text, once);
      double valueAfter = DataValue.of(text, met);
      before += valueBefore;
      after += valueAfter;
      gained += met > once ? text * (met - once) : 0;
      gain += met > once ? valueAfter - valueBefore : 0;
      from = to;
    }
    for (Placed placed : placebo) {
      double once = placed.baseMicro() / 1e6;
      double met = placed.weightMicro() / 1e6;
      double grown = DataValue.of(placed.control().words(), met) - DataValue.of(placed.control().words(), once);
      after += grown;
      gained += placed.control().words() * (met - once);
      gain += grown;
    }
    return new PlanCosts(
        before,
        after,
        gained < 0.5 ? Double.NaN : gain / gained,
        PlanCosts.totalVariation(shifts, SOURCE),
        PlanCosts.totalVariation(shifts, MONTH),
        PlanCosts.totalVariation(shifts, LENGTH));
  }

  /** Words of a work: the mean of its listed copies. */
  private double text(int from, int to) {
    double words = 0;
    for (int i = from; i < to; i++) {
      words += ground.candidates().columns().words[i];
    }
    return words / (to - from);
  }

  /** How often a work is met in all its copies; those that are not listed are met like the mean of those that are. */
  private double epochs(int from, int to, int[] met) {
    Columns columns = ground.candidates().columns();
    double text = text(from, to);
    double read = 0;
    int copies = to - from;
    for (int i = from; i < to; i++) {
      read += columns.words[i] * (met[i] / 1e6);
      copies = Math.max(copies, columns.copies[i]);
    }
    return text == 0 ? 0 : read / text * copies / (to - from);
  }

  /** Shares of words by source, month and length decile, of AI documents. */
  List<PlanCosts.Shift> shifts() {
    Columns columns = ground.candidates().columns();
    List<PlanCosts.Shift> shifts = new ArrayList<>();
    shifts.addAll(shifts(SOURCE, columns.source, ground.candidates().sources()));
    shifts.addAll(shifts(MONTH, columns.month, ground.candidates().months()));
    int[] bounds = deciles(columns);
    int[] decile = new int[columns.size];
    Arrays.setAll(decile, i -> decile(bounds, columns.words[i]));
    shifts.addAll(shifts(LENGTH, decile, ranges(bounds)));
    return shifts;
  }

  private List<PlanCosts.Shift> shifts(String by, int[] group, String[] names) {
    Columns columns = ground.candidates().columns();
    double[] before = new double[names.length];
    double[] after = new double[names.length];
    double allBefore = 0;
    double allAfter = 0;
    for (int i = 0; i < group.length; i++) {
      double words = columns.words[i];
      before[group[i]] += words * ground.base()[i] / 1e6;
      after[group[i]] += words * weights[i] / 1e6;
      allBefore += words * ground.base()[i] / 1e6;
      allAfter += words * weights[i] / 1e6;
    }
    List<PlanCosts.Shift> shifts = new ArrayList<>();
    for (int g = 0; g < names.length; g++) {
      shifts.add(new PlanCosts.Shift(by, names[g], share(before[g], allBefore), share(after[g], allAfter)));
    }
    return shifts;
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  /** The most words of a document in each tenth of the documents, ties in one tenth; the last is the longest. */
  private static int[] deciles(Columns columns) {
    int[] words = Arrays.copyOf(columns.words, columns.size);
    Arrays.sort(words);
    int[] bounds = new int[10];
    for (int k = 1; k <= 10; k++) {
      bounds[k - 1] = words.length == 0 ? 0 : words[at(words.length, k)];
    }
    return Arrays.stream(bounds).distinct().toArray();
  }

  private static int at(int length, int tenth) {
    return Math.max(0, (int) ((length * (long) tenth + 9) / 10) - 1);
  }

  private static int decile(int[] bounds, int words) {
    int at = Arrays.binarySearch(bounds, words);
    return at >= 0 ? at : -at - 1;
  }

  /** Such as {@code 58-101}, in words. */
  private static String[] ranges(int[] bounds) {
    String[] names = new String[bounds.length];
    for (int k = 0; k < names.length; k++) {
      names[k] = (k == 0 ? 0 : bounds[k - 1] + 1) + "-" + bounds[k];
    }
    return names;
  }
}
