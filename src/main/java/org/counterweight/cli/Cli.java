package org.counterweight.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.HelpFormatter;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.hadoop.fs.FSError;
import org.counterweight.config.ConfigurationException;
import org.counterweight.corpus.InputException;
import org.counterweight.corpus.LocationException;
import org.counterweight.corpus.Reason;
import org.counterweight.manifest.BrokenRunException;
import org.counterweight.manifest.RunFolderException;
import org.counterweight.plan.StageException;
import org.counterweight.run.BudgetException;
import org.counterweight.stance.ModelException;
import org.counterweight.stance.PassageSetException;

/** Finds the command that a line names, runs it, and turns what goes wrong into a message and an exit code. */
public final class Cli {

  private static final List<Command> COMMANDS =
      List.of(
          new RunCommand(),
          new ClassifyCommand(),
          new ExplainCommand(),
          new TrainCommand(),
          new EvaluateCommand(),
          new ReviewCommand(),
          new PlanCommand(),
          new SampleCommand(),
          new VerifyCommand(),
          new ReportCommand());

  private static final List<String> LATER = List.of("export", "doctor");

  private Cli() {}

  /** Runs a command line; returns the exit code. */
  public static int execute(String[] arguments, Console console) {
    try {
      int code = dispatch(arguments, console).code();
      return console.out().checkError()
          ? complain(
              console, new IOException("Cannot write to standard output: it is closed, or what it goes to is full"),
              ExitCode.INTERNAL)
          : code;
    } catch (UsageException | ParseException | ConfigurationException | RunFolderException e) {
      return complain(console, e, ExitCode.USAGE);
    } catch (InvalidPathException e) {
      return complain(
          console,
          new UsageException(
              "Cannot use path " + e.getInput() + ": " + e.getReason() + "; with LC_ALL=C.UTF-8 paths may hold any"
                  + " characters"),
          ExitCode.USAGE);
    } catch (ModelException | PassageSetException | InputException | LocationException | StageException e) {
      return complain(console, e, ExitCode.USAGE);
    } catch (BudgetException | BrokenRunException e) {
      return complain(console, e, ExitCode.INPUT);
    } catch (IOException e) {
      return complain(console, e, ExitCode.INTERNAL);
    } catch (FSError e) {
      return complain(console, new IOException("Cannot write the output: " + reason(e), e), ExitCode.INTERNAL);
    } catch (RuntimeException | Error e) {
      return crash(console, e);
    }
  }

  private static ExitCode dispatch(String[] arguments, Console console)
      throws UsageException, ParseException, ConfigurationException, IOException {
    if (arguments.length == 0 || List.of("help", "--help", "-h").contains(arguments[0])) {
      console.out().print(overview());
      return arguments.length == 0 ? ExitCode.USAGE : ExitCode.DONE;
    }
    if (arguments[0].equals("--version")) {
      console.out().println("counterweight " + Version.text());
      return ExitCode.DONE;
    }
    var command = command(arguments[0]);
    var rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    if (Arrays.asList(rest).contains("--help") || Arrays.asList(rest).contains("-h")) {
      console.out().print(help(command));
      return ExitCode.DONE;
    }
    return command.run(parse(command, rest), console);
  }

  private static Command command(String name) throws UsageException {
    for (var command : COMMANDS) {
      if (command.name().equals(name)) {
        return command;
      }
    }
    if (LATER.contains(name)) {
      throw new UsageException("Cannot run " + name + ": it comes with a later version");
    }
    throw new UsageException(
        "Cannot run '" + Console.safe(name) + "': no such command; counterweight --help lists them");
  }

  private static CommandLine parse(Command command, String[] arguments) throws ParseException, UsageException {
    var line = DefaultParser.builder().setAllowPartialMatching(false).build().parse(command.options(), arguments);
    if (!line.getArgList().isEmpty()) {
      throw new UsageException(
          "Cannot understand '" + Console.safe(line.getArgList().get(0))
              + "': options begin with --; see counterweight " + command.name() + " --help");
    }
    refuseRepeats(line);
    return line;
  }

  /** Of an option that holds one value, the parser would take the first and say nothing of the others. */
  private static void refuseRepeats(CommandLine line) throws UsageException {
    for (var option : line.getOptions()) {
      var values = line.getOptionValues(option);
      boolean single = option.hasArg() && !option.hasArgs() && !option.equals(Flags.SET);
      if (single && values.length > 1) {
        throw new UsageException(
            "Cannot use --" + option.getLongOpt() + " more than once: it is given as "
                + Console.safe(String.join(" and ", values)) + "; keep one");
      }
    }
  }

  private static int complain(Console console, Exception problem, ExitCode code) {
    var message =
        problem instanceof FileSystemException files
            ? files.getFile() + ": " + Reason.of(files)
            : Reason.withoutTrace(String.valueOf(problem.getMessage()));
    var whole =
        problem instanceof ParseException
            ? "Cannot read the command line: " + message
            : message.startsWith("Cannot") ? message : "Cannot finish: " + message;
    console.err().println(Console.safe(whole));
    return code.code();
  }

  /** What the local file system reports when a write fails, such as a full disk; Hadoop makes an error of it. */
  private static String reason(FSError error) {
    var cause = error.getCause() == null ? error : error.getCause();
    return cause.getMessage() + "; nothing was published";
  }

  /** A defect of ours: say so in one line, with where it happened, not as a stack trace. */
  private static int crash(Console console, Throwable defect) {
    var frames = defect.getStackTrace();
    var where = frames.length == 0 ? "" : " at " + frames[0];
    console.err().println(Console.safe("Cannot finish: internal error " + defect + where));
    return ExitCode.INTERNAL.code();
  }

  private static String overview() {
    var text = new StringBuilder("""
        counterweight <command> [options]

        Measures how far doom-laden writing about AI is over-represented in a corpus, and plans the sampling that
        balances it.

        """);
    for (var command : COMMANDS) {
      text.append(String.format("  %-10s %s%n", command.name(), command.summary()));
    }
    return text.append("""

        Start here:
          counterweight run --input data-samples/corpus --output out
        Each command has --help. Exit codes: 0 done, 2 usage or configuration, 3 input beyond the error budget,
        4 target out of reach under the caps (the best plan is published), 5 internal failure.
        """).toString();
  }

  private static String help(Command command) {
    var text = new StringWriter();
    var options = new Options();
    command.options().getOptions().forEach(options::addOption);
    options.addOption(Option.builder("h").longOpt("help").desc("print this").get());
    var formatter = new HelpFormatter();
    formatter.setOptionComparator(null);
    formatter.printHelp(
        new PrintWriter(text, true), 100, "counterweight " + command.name() + " [options]",
        command.summary() + "\n\n", options, 2, 4, "\nExamples:\n" + command.examples());
    return text.toString();
  }
}
