package org.counterweight.run;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.counterweight.corpus.Shard;
import org.counterweight.virality.Counts;
import org.counterweight.virality.Estimates;
import org.counterweight.virality.Figure;

/**
 * What the whole run would cost and find, judged by a sample of its shards: the ratio estimator of survey sampling
 * (Cochran, Sampling Techniques, 1977, section 6), with the stored size of a shard, which is known for all, as the
 * auxiliary variable.
 *
 * @param seconds of wall time, at the rate of the sample
 * @param aiDocuments documents about AI
 */
public record Forecast(Figure seconds, Figure aiDocuments) {

  private static final double NORMAL_975 = 1.959963984540054;

  /** Of a run over a sample of the shards. */
  public static Forecast of(Published run) {
    var total = total(run, Counts::bytes);
    double secondsPerByte = run.seconds() / Math.max(1, run.manifest().totals().counts().bytes());
    var seconds =
        total.identifiable()
            ? Figure.of(total.value() * secondsPerByte, total.low() * secondsPerByte, total.high() * secondsPerByte)
            : total;
    return new Forecast(seconds, total(run, Counts::aiDocuments));
  }

  private static Figure total(Published run, ToDoubleFunction<Counts> of) {
    var sizes = run.survey().chosen().stream().mapToDouble(Shard::bytes).toArray();
    var values =
        run.statistics().shards().stream().map(Estimates::counts).mapToDouble(of).toArray();
    return total(sizes, values, run.survey().listing().shards());
  }

  private static Figure total(double[] sizes, double[] values, List<Shard> all) {
    return total(sizes, values, all.stream().mapToDouble(Shard::bytes).sum(), all.size());
  }

  /**
   * A total over all shards.
   *
   * @param sizes of the sampled shards
   * @param values of the sampled shards
   * @param size of all shards together
   * @param shards number of all shards
   */
  static Figure total(double[] sizes, double[] values, double size, int shards) {
    int n = sizes.length;
    double sampled = java.util.Arrays.stream(sizes).sum();
    if (n < 2 || sampled <= 0) {
      return Figure.notIdentifiable("one shard of the sample says nothing of the differences between shards");
    }
    double ratio = java.util.Arrays.stream(values).sum() / sampled;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += Math.pow(values[i] - ratio * sizes[i], 2);
    }
    double variance = (double) shards * shards * (1 - (double) n / shards) / n * squares / (n - 1);
    double total = ratio * size;
    double margin = NORMAL_975 * Math.sqrt(variance);
    return Figure.of(total, Math.max(0, total - margin), total + margin);
  }
}
