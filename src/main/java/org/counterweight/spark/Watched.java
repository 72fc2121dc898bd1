package org.counterweight.spark;

import java.io.IOException;
import java.io.Serializable;
import org.counterweight.run.Engine;

/** A task that says on the driver's tally what it has done. */
record Watched<T, R>(Engine.Task<T, R> task, Tally tally) implements Serializable {

  R call(T item) throws IOException {
    var result = task.run(item);
    tally.add(task.done(result));
    return result;
  }
}
