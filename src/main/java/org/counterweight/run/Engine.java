package org.counterweight.run;

import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * What carries the work of a run to processors: Spark, or plain Java streams. The stages are the same either way, and
 * so are their results; an engine only decides where and in what order they run.
 */
public interface Engine extends AutoCloseable {

  /** Its name for provenance, such as {@code spark local[2]} or {@code stream}. */
  String description();

  /** The version of Spark, empty where Spark has no part in it. */
  String sparkVersion();

  /** Runs a task on every item; results come in the order of the items. */
  <T, R> List<R> map(String stage, List<T> items, Task<T, R> task) throws IOException;

  /**
   * Runs a task on every item and folds the results, whose merge must be associative and commutative.
   *
   * @param items at least one
   */
  <T, R> R reduce(String stage, List<T> items, Task<T, R> task, Merge<R> merge) throws IOException;

  /** Moves rows between items: see {@link Exchange}. Results come in no particular order. */
  <T, V, W, R> List<R> exchange(String stage, List<T> items, Exchange<T, V, W, R> exchange) throws IOException;

  @Override
  void close();

  /** A piece of work that travels to a worker. */
  @FunctionalInterface
  interface Task<T, R> extends Serializable {
    R run(T item) throws IOException;

    /** What a result says to whoever watches the run. */
    default Progress.Done done(R result) {
      return Progress.Done.TASK;
    }
  }

  /** A fold that travels to a worker. */
  @FunctionalInterface
  interface Merge<R> extends BinaryOperator<R>, Serializable {}

  /**
   * Two regroupings in a row: items emit values, which meet by key; what each meeting says goes to its destination.
   *
   * @param <T> an item
   * @param <V> a value that an item emits
   * @param <W> a word from a meeting to a destination
   * @param <R> what a destination returns
   */
  interface Exchange<T, V, W, R> extends Serializable {

    /** The values of one item. */
    Iterator<V> emit(T item) throws IOException;

    /** The key by which values meet; a string, so that it hashes alike in every JVM. */
    String key(V value);

    /** What the values of one key say; they come in no particular order and fit in memory. */
    Iterator<W> meet(Iterable<V> values);

    /** Where a word goes: the index of an item. */
    int destination(W word);

    /** Takes the words of one destination, in no particular order; called only where there are any. */
    R deliver(int destination, Iterable<W> words) throws IOException;
  }
}
