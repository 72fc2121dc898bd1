package org.counterweight.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.PriorityQueue;
import org.counterweight.corpus.Sha256;
import org.counterweight.manifest.PassageRow;
import org.counterweight.plan.Draw;

/**
 * A stratified probability sample of a frame: a pure function of the frame, the number of draws and the seed, so that
 * whoever has these can tell whether a file of labels is of this sample and complete.
 *
 * @param id names it: draws, seed, and the start of a digest of the frame
 * @param seed of the draw
 * @param strata in order of their names; none is without a draw unless there are fewer draws than strata
 * @param drawn the passages in random order, so that labels of the first of them are a sample too
 */
public record Sample(String id, long seed, List<Stratum> strata, List<Drawn> drawn) {

  /** The largest sample: a person labels some hundreds. */
  public static final int MOST = 100_000;

  public Sample {
    strata = List.copyOf(strata);
    drawn = List.copyOf(drawn);
  }

  /**
   * A drawn passage.
   *
   * @param passage where it lies, and how it was judged
   * @param stratum the stratum that it was drawn from
   * @param order its random number in [0, 1), another than the one that it was drawn by
   */
  public record Drawn(PassageRow passage, Stratum stratum, double order) {}

  /**
   * Draws from a frame, reading it twice.
   *
   * @param draws passages wanted, 1 to {@value #MOST}; a smaller frame is taken whole
   */
  public static Sample of(Frame frame, int draws, long seed) throws IOException {
    if (draws < 1 || draws > MOST) {
      throw new IllegalArgumentException("Cannot draw " + draws + " passages: not 1 to " + MOST);
    }
    var grid = new Grid();
    var digest = Sha256.start();
    frame.each(row -> {
      grid.add(row);
      digest.update(line(row).getBytes(StandardCharsets.UTF_8));
    });
    var id = "n" + draws + "-seed" + seed + "-" + HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    var cut = Stratification.of(grid, draws);
    int strata = cut.strata().size();
    var sizes = new long[strata];
    var deviations = new double[strata];
    for (int h = 0; h < strata; h++) {
      sizes[h] = cut.strata().get(h).stream().mapToLong(grid::count).sum();
      deviations[h] = grid.neyman(cut.strata().get(h));
    }
    return new Draws(cut, Allocation.of(draws, sizes, deviations), sizes, seed).sample(id, frame);
  }

  private static String line(PassageRow row) {
    return place(row) + '\n' + row.words() + ' ' + row.p().doom() + ' ' + row.p().tractable() + ' ' + row.p().mixed()
        + ' ' + row.p().neutral() + '\n';
  }

  static String place(PassageRow row) {
    return place(row.shard(), row.row(), row.start(), row.end());
  }

  static String place(String shard, long row, int start, int end) {
    return shard + '\n' + row + ' ' + start + ' ' + end;
  }

  /** The second reading: the passages of lowest hash of each stratum, and what the stratum holds. */
  private static final class Draws {

    private static final Comparator<Entry> LAST_FIRST = Comparator.comparingDouble(Entry::order).reversed();

    private final Stratification cut;
    private final int[] wanted;
    private final long[] sizes;
    private final long seed;
    private final List<PriorityQueue<Entry>> lowest = new ArrayList<>();
    private final long[] words;
    private final long[][] mass;

    private record Entry(PassageRow row, double order) {}

    Draws(Stratification cut, int[] wanted, long[] sizes, long seed) {
      this.cut = cut;
      this.wanted = wanted;
      this.sizes = sizes;
      this.seed = seed;
      words = new long[sizes.length];
      mass = new long[sizes.length][Classes.COUNT];
      for (int h = 0; h < sizes.length; h++) {
        lowest.add(new PriorityQueue<>(LAST_FIRST));
      }
    }

    Sample sample(String id, Frame frame) throws IOException {
      frame.each(this::take);
      var strata = new ArrayList<Stratum>();
      var drawn = new ArrayList<Drawn>();
      for (int h = 0; h < sizes.length; h++) {
        var held = List.of(mass[h][0], mass[h][1], mass[h][2], mass[h][3]);
        var stratum = new Stratum(h + 1, sizes[h], wanted[h], words[h], held);
        strata.add(stratum);
        lowest.get(h).forEach(entry -> drawn.add(new Drawn(entry.row(), stratum, order(entry.row()))));
      }
      drawn.sort(Comparator.comparingDouble(Drawn::order).thenComparing(one -> place(one.passage())));
      return new Sample(id, seed, strata, drawn);
    }

    /** The lowest hashes of a large stratum are lower than those of a small one: in their order it would come first. */
    private double order(PassageRow row) {
      return Draw.of(seed, "review order\n" + place(row));
    }

    private void take(PassageRow row) {
      int h = cut.ofCell()[Grid.cell(row)];
      words[h] += row.words();
      for (int k = 0; k < Classes.COUNT; k++) {
        mass[h][k] += (long) row.words() * Classes.of(row.p(), k);
      }
      var queue = lowest.get(h);
      double order = Draw.of(seed, "review\n" + place(row));
      if (queue.size() < wanted[h]) {
        queue.add(new Entry(row, order));
      } else if (wanted[h] > 0 && order < queue.peek().order()) {
        queue.poll();
        queue.add(new Entry(row, order));
      }
    }
  }
}
