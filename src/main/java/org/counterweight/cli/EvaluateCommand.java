package org.counterweight.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.counterweight.config.ConfigurationException;
import org.counterweight.stance.Evaluation;
import org.counterweight.stance.LabelledPassage;
import org.counterweight.stance.PassageSet;
import org.counterweight.stance.Stance;

/** Measures the gate and the classifier on passages that people have labelled. */
final class EvaluateCommand implements Command {

  private static final Option INPUT =
      Option.builder().longOpt("input").hasArg().argName("PATH").required()
          .desc("labelled passages as JSON lines, or a folder with passages.jsonl").get();
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
    return new Options().addOption(INPUT).addOption(JSON).addOption(Flags.CONF).addOption(Flags.SET);
  }

  @Override
  public String examples() {
    return "  counterweight evaluate --input labelled.jsonl\n  counterweight evaluate --input labelled.jsonl --json\n";
  }

  @Override
  public ExitCode run(CommandLine line, Console console) throws IOException, ConfigurationException {
    var judges = Jobs.judges(Flags.configuration(line, Flags.sets(line)));
    var set = PassageSet.read(Path.of(line.getOptionValue(INPUT)));
    var evaluation = Evaluation.of(set.passages(), judges.classifier());
    if (line.hasOption(JSON)) {
      console.out().println(evaluation.toJson());
      return ExitCode.DONE;
    }
    long about = set.passages().stream().filter(EvaluateCommand::aboutAi).count();
    long found =
        set.passages().stream().filter(EvaluateCommand::aboutAi).filter(p -> judges.gate().admits(p.text())).count();
    console.out().println(String.format(
        Locale.ROOT, "%,d passages, %,d left out because their readers disagree; judged by %s",
        set.passages().size(), set.disputed(), judges.classifier().name()));
    console.out().println(String.format(
        Locale.ROOT, "Gate: %,d of %,d passages about AI pass (recall %.3f)", found, about,
        found / (double) Math.max(1, about)));
    console.out().print(Console.safe(evaluation.toText()));
    return ExitCode.DONE;
  }

  private static boolean aboutAi(LabelledPassage passage) {
    return passage.label() != Stance.NOT_AI;
  }
}
