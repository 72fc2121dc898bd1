package org.counterweight.cli;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.counterweight.config.Configuration;
import org.counterweight.config.ConfigurationException;

/** Options that several commands share. */
final class Flags {

  static final Option RUN =
      Option.builder().longOpt("run").hasArg().argName("DIR").required()
          .desc("a run's folder, or the output folder whose newest run is meant").get();

  static final Option CONF =
      Option.builder().longOpt("conf").hasArg().argName("FILE")
          .desc("configuration over the shipped defaults; see conf/counterweight.yaml").get();

  static final Option SET =
      Option.builder().longOpt("set").hasArg().argName("KEY=VALUE")
          .desc("one setting over the configuration; may be repeated").get();

  private Flags() {}

  /** The settings of a line. */
  static List<String> sets(CommandLine line) {
    return line.hasOption(SET) ? List.of(line.getOptionValues(SET)) : List.of();
  }

  /** The configuration that a line names, with settings over it. */
  static Configuration configuration(CommandLine line, List<String> sets)
      throws ConfigurationException {
    return line.hasOption(CONF)
        ? Configuration.load(Path.of(line.getOptionValue(CONF)), sets)
        : Configuration.load(sets);
  }
}
