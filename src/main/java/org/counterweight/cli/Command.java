package org.counterweight.cli;

import java.io.IOException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.counterweight.config.ConfigurationException;

/** One command of the program. */
interface Command {

  /** Its name on the command line. */
  String name();

  /** What it does, in one line. */
  String summary();

  /** What it takes. */
  Options options();

  /** Complete commands that a reader can try. */
  String examples();

  /** Does it. Failures that a user can mend are exceptions with a message; see {@link Cli}. */
  ExitCode run(CommandLine line, Console console) throws IOException, UsageException, ConfigurationException;
}
