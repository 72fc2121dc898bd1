package org.counterweight.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.counterweight.config.ConfigurationException;
import org.counterweight.stance.PassageSet;
import org.counterweight.stance.Scorecard;

/** Measures the gate and the classifier on passages that people have labelled. */
final class EvaluateCommand implements Command {

  private static final Option INPUT =
      Option.builder().longOpt("input").hasArg().argName("PATH").required()
          .desc("labelled passages as JSON lines, or a folder with passages.jsonl").get();
  private static final Option ERRORS =
      Option.builder().longOpt("errors").hasArg().argName("N").desc("list the N worst errors").get();
  private static final Option SHOW_TEXT =
      Option.builder().longOpt("show-text").desc("with their text, which may be somebody's own").get();
  private static final Option JSON = Option.builder().longOpt("json").desc("answer as JSON").get();

  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public String summary() {
    return "Measure the gate and the classifier on labelled passages";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(INPUT)
        .addOption(ERRORS)
        .addOption(SHOW_TEXT)
        .addOption(JSON)
        .addOption(Flags.CONF)
        .addOption(Flags.SET);
  }

  @Override
  public String examples() {
    return "  counterweight evaluate --input labelled.jsonl\n  counterweight evaluate --input labelled.jsonl --errors 10 --json\n";
  }

  @Override
  public ExitCode run(CommandLine line, Console console) throws IOException, ConfigurationException {
    int errors = errors(line);
    var judges = Jobs.judges(Flags.configuration(line, Flags.sets(line)));
    var set = PassageSet.read(Path.of(line.getOptionValue(INPUT)));
    var card = Scorecard.of(set, judges.gate(), judges.classifier(), errors, line.hasOption(SHOW_TEXT));
    if (line.hasOption(JSON)) {
      console.out().println(card.toJson());
    } else {
      console.out().print(Console.safe(card.toText()));
    }
    return ExitCode.DONE;
  }

  private static int errors(CommandLine line) throws ConfigurationException {
    String wanted = line.getOptionValue(ERRORS, "0");
    try {
      int errors = Integer.parseInt(wanted);
      if (errors >= 0) {
        return errors;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new ConfigurationException("--errors", List.of("'" + wanted + "' is no whole number from 0 on"));
  }
}
