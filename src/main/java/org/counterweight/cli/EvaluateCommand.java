package org.counterweight.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.counterweight.config.ConfigurationException;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.GatedRows;
import org.counterweight.manifest.Runs;
import org.counterweight.review.LabelReport;
import org.counterweight.review.Labels;
import org.counterweight.review.Sheet;
import org.counterweight.stance.PassageSet;
import org.counterweight.stance.Scorecard;

/**
 * Measures the gate and the classifier on passages that people have labelled, or corrects a run's figures by the labels
 * of a sample that was drawn from it.
 */
final class EvaluateCommand implements Command {

  private static final Option INPUT =
      Option.builder().longOpt("input").hasArg().argName("PATH")
          .desc("labelled passages as JSON lines, or a folder with passages.jsonl").get();
  private static final Option ERRORS =
      Option.builder().longOpt("errors").hasArg().argName("N").desc("list the N worst errors").get();
  private static final Option SHOW_TEXT =
      Option.builder().longOpt("show-text").desc("with their text, which may be somebody's own").get();
  private static final Option LABELS =
      Option.builder().longOpt("labels").hasArg().argName("FILE")
          .desc("in place of --input: a sheet that review wrote and a person labelled; corrects the figures of --run")
          .get();
  private static final Option RUN =
      Option.builder().longOpt("run").hasArg().argName("DIR")
          .desc("with --labels: the run that the sheet was drawn from, or the output folder whose newest run it is")
          .get();
  private static final Option JSON = Option.builder().longOpt("json").desc("answer as JSON").get();

  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public String summary() {
    return "Measure the classifier on labelled passages, or a run's figures by labels";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(INPUT)
        .addOption(LABELS)
        .addOption(RUN)
        .addOption(ERRORS)
        .addOption(SHOW_TEXT)
        .addOption(JSON)
        .addOption(Flags.CONF)
        .addOption(Flags.SET);
  }

  @Override
  public String examples() {
    return """
          counterweight evaluate --input labelled.jsonl
          counterweight evaluate --input labelled.jsonl --errors 10 --json
          counterweight evaluate --labels to-label.csv --run out
        """;
  }

  @Override
  public ExitCode run(CommandLine line, Console console) throws IOException, UsageException, ConfigurationException {
    if (line.hasOption(LABELS) != line.hasOption(RUN) || line.hasOption(LABELS) == line.hasOption(INPUT)) {
      throw new UsageException("Cannot evaluate: give --input PATH, or --labels FILE with --run DIR");
    }
    return line.hasOption(LABELS) ? corrected(line, console) : measured(line, console);
  }

  private static ExitCode corrected(CommandLine line, Console console) throws IOException, UsageException {
    if (Stream.of(ERRORS, SHOW_TEXT, Flags.CONF, Flags.SET).anyMatch(line::hasOption)) {
      throw new UsageException(
          "Cannot evaluate --labels with options other than --run and --json: they have no effect");
    }
    var file = Path.of(line.getOptionValue(LABELS));
    var rows = Sheet.read(file);
    var storage = Storage.local();
    var folder = Runs.resolve(storage, Locations.of(line.getOptionValue(RUN)));
    var frame = new GatedRows(storage, folder, Runs.whole(storage, folder));
    var report = LabelReport.of(folder.getName(), Labels.of(rows, file.toString(), frame::each));
    if (line.hasOption(JSON)) {
      console.out().println(report.toJson());
    } else {
      console.out().print(Console.safe(report.toText()));
    }
    return ExitCode.DONE;
  }

  private static ExitCode measured(CommandLine line, Console console) throws IOException, ConfigurationException {
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
