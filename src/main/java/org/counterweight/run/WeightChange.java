package org.counterweight.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.DocumentRow;
import org.counterweight.manifest.Manifest;
import org.counterweight.manifest.RowReader;
import org.counterweight.plan.Draw;
import org.counterweight.plan.PlanSettings;

/**
 * A document of a published run with the weight that it would have had without the plan.
 *
 * @param row as the run published it
 * @param beforeMicro the weight that documents of its source have that are not listed, in millionths
 * @param capMicro the most that one of its copies may weigh by the epochs of its work, in millionths; a gain cap or a
 *     bar may hold it below
 */
public record WeightChange(DocumentRow row, long beforeMicro, long capMicro) {

  /** Most documents that may be asked for; they are held in memory. */
  public static final int MOST = 100_000;

  private static final double EPOCH = 1e6;

  /** Weights are whole millionths, and so is the default weight: what differs by one did not change. */
  private static final long ROUNDING = 1;

  public WeightChange {
    Objects.requireNonNull(row);
  }

  /** How far the plan moved it, in millionths of an epoch; below zero where it lost. */
  public long changeMicro() {
    return row.weightMicro() - beforeMicro;
  }

  /**
   * The documents whose weight a plan changed.
   *
   * @param most those that changed most, most first
   * @param changed how many changed
   * @param documents how many there are
   */
  public record Changes(List<WeightChange> most, long changed, long documents) {

    public Changes {
      most = List.copyOf(most);
    }
  }

  /**
   * The documents whose weight changed most, most first. Which of those that changed alike come first is drawn by a
   * hash of (seed, source, id, work): the same whatever the layout of the corpus, and a fair sample of them.
   *
   * @param plan the settings of the run
   * @param n how many, 1 to {@link #MOST}
   */
  public static Changes most(Storage storage, Path run, Manifest manifest, PlanSettings plan, int n)
      throws IOException {
    Comparator<Drawn> first = Comparator.comparingLong((Drawn one) -> -Math.abs(one.change.changeMicro()));
    first = first.thenComparingDouble(Drawn::draw).thenComparing(one -> one.change.row.shard());
    first = first.thenComparingLong(one -> one.change.row.row());
    var kept = new PriorityQueue<Drawn>(first.reversed());
    long documents = 0;
    long changed = 0;
    try (var rows = RowReader.open(storage, run, manifest.files())) {
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        var drawn = drawn(row.get().document(), manifest, plan);
        documents++;
        if (Math.abs(drawn.change.changeMicro()) <= ROUNDING) {
          continue;
        }
        changed++;
        kept.add(drawn);
        if (kept.size() > n) {
          kept.remove();
        }
      }
    }
    var sorted = new ArrayList<>(kept);
    sorted.sort(first);
    return new Changes(sorted.stream().map(Drawn::change).toList(), changed, documents);
  }

  private static Drawn drawn(DocumentRow row, Manifest manifest, PlanSettings plan) {
    double base = plan.base().getOrDefault(row.source(), 1.0);
    long copies = row.copiesPresent();
    double cap = Math.min(plan.maxEpochs(), Math.max(plan.maxEpochs(), copies) / copies);
    var change =
        new WeightChange(
            row, Math.round(manifest.defaultWeight() * base * EPOCH), Math.round(Math.max(base, cap) * EPOCH));
    return new Drawn(change, Draw.of(plan.seed(), row.source() + '\n' + row.docId() + '\n' + row.work()));
  }

  private record Drawn(WeightChange change, double draw) {}
}
