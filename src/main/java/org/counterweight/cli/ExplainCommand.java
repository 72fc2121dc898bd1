package org.counterweight.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.counterweight.config.ConfigurationException;
import org.counterweight.corpus.InputException;
import org.counterweight.corpus.Reason;
import org.counterweight.passage.Segmenter;
import org.counterweight.stance.LabelledPassage;
import org.counterweight.stance.Neighbours;
import org.counterweight.stance.PassageSet;

/** Shows which words moved the judgement of a text, and labelled passages like it. */
final class ExplainCommand implements Command {

  private static final Option TEXT =
      Option.builder().longOpt("text").hasArg().argName("TEXT").desc("the text to explain").get();
  private static final Option INPUT =
      Option.builder().longOpt("input").hasArg().argName("FILE")
          .desc("a file that holds it; standard input where neither is given").get();
  private static final Option PASSAGES =
      Option.builder().longOpt("passages").hasArg().argName("PATH")
          .desc("labelled passages, such as data-samples/stance; shows those worded most alike").get();
  private static final int MOST_WORDS = 8;
  private static final int NEAREST = 5;

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String summary() {
    return "Show which words moved the judgement of a text";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(TEXT)
        .addOption(INPUT)
        .addOption(PASSAGES)
        .addOption(Flags.CONF)
        .addOption(Flags.SET);
  }

  @Override
  public String examples() {
    return "  counterweight explain --text 'No one can control an AI that does not want to be controlled.'\n"
        + "  counterweight explain --input passage.txt --passages data-samples/stance\n";
  }

  @Override
  public ExitCode run(CommandLine line, Console console) throws IOException, UsageException, ConfigurationException {
    if (line.hasOption(TEXT) && line.hasOption(INPUT)) {
      throw new UsageException("Cannot explain: give --text or --input, not both");
    }
    var judges = Jobs.judges(Flags.configuration(line, Flags.sets(line)));
    var labelled =
        line.hasOption(PASSAGES)
            ? PassageSet.read(Path.of(line.getOptionValue(PASSAGES))).passages()
            : List.<LabelledPassage>of();
    var neighbours = Neighbours.among(labelled);
    var passages = Segmenter.whole(text(line, console));
    if (passages.isEmpty()) {
      console.out().println("The text holds no word: not_ai");
    }
    for (var passage : passages) {
      console.out().println(String.format(
          Locale.ROOT, "Passage [%d, %d), %d words%s", passage.start(), passage.end(), passage.words(),
          judges.gate().admits(passage.text()) ? "" : ": the gate finds nothing about AI in it, so it is not judged"));
      console.out().print(Console.safe(judges.classifier().explained(passage.text(), MOST_WORDS)));
      if (line.hasOption(PASSAGES)) {
        console.out().println(String.format(Locale.ROOT, "Worded most alike among %,d labelled passages:",
            labelled.size()));
        neighbours.of(passage.text(), NEAREST).forEach(near -> console.out().print(Console.safe(near.toText())));
      }
    }
    return ExitCode.DONE;
  }

  private static String text(CommandLine line, Console console) throws IOException {
    if (line.hasOption(TEXT)) {
      return line.getOptionValue(TEXT);
    }
    if (!line.hasOption(INPUT)) {
      return new String(console.in().readAllBytes(), StandardCharsets.UTF_8);
    }
    try {
      return Files.readString(Path.of(line.getOptionValue(INPUT)));
    } catch (IOException e) {
      throw new InputException(line.getOptionValue(INPUT), Reason.of(e));
    }
  }
}
