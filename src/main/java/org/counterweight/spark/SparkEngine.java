package org.counterweight.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.counterweight.corpus.InputException;
import org.counterweight.run.Engine;
import org.counterweight.run.Progress;
import org.counterweight.stance.ModelException;

/**
 * Spark carries the work: a task per item, in whatever cluster the context belongs to. Only the Java API is used and no
 * Scala type appears, so one jar serves both Scala lines.
 */
public final class SparkEngine implements Engine {

  /** Enough for cores to even out, few enough that thousands of small shards do not cost a task each. */
  private static final int TASKS_PER_CORE = 32;

  private final JavaSparkContext context;
  private final Progress progress;

  private SparkEngine(JavaSparkContext context, Progress progress) {
    this.context = context;
    this.progress = progress;
  }

  /**
   * Starts Spark, or joins the cluster that {@code spark-submit} chose.
   *
   * @param master the master where {@code spark-submit} chose none, such as {@code local[2]}
   * @throws IOException if Spark does not start
   */
  public static SparkEngine start(String master, Progress progress) throws IOException {
    var conf = new SparkConf().setAppName("Counterweight").setIfMissing("spark.master", master);
    if (conf.get("spark.master").startsWith("local")) {
      conf.setIfMissing("spark.ui.enabled", "false");
      conf.setIfMissing("spark.driver.host", "localhost");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    }
    return new SparkEngine(context(conf), progress);
  }

  /** Spark's Scala code throws exceptions that Java does not know of, so all are caught. */
  private static JavaSparkContext context(SparkConf conf) throws IOException {
    try {
      return new JavaSparkContext(conf);
    } catch (Exception e) {
      var why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new IOException("Cannot start Spark with master " + conf.get("spark.master") + ": " + why, e);
    }
  }

  /** The Hadoop settings that this context adds to the defaults, for the workers. */
  public SortedMap<String, String> hadoopSettings() {
    var defaults = new Configuration();
    var settings = new TreeMap<String, String>();
    for (var entry : context.hadoopConfiguration()) {
      if (!entry.getValue().equals(defaults.getRaw(entry.getKey()))) {
        settings.put(entry.getKey(), entry.getValue());
      }
    }
    return settings;
  }

  @Override
  public String description() {
    return "spark " + context.master();
  }

  @Override
  public String sparkVersion() {
    return context.version();
  }

  @Override
  public <T, R> List<R> map(String stage, List<T> items, Task<T, R> task) throws IOException {
    if (items.isEmpty()) {
      return List.of();
    }
    return watched(
        stage, items.size(), tally -> dealt(spread(items).map(new Watched<>(task, tally)::call).collect(), items));
  }

  @Override
  public <T, R> R reduce(String stage, List<T> items, Task<T, R> task, Merge<R> merge) throws IOException {
    return watched(
        stage, items.size(), tally -> spread(items).map(new Watched<>(task, tally)::call).treeReduce(merge::apply));
  }

  @Override
  public <T, V, W, R> List<R> exchange(String stage, List<T> items, Exchange<T, V, W, R> exchange)
      throws IOException {
    if (items.isEmpty()) {
      return List.of();
    }
    int width = Math.max(1, Math.min(items.size(), context.defaultParallelism() * 4));
    return watched(
        stage,
        0,
        tally ->
            spread(items)
                .flatMap(exchange::emit)
                .groupBy(exchange::key, width)
                .values()
                .flatMap(exchange::meet)
                .groupBy(exchange::destination, width)
                .values()
                .map(new Delivery<>(exchange)::call)
                .collect());
  }

  /** Deals items to tasks like cards, so that each task of many gets large and small ones alike. */
  private <T> JavaRDD<T> spread(List<T> items) {
    int tasks = tasks(items.size());
    var hands = new ArrayList<T>(items.size());
    for (int place : places(items.size(), tasks)) {
      hands.add(items.get(place));
    }
    return context.parallelize(hands, tasks);
  }

  private int tasks(int items) {
    return Math.min(items, context.defaultParallelism() * TASKS_PER_CORE);
  }

  /** Puts results back in the order of their items. */
  private <R> List<R> dealt(List<R> results, List<?> items) {
    var ordered = new ArrayList<R>(results);
    int i = 0;
    for (int place : places(items.size(), tasks(items.size()))) {
      ordered.set(place, results.get(i++));
    }
    return ordered;
  }

  /** Which item stands where, so that Spark's slices of the list, which are runs of it, are dealt in rounds. */
  private static int[] places(int items, int tasks) {
    int[] places = new int[items];
    int next = 0;
    for (int round = 0; next < items; round++) {
      for (long task = 0; task < tasks; task++) {
        int start = (int) (items * task / tasks);
        if (start + round < (int) (items * (task + 1) / tasks)) {
          places[start + round] = next++;
        }
      }
    }
    return places;
  }

  private <R> R watched(String stage, int tasks, Job<R> job) throws IOException {
    progress.begin(stage, tasks);
    var tally = new Tally(progress);
    context.sc().register(tally, stage);
    context.setJobDescription(stage);
    try {
      return job.run(tally);
    } catch (Exception e) {
      throw plain(e);
    } finally {
      progress.end();
    }
  }

  /** What went wrong in a task, without Spark's wrapping. */
  private static IOException plain(Throwable thrown) {
    var root = thrown;
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io) {
        return io;
      }
      if (cause instanceof InputException input) { // a shard that this worker may not read, say
        throw input;
      }
      if (cause instanceof ModelException model) { // a worker without the encoder, say
        return new IOException(model.getMessage(), thrown);
      }
      root = cause;
    }
    var line = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return new IOException("Cannot finish a task: " + root.getClass().getSimpleName() + ": " + line, thrown);
  }

  @Override
  public void close() {
    context.close();
  }

  @FunctionalInterface
  private interface Job<R> {
    R run(Tally tally) throws Exception;
  }
}
