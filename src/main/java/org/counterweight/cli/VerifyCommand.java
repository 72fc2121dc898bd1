package org.counterweight.cli;

import java.io.IOException;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.Runs;
import org.counterweight.manifest.Verifier;

/** Checks that a published run is as it was published. */
final class VerifyCommand implements Command {

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String summary() {
    return "Check every file, row and total of a run against its manifest";
  }

  @Override
  public Options options() {
    return new Options().addOption(Flags.RUN);
  }

  @Override
  public String examples() {
    return "  counterweight verify --run out\n  counterweight verify --run out/runs/20260102T030405Z-0a1b2c3d\n";
  }

  @Override
  public ExitCode run(CommandLine line, Console console)
      throws IOException, UsageException {
    var storage = Storage.local();
    var folder = Runs.resolve(storage, Locations.of(line.getOptionValue(Flags.RUN)));
    var verified = Verifier.verify(storage, folder);
    if (verified.ok()) {
      console.out().println(String.format(
          Locale.ROOT, "Verified %s: %,d files, %,d documents, %,d passages; logical digest %s",
          folder, verified.files(), verified.documents(), verified.passages(), verified.logicalDigest()));
      return ExitCode.DONE;
    }
    for (var problem : verified.problems()) {
      console.err().println(Console.safe(problem.toString()));
    }
    int count = verified.problems().size();
    var counted = count == 1 ? "1 problem" : count + " problems";
    console.err().println(
        Console.safe("Cannot trust " + folder + ": " + counted + "; publish it again with counterweight run"));
    return ExitCode.INPUT;
  }
}
