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

  @Override
  public String toString() {
    return path + ": " + what;
  }
}
