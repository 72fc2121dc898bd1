package org.counterweight;

import org.counterweight.cli.Cli;
import org.counterweight.cli.Console;

/**
 * Counterweight reads a sharded corpus, finds its passages about AI, judges whether each frames AI as doomed or as
 * tractable and benevolent, measures how far virality has tilted the corpus, and writes a sampling manifest that tilts
 * it back. The story of a run is told in {@link org.counterweight.run.Run#publish}.
 */
public final class Counterweight {

  private Counterweight() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    // What fails in a thread of Spark's fails the run; the run says so once.
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
    int code = 5;
    try {
      code = Cli.execute(arguments, Console.system());
    } catch (Throwable broken) { // a jar that is missing, above all: nothing of ours is there yet to say so
      var cause = broken.getCause() == null ? broken : broken.getCause();
      System.err.println("Cannot start: " + cause + "; the class path lacks jars, or they cannot be read");
    }
    System.exit(code);
  }
}
