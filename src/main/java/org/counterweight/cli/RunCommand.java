package org.counterweight.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.counterweight.config.ConfigurationException;
import org.counterweight.config.Configuration;
import org.counterweight.corpus.Storage;
import org.counterweight.run.Engine;
import org.counterweight.run.Job;
import org.counterweight.run.Progress;
import org.counterweight.run.Run;
import org.counterweight.run.StreamEngine;
import org.counterweight.spark.SparkEngine;

/** The main job: reads a corpus and publishes a sampling manifest. */
final class RunCommand implements Command {

  private static final Option INPUT =
      Option.builder().longOpt("input").hasArgs().argName("PATH...").required()
          .desc("shards, folders, globs or URIs; may be repeated").get();
  private static final Option OUTPUT =
      Option.builder().longOpt("output").hasArg().argName("DIR").required()
          .desc("where runs are published; LATEST in it names the newest").get();
  private static final Option DRY_RUN =
      Option.builder().longOpt("dry-run").desc("say what would be read and written, and do nothing").get();
  private static final Option SAMPLE =
      Option.builder().longOpt("sample").hasArg().argName("SHARE")
          .desc("read only this share of the shards, such as 1%, and forecast the whole run").get();

  @Override
  public String name() {
    return "run";
  }

  @Override
  public String summary() {
    return "Read a corpus, measure its tilt, and publish a sampling manifest";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(INPUT)
        .addOption(OUTPUT)
        .addOption(Flags.CONF)
        .addOption(Flags.SET)
        .addOption(DRY_RUN)
        .addOption(SAMPLE);
  }

  @Override
  public String examples() {
    return """
          counterweight run --input data-samples/corpus --output out
          counterweight run --input 'shards/*.jsonl.zst' --output out --set plan.target.odds=0.8
          counterweight run --input s3a://bucket/corpus --output s3a://bucket/out --conf my.yaml --dry-run
        """;
  }

  @Override
  public ExitCode run(CommandLine line, Console console)
      throws IOException, UsageException, ConfigurationException {
    var sets = new ArrayList<>(Flags.sets(line));
    if (line.hasOption(SAMPLE)) {
      sets.add("run.sample=" + line.getOptionValue(SAMPLE));
    }
    var configuration = Flags.configuration(line, sets);
    var inputs = List.of(line.getOptionValues(INPUT));
    var output = Locations.of(line.getOptionValue(OUTPUT)).toString();
    for (var input : inputs) {
      if (!input.isBlank() && Locations.of(input).toString().equals(output)) {
        throw new UsageException("Cannot write to " + Console.safe(input) + ": it is an input too, and would be taken"
            + " for Counterweight's own from then on; name another folder, which may lie in it");
      }
    }
    if (line.hasOption(DRY_RUN)) {
      var job = Jobs.of(configuration, inputs, output, Storage.local());
      console.out().print(DryRun.describe(configuration, job));
      return ExitCode.DONE;
    }
    var progress = console.terminal() ? new ConsoleProgress(console.err()) : Progress.SILENT;
    if (configuration.run().engine() == org.counterweight.config.Engine.STREAM) {
      return finish(Jobs.of(configuration, inputs, output, Storage.local()), new StreamEngine(progress), console);
    }
    var master = configuration.run().master().orElse("local[*]");
    try (var engine = SparkEngine.start(master, progress)) {
      return finish(Jobs.of(configuration, inputs, output, new Storage(engine.hadoopSettings())), engine, console);
    }
  }

  private static ExitCode finish(Job job, Engine engine, Console console) throws IOException {
    var published = new Run(job, engine).publish();
    console.out().print(Console.safe(Summary.of(job, published)));
    return published.manifest().feasible() ? ExitCode.DONE : ExitCode.INFEASIBLE;
  }
}
