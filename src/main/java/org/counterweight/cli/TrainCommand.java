package org.counterweight.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.counterweight.stance.ModelFile;
import org.counterweight.stance.ModelSet;
import org.counterweight.stance.PassageSet;
import org.counterweight.stance.Trainer;
import org.counterweight.stance.TrainingSettings;

/** Trains the fast classifier on labelled passages; the same passages give the same bytes. */
final class TrainCommand implements Command {

  private static final Option INPUT =
      Option.builder().longOpt("input").hasArgs().argName("PATH...").required()
          .desc("labelled passages as JSON lines, or a folder with passages.jsonl; several may follow").get();
  private static final Option OUTPUT =
      Option.builder().longOpt("output").hasArg().argName("FILE").required().desc("the model file to write").get();

  @Override
  public String name() {
    return "train";
  }

  @Override
  public String summary() {
    return "Train the fast classifier on labelled passages";
  }

  @Override
  public Options options() {
    return new Options().addOption(INPUT).addOption(OUTPUT);
  }

  @Override
  public String examples() {
    return """
          counterweight train --input labelled.jsonl data-samples/stance/*.jsonl --output my.model
          counterweight run --input shards --output out --set stance.model=my.model
        """;
  }

  @Override
  public ExitCode run(CommandLine line, Console console) throws IOException {
    var set = PassageSet.readAll(Arrays.stream(line.getOptionValues(INPUT)).map(Path::of).toList());
    var report = Trainer.report(set.passages(), TrainingSettings.defaults());
    ModelFile.write(ModelSet.of(report.model()), Path.of(line.getOptionValue(OUTPUT)));
    console.out().print(Console.safe(report.toText()));
    console.out().println("Wrote " + line.getOptionValue(OUTPUT) + ", digest " + report.model().digest());
    return ExitCode.DONE;
  }
}
