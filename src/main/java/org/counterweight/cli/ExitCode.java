package org.counterweight.cli;

/** What a command's exit code tells a script. */
public enum ExitCode {
  DONE(0),
  USAGE(2),
  INPUT(3),
  INFEASIBLE(4),
  INTERNAL(5);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number that the process ends with. */
  public int code() {
    return code;
  }
}
