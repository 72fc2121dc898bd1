package org.counterweight.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.counterweight.run.Progress;

/**
 * Shows how far a run is on one line of the terminal that it keeps rewriting: shards done of all, words, rate and time
 * left.
 */
final class ConsoleProgress implements Progress {

  private static final long REDRAW_NANOS = 200_000_000L;

  private final PrintStream out;
  private String stage = "";
  private int tasks;
  private Done done = new Done(0, 0, 0);
  private long began;
  private long drawn;

  ConsoleProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void begin(String stage, int tasks) {
    this.stage = stage;
    this.tasks = tasks;
    done = new Done(0, 0, 0);
    began = System.nanoTime();
    draw();
  }

  @Override
  public synchronized void done(Done more) {
    done = done.plus(more);
    if (System.nanoTime() - drawn > REDRAW_NANOS || done.tasks() == tasks) {
      draw();
    }
  }

  @Override
  public synchronized void end() {
    out.print("\r\u001b[K");
    out.flush();
  }

  private void draw() {
    drawn = System.nanoTime();
    out.print("\r\u001b[K" + line((drawn - began) / 1e9));
    out.flush();
  }

  /** The line after so many seconds. */
  String line(double seconds) {
    var line = new StringBuilder(stage);
    if (tasks > 0) {
      line.append(String.format(Locale.ROOT, "  %d of %d", done.tasks(), tasks));
    }
    if (done.words() > 0) {
      line.append(String.format(Locale.ROOT, "  %,d words", done.words()));
      line.append(String.format(Locale.ROOT, "  %.1f MB/s", done.bytes() / 1e6 / Math.max(seconds, 1e-3)));
    }
    if (done.tasks() > 0 && done.tasks() < tasks) {
      line.append("  ").append(left(seconds * (tasks - done.tasks()) / done.tasks()));
    }
    return line.toString();
  }

  private static String left(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60
        ? "about " + whole + " s left"
        : String.format(Locale.ROOT, "about %d:%02d:%02d left", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
