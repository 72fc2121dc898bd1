package org.counterweight.corpus;

import java.io.InterruptedIOException;

/**
 * What zstd windows may take together outside the heap. Tasks that want more wait until others close theirs. A thread
 * must hold one window at a time, or it waits for itself.
 */
final class WindowBudget {
  /** The one budget of this JVM, which tasks of all jobs share as they share its memory. */
  static final WindowBudget OF_THIS_JVM = new WindowBudget();

  /** Every decoder must take a window of this size (RFC 8878, 3.1.1.1.2), so it counts for nothing. */
  static final long FREE = 8L << 20;

  private long used;

  /** Waits until the bytes fit under the limit beside what others hold; they must fit in it alone. */
  synchronized void acquire(long bytes, long limit) throws InterruptedIOException {
    if (bytes <= FREE) {
      return;
    }
    if (bytes > limit) {
      throw new IllegalArgumentException("Cannot hold a window of " + bytes + " bytes: the limit is " + limit);
    }
    while (used + bytes > limit) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("Cannot wait for zstd window memory: interrupted");
      }
    }
    used += bytes;
  }

  /** Gives back what was acquired. */
  synchronized void release(long bytes) {
    if (bytes > FREE) {
      used -= bytes;
      notifyAll();
    }
  }

  synchronized long used() {
    return used;
  }
}
