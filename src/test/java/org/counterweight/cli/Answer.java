package org.counterweight.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a command line answered.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
public record Answer(int code, String out, String err) {

  /** Runs a command line in this JVM. */
  public static Answer to(String... arguments) {
    return to("", arguments);
  }

  /** Runs a command line in this JVM with something on its standard input. */
  static Answer withInput(String in, String... arguments) {
    return to(in, arguments);
  }

  private static Answer to(String in, String[] arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console =
        new Console(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    int code = Cli.execute(arguments, console);
    return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
