package org.counterweight.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Plain Java streams over the processors of one machine: no cluster, no start-up cost, everything regrouped in memory.
 *
 * @param progress told of every task that ends
 */
public record StreamEngine(Progress progress) implements Engine {

  @Override
  public String description() {
    return "stream";
  }

  @Override
  public String sparkVersion() {
    return "";
  }

  @Override
  public <T, R> List<R> map(String stage, List<T> items, Task<T, R> task) throws IOException {
    progress.begin(stage, items.size());
    try {
      return items.parallelStream().map(item -> finish(task, item)).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      progress.end();
    }
  }

  private <T, R> R finish(Task<T, R> task, T item) {
    try {
      var result = task.run(item);
      progress.done(task.done(result));
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public <T, R> R reduce(String stage, List<T> items, Task<T, R> task, Merge<R> merge) throws IOException {
    progress.begin(stage, items.size());
    try {
      return items.parallelStream().map(item -> finish(task, item)).reduce(merge).orElseThrow();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      progress.end();
    }
  }

  @Override
  public <T, V, W, R> List<R> exchange(String stage, List<T> items, Exchange<T, V, W, R> exchange)
      throws IOException {
    var meetings = new TreeMap<String, List<V>>();
    for (var values : map(stage, items, item -> listed(exchange.emit(item)))) {
      for (var value : values) {
        meetings.computeIfAbsent(exchange.key(value), key -> new ArrayList<>(1)).add(value);
      }
    }
    var words = new TreeMap<Integer, List<W>>();
    for (var values : meetings.values()) {
      exchange.meet(values).forEachRemaining(
          word -> words.computeIfAbsent(exchange.destination(word), key -> new ArrayList<>()).add(word));
    }
    var results = new ArrayList<R>();
    for (var entry : words.entrySet()) {
      results.add(exchange.deliver(entry.getKey(), entry.getValue()));
    }
    return results;
  }

  private static <V> List<V> listed(java.util.Iterator<V> values) {
    var list = new ArrayList<V>();
    values.forEachRemaining(list::add);
    return list;
  }

  @Override
  public void close() {}
}
