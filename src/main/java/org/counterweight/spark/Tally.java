package org.counterweight.spark;

import org.apache.spark.util.AccumulatorV2;
import org.counterweight.run.Progress;

/** Adds up what tasks have done; the driver's copy passes on each task's share as the task ends. */
final class Tally extends AccumulatorV2<Progress.Done, Progress.Done> {

  private static final Progress.Done NOTHING = new Progress.Done(0, 0, 0);

  private final transient Progress progress;
  private Progress.Done done = NOTHING;

  Tally(Progress progress) {
    this.progress = progress;
  }

  @Override
  public boolean isZero() {
    return done.equals(NOTHING);
  }

  @Override
  public AccumulatorV2<Progress.Done, Progress.Done> copy() {
    var copy = new Tally(null);
    copy.done = done;
    return copy;
  }

  @Override
  public void reset() {
    done = NOTHING;
  }

  @Override
  public void add(Progress.Done more) {
    done = done.plus(more);
  }

  @Override
  public void merge(AccumulatorV2<Progress.Done, Progress.Done> other) {
    done = done.plus(other.value());
    if (progress != null) {
      progress.done(other.value());
    }
  }

  @Override
  public Progress.Done value() {
    return done;
  }
}
