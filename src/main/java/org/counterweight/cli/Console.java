package org.counterweight.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Where a command reads, answers and complains.
 *
 * @param in standard input
 * @param out answers, in UTF-8
 * @param err progress and errors, in UTF-8
 * @param terminal whether a person is watching {@code err}
 */
public record Console(InputStream in, PrintStream out, PrintStream err, boolean terminal) {

  public Console {
    Objects.requireNonNull(in);
    Objects.requireNonNull(out);
    Objects.requireNonNull(err);
  }

  /** The process's own streams; the launcher says whether stderr is a terminal. */
  public static Console system() {
    return new Console(
        System.in,
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        Boolean.getBoolean("counterweight.terminal"));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** A text that may hold anything, made safe for a terminal: control and invisible characters escaped. */
  public static String safe(String text) {
    var safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              if (c != '\n' && (type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE)) {
                safe.append(String.format("\\u%04x", c));
              } else {
                safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }
}
