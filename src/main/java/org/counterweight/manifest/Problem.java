package org.counterweight.manifest;

import java.util.Objects;

/**
 * Something wrong with a run.
 *
 * @param path the file, relative to the run folder
 * @param what what is wrong with it
 */
public record Problem(String path, String what) {

  public Problem {
    path = Text.line(path);
    Objects.requireNonNull(what);
  }

  /** What is wrong names its file itself where it is a whole sentence. */
  @Override
  public String toString() {
    return what.startsWith("Cannot ") ? what : path + ": " + what;
  }
}
