package org.counterweight.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.counterweight.config.Configuration;
import org.counterweight.config.ConfigurationException;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.GatedRows;
import org.counterweight.manifest.Manifest;
import org.counterweight.manifest.Runs;
import org.counterweight.review.PassageText;
import org.counterweight.review.Sample;
import org.counterweight.review.Sheet;
import org.counterweight.review.SheetRow;
import org.counterweight.review.Texts;
import org.counterweight.run.InputsAgain;
import org.counterweight.run.Progress;
import org.counterweight.run.StreamEngine;

/** Draws a probability sample of a run's gated passages into a file that a person labels. */
final class ReviewCommand implements Command {

  private static final int DRAWS = 300;
  private static final int CONTEXT = 80;

  private static final Option N =
      Option.builder().longOpt("n").hasArg().argName("COUNT")
          .desc("passages to draw; " + DRAWS + " by default, which takes a person about four hours").get();
  private static final Option OUTPUT =
      Option.builder().longOpt("output").hasArg().argName("FILE").required()
          .desc("the sheet to write, .jsonl or .csv; a file that is there is never overwritten").get();
  private static final Option INPUT =
      Option.builder().longOpt("input").hasArgs().argName("PATH...")
          .desc("where the run's inputs lie now, in its order; by default where they lay then. They must be the same"
              + " byte for byte").get();
  private static final Option SEED =
      Option.builder().longOpt("seed").hasArg().argName("NUMBER").desc("another number draws another sample; 0 by"
          + " default").get();
  private static final Option WORDS =
      Option.builder().longOpt("context").hasArg().argName("WORDS")
          .desc("most words shown before and after a passage; " + CONTEXT + " by default").get();

  @Override
  public String name() {
    return "review";
  }

  @Override
  public String summary() {
    return "Draw a probability sample of a run's passages for a person to label";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(Flags.RUN)
        .addOption(N)
        .addOption(OUTPUT)
        .addOption(SEED)
        .addOption(WORDS)
        .addOption(INPUT);
  }

  @Override
  public String examples() {
    return """
          counterweight review --run out --n 300 --output to-label.csv
          counterweight review --run out --n 50 --seed 2 --context 0 --output to-label.jsonl
        Write doom, tractable, mixed, neutral or not_ai into the empty column label, save, then:
          counterweight evaluate --labels to-label.csv --run out
        The rows stand in random order: labels of the first of them are worth as much as those of any others.
        """;
  }

  @Override
  public ExitCode run(CommandLine line, Console console) throws IOException, UsageException, ConfigurationException {
    int draws = (int) number(line, N, DRAWS, 1, Sample.MOST);
    int context = (int) number(line, WORDS, CONTEXT, 0, 10_000);
    long seed = number(line, SEED, 0, Long.MIN_VALUE, Long.MAX_VALUE);
    var file = Path.of(line.getOptionValue(OUTPUT));
    Sheet.requireFree(file);
    if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
      throw new UsageException("Cannot write sheet " + file + ": there is no such folder; make it first");
    }
    var storage = Storage.local();
    var folder = Runs.resolve(storage, Locations.of(line.getOptionValue(Flags.RUN)));
    var manifest = Runs.whole(storage, folder);
    var sample = Sample.of(new GatedRows(storage, folder, manifest)::each, draws, seed);
    var texts = texts(sample, manifest, line, context, console);
    var rows = new ArrayList<SheetRow>();
    for (int i = 0; i < texts.size(); i++) {
      rows.add(SheetRow.of(sample, i + 1, texts.get(i)));
    }
    Sheet.write(rows, file);
    console.out().println(String.format(
        Locale.ROOT, "Wrote %s: %,d of %,d gated passages, from %d strata", Console.safe(file.toString()), rows.size(),
        sample.strata().stream().mapToLong(stratum -> stratum.size()).sum(), sample.strata().size()));
    console.out().println("Next        label them, then counterweight evaluate --labels "
        + Locations.typed(file.toString()) + " --run " + Locations.typed(line.getOptionValue(Flags.RUN)));
    return ExitCode.DONE;
  }

  private static List<PassageText> texts(
      Sample sample, Manifest manifest, CommandLine line, int context, Console console)
      throws IOException, ConfigurationException {
    var storage = Storage.local();
    var configuration = configuration(manifest);
    var inputs = line.hasOption(INPUT) ? List.of(line.getOptionValues(INPUT)) : List.<String>of();
    var names = sample.drawn().stream().map(drawn -> drawn.passage().shard()).distinct().toList();
    var progress = console.terminal() ? new ConsoleProgress(console.err()) : Progress.SILENT;
    try (var engine = new StreamEngine(progress)) {
      var shards = InputsAgain.of(storage, manifest.provenance(), names, inputs, engine);
      return new Texts(configuration.corpus(), configuration.input(), storage, context).of(sample, shards, engine);
    }
  }

  /** The configuration that a run was made with. */
  private static Configuration configuration(Manifest manifest) throws IOException, ConfigurationException {
    var text = manifest.provenance().configuration().getBytes(StandardCharsets.UTF_8);
    return Configuration.load("the run's configuration", new ByteArrayInputStream(text), List.of());
  }

  private static long number(CommandLine line, Option option, long standard, long least, long most)
      throws UsageException {
    var given = line.getOptionValue(option, String.valueOf(standard));
    try {
      long number = Long.parseLong(given);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new UsageException("Cannot use --" + option.getLongOpt() + "=" + Console.safe(given) + ": not a whole number"
        + (least == Long.MIN_VALUE ? " of 64 bits" : " from " + least + " to " + most));
  }
}
