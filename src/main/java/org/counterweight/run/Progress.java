package org.counterweight.run;

import java.io.Serializable;

/** Who is told how far a run is. Calls may come from several threads. */
public interface Progress {

  /** A stage of so many tasks begins. */
  void begin(String stage, int tasks);

  /** A task has ended. */
  void done(Done done);

  /** The stage has ended, well or badly. */
  void end();

  /** Tells nobody. */
  Progress SILENT =
      new Progress() {
        @Override
        public void begin(String stage, int tasks) {}

        @Override
        public void done(Done done) {}

        @Override
        public void end() {}
      };

  /**
   * What finished tasks have done.
   *
   * @param tasks how many ended
   * @param words words read
   * @param bytes bytes read, uncompressed
   */
  record Done(long tasks, long words, long bytes) implements Serializable {

    /** One task that read nothing of the corpus. */
    public static final Done TASK = new Done(1, 0, 0);

    /** Both together. */
    public Done plus(Done other) {
      return new Done(tasks + other.tasks, words + other.words, bytes + other.bytes);
    }
  }
}
