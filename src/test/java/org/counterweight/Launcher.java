package org.counterweight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A run of {@code scripts/counterweight} in a process of its own, as users run it.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record Launcher(int code, String out, String err) {

  /** A job of seconds is over before the second compiler pays; several run at a time, each on few cores. */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  /** Runs it from the project's folder; it builds what it lacks. */
  static Launcher run(String... arguments) throws IOException, InterruptedException {
    return shell(Path.of(""), command(arguments));
  }

  private static List<String> command(String... arguments) {
    var command = new ArrayList<>(List.of("scripts/counterweight"));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Runs a command in a folder. */
  static Launcher shell(Path folder, List<String> command) throws IOException, InterruptedException {
    var out = Files.createTempFile("counterweight", ".out");
    var err = Files.createTempFile("counterweight", ".err");
    try {
      var builder =
          new ProcessBuilder(command)
              .directory(folder.toAbsolutePath().toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().merge("COUNTERWEIGHT_JAVA_OPTIONS", QUICK_START, (users, ours) -> ours + " " + users);
      var process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(8, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("Cannot wait longer for " + command);
      }
      return new Launcher(
          process.exitValue(),
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
