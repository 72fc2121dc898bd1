package org.counterweight.plan;

import java.util.Arrays;

/** Sorts documents without boxing them: the hashes of works are sorted as numbers, ties alone by comparison. */
final class CanonicalOrder {
  private final Columns columns;
  private final long[] sorted;

  CanonicalOrder(Columns columns) {
    this.columns = columns;
    sorted = Arrays.copyOf(columns.work, columns.size);
    Arrays.sort(sorted);
  }

  /** The documents' places of arrival in canonical order. */
  int[] order() {
    int[] order = new int[columns.size];
    int[] taken = new int[columns.size];
    for (int i = 0; i < columns.size; i++) {
      int start = firstOf(columns.work[i]);
      order[start + taken[start]++] = i;
    }
    for (int start = 0; start < columns.size; start += taken[start]) {
      if (taken[start] > 1) {
        sortTies(order, start, start + taken[start]);
      }
    }
    return order;
  }

  private int firstOf(long work) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < work) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void sortTies(int[] order, int from, int to) {
    Integer[] ties = new Integer[to - from];
    for (int at = from; at < to; at++) {
      ties[at - from] = order[at];
    }
    Arrays.sort(ties, columns::compare);
    for (int at = from; at < to; at++) {
      order[at] = ties[at - from];
    }
  }
}
