package org.counterweight.cli;

import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.hadoop.fs.Path;
import org.counterweight.config.Configuration;
import org.counterweight.config.ConfigurationException;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.Runs;
import org.counterweight.run.Engine;
import org.counterweight.run.FinishedRun;
import org.counterweight.run.Progress;
import org.counterweight.run.Replan;
import org.counterweight.run.StreamEngine;
import org.counterweight.spark.SparkEngine;

/** Plans again on the census of a finished run. */
final class PlanCommand implements Command {

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public String summary() {
    return "Plan again on a finished run's census, without the corpus";
  }

  @Override
  public Options options() {
    return new Options().addOption(Flags.RUN).addOption(Flags.SET);
  }

  @Override
  public String examples() {
    return """
          counterweight plan --run out --set plan.target.odds=0.8
          counterweight plan --run out --set plan.target.share=1% --set plan.max-epochs=6
        What the run recorded holds, but for plan.*, output.format and stance.gain-threshold. A new run is
        published beside it. A local census is planned in this process, any other with Spark; run.engine says otherwise.
        """;
  }

  @Override
  public ExitCode run(CommandLine line, Console console)
      throws IOException, UsageException, ConfigurationException {
    var storage = Storage.local();
    var folder = Runs.resolve(storage, Locations.of(line.getOptionValue(Flags.RUN)));
    var recorded = Runs.whole(storage, folder).provenance().configuration();
    var sets = Flags.sets(line);
    var configuration = Configuration.replanned("the configuration of " + folder.getName(), recorded, sets);
    var progress = console.terminal() ? new ConsoleProgress(console.err()) : Progress.SILENT;
    if (streams(configuration, folder, sets)) {
      return plan(configuration, storage, folder, new StreamEngine(progress), console);
    }
    var master = configuration.run().master().orElse("local[*]");
    try (var engine = SparkEngine.start(master, progress)) {
      return plan(configuration, new Storage(engine.hadoopSettings()), folder, engine, console);
    }
  }

  private static boolean streams(Configuration configuration, Path folder, List<String> sets) {
    boolean said = sets.stream().anyMatch(set -> set.startsWith("run.engine=") || set.startsWith("run.master="));
    boolean local = "file".equals(folder.toUri().getScheme());
    return said ? configuration.run().engine() == org.counterweight.config.Engine.STREAM : local;
  }

  private static ExitCode plan(
      Configuration configuration, Storage storage, Path folder, Engine engine, Console console)
      throws IOException, ConfigurationException {
    var census = FinishedRun.open(storage, folder, engine);
    var job = Jobs.replanned(configuration, census.output().toString(), storage);
    var run = new Replan(job, engine, census).publish();
    console.out().print(Console.safe(Summary.of(run)));
    return run.manifest().feasible() ? ExitCode.DONE : ExitCode.INFEASIBLE;
  }
}
