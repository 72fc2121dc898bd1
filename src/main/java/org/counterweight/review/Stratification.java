package org.counterweight.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which stratum each cell of a grid belongs to.
 *
 * @param strata cells of each stratum; none is without passages
 * @param ofCell the stratum of each cell, -1 where it holds no passage
 */
record Stratification(List<List<Integer>> strata, int[] ofCell) {

  /** About so many draws go to a stratum: enough to tell its variance, few enough to have bands. */
  private static final int DRAWS_PER_STRATUM = 18;

  /** More strata than this gain next to nothing. */
  private static final int MOST = 40;

  /** Strata for a sample of this size. */
  static Stratification of(Grid grid, int draws) {
    int bands = Math.max(1, Math.min(draws / DRAWS_PER_STRATUM, MOST) / (2 * Grid.SIDES));
    var strata = new ArrayList<List<Integer>>();
    for (int side = 0; side < Grid.SIDES; side++) {
      for (int[] scores : byScore(grid, side, bands)) {
        for (int[] lengths : byLength(grid, side, scores)) {
          add(strata, cells(grid, side, scores, lengths));
        }
      }
    }
    var ofCell = new int[Grid.SIDES * Grid.SCORES * Grid.LENGTHS];
    Arrays.fill(ofCell, -1);
    for (int h = 0; h < strata.size(); h++) {
      for (int cell : strata.get(h)) {
        ofCell[cell] = h;
      }
    }
    return new Stratification(strata, ofCell);
  }

  private static void add(List<List<Integer>> strata, List<Integer> cells) {
    if (!cells.isEmpty()) {
      strata.add(cells);
    }
  }

  private static List<int[]> byScore(Grid grid, int side, int bands) {
    var deviations = new double[Grid.SCORES];
    for (int score = 0; score < Grid.SCORES; score++) {
      for (int length = 0; length < Grid.LENGTHS; length++) {
        deviations[score] += grid.deviation(Grid.cell(side, score, length));
      }
    }
    return ranges(deviations, bands);
  }

  private static List<int[]> byLength(Grid grid, int side, int[] scores) {
    var deviations = new double[Grid.LENGTHS];
    for (int score = scores[0]; score < scores[1]; score++) {
      for (int length = 0; length < Grid.LENGTHS; length++) {
        deviations[length] += grid.deviation(Grid.cell(side, score, length));
      }
    }
    return ranges(deviations, 2);
  }

  /** Cuts bins into ranges [from, to) of about equal sums. */
  private static List<int[]> ranges(double[] bins, int parts) {
    double total = Arrays.stream(bins).sum();
    var ranges = new ArrayList<int[]>();
    double sum = 0;
    int from = 0;
    for (int bin = 0; bin < bins.length; bin++) {
      sum += bins[bin];
      if (ranges.size() < parts - 1 && sum >= total * (ranges.size() + 1) / parts) {
        ranges.add(new int[] {from, bin + 1});
        from = bin + 1;
      }
    }
    ranges.add(new int[] {from, bins.length});
    return ranges;
  }

  private static List<Integer> cells(Grid grid, int side, int[] scores, int[] lengths) {
    var cells = new ArrayList<Integer>();
    for (int score = scores[0]; score < scores[1]; score++) {
      for (int length = lengths[0]; length < lengths[1]; length++) {
        int cell = Grid.cell(side, score, length);
        if (grid.count(cell) > 0) {
          cells.add(cell);
        }
      }
    }
    return cells;
  }
}
