package org.counterweight.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.counterweight.stance.EncoderScores;
import org.counterweight.stance.LabelledPassage;
import org.counterweight.stance.ModelFile;
import org.counterweight.stance.ModelSet;
import org.counterweight.stance.Models;
import org.counterweight.stance.PassageSet;
import org.counterweight.stance.RealLabels;
import org.counterweight.stance.Trainer;
import org.counterweight.stance.TrainingSettings;

/**
 * Trains the fast classifier on labelled passages and, with an encoder's scores of them, the accurate one and the
 * cascade; the same passages and scores give the same bytes.
 */
final class TrainCommand implements Command {

  private static final Option INPUT =
      Option.builder().longOpt("input").hasArgs().argName("PATH...")
          .desc("labelled passages as JSON lines, or a folder with passages.jsonl; several may follow").get();
  private static final Option LABELS =
      Option.builder().longOpt("labels").hasArgs().argName("FILE...")
          .desc("labels of passages whose text lies in the corpus that --real names, as in data-samples/labels").get();
  private static final Option REAL =
      Option.builder().longOpt("real").hasArg().argName("FOLDER")
          .desc("the corpus that --labels point into").get();
  private static final Option OUTPUT =
      Option.builder().longOpt("output").hasArg().argName("FILE").desc("the model file to write").get();
  private static final Option PASSAGES_OUT =
      Option.builder().longOpt("passages-out").hasArg().argName("FILE")
          .desc("in place of training, write the passages as JSON lines, as scripts/train-encoder reads them; the file"
              + " holds other people's text where --labels do").get();
  private static final Option SCORES =
      Option.builder().longOpt("encoder-scores").hasArg().argName("FILE")
          .desc("also train accurate and cascade: the encoder's out-of-fold scores, as tab-separated sha1 of the"
              + " passage, fold, doom, tractable, neutral, not_ai, under a header of these names").get();
  private static final Option ENCODER =
      Option.builder().longOpt("encoder").hasArg().argName("FILE")
          .desc("the encoder's ONNX file, tokenizer.json beside it; by default the encoder that is installed").get();

  @Override
  public String name() {
    return "train";
  }

  @Override
  public String summary() {
    return "Train the classifiers on labelled passages";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(INPUT)
        .addOption(LABELS)
        .addOption(REAL)
        .addOption(OUTPUT)
        .addOption(PASSAGES_OUT)
        .addOption(SCORES)
        .addOption(ENCODER);
  }

  @Override
  public String examples() {
    return """
          counterweight train --input labelled.jsonl data-samples/stance/*.jsonl --output my.model
          counterweight run --input shards --output out --set stance.model=my.model
          counterweight train --labels data-samples/labels/real.tsv --real corpus --output my.model
          counterweight train --input labelled.jsonl --encoder-scores scores.tsv --encoder my/encoder.onnx \
            --output my.model
        """;
  }

  @Override
  public ExitCode run(CommandLine line, Console console) throws IOException, UsageException {
    if (line.hasOption(ENCODER) && !line.hasOption(SCORES)) {
      throw new UsageException("Cannot train with --encoder alone: --encoder-scores FILE must say how it scores");
    }
    if (line.hasOption(OUTPUT) == line.hasOption(PASSAGES_OUT)) {
      throw new UsageException("Cannot train: give --output FILE for a model, or --passages-out FILE for its passages");
    }
    var passages = passages(line);
    if (line.hasOption(PASSAGES_OUT)) {
      var file = Path.of(line.getOptionValue(PASSAGES_OUT));
      write(passages, file);
      console.out().println("Wrote " + file + ", " + passages.size() + " passages");
      return ExitCode.DONE;
    }
    var output = Path.of(line.getOptionValue(OUTPUT));
    if (line.hasOption(SCORES)) {
      trainAll(passages, line, output, console);
    } else {
      var report = Trainer.report(passages, TrainingSettings.defaults());
      ModelFile.write(ModelSet.of(report.model()), output);
      console.out().print(Console.safe(report.toText()));
      console.out().println("Wrote " + output + ", digest " + report.model().digest());
    }
    return ExitCode.DONE;
  }

  private static void write(List<LabelledPassage> passages, Path file) throws IOException {
    var json = JsonMapper.builder().build();
    try (var out = Files.newBufferedWriter(file)) {
      for (var one : passages) {
        var node = json.createObjectNode();
        node.put("id", one.id()).put("label", one.label().label()).put("sure", one.sure());
        node.put("draw", one.draw().label()).put("source", one.source()).put("genre", one.genre());
        out.write(node.put("text", one.text()) + "\n");
      }
    }
  }

  private static List<LabelledPassage> passages(CommandLine line) throws UsageException {
    if (line.hasOption(LABELS) != line.hasOption(REAL)) {
      throw new UsageException("Cannot train: --labels FILE and --real FOLDER need each other");
    }
    if (!line.hasOption(INPUT) && !line.hasOption(LABELS)) {
      throw new UsageException("Cannot train without passages: give --input PATH, or --labels FILE with --real FOLDER");
    }
    var passages = new ArrayList<>(PassageSet.readAll(paths(line, INPUT)).passages());
    for (var labels : paths(line, LABELS)) {
      passages.addAll(RealLabels.read(labels).join(Path.of(line.getOptionValue(REAL))).passages());
    }
    return passages;
  }

  private static List<Path> paths(CommandLine line, Option option) {
    return line.hasOption(option) ? Arrays.stream(line.getOptionValues(option)).map(Path::of).toList() : List.of();
  }

  private static void trainAll(List<LabelledPassage> passages, CommandLine line, Path output, Console console) {
    var encoder = Models.encoder(line.getOptionValue(ENCODER));
    var scores = EncoderScores.read(Path.of(line.getOptionValue(SCORES)));
    var report = Trainer.stacked(passages, TrainingSettings.defaults(), scores, encoder);
    ModelFile.write(report.models(), output);
    console.out().print(Console.safe(report.toText()));
    console.out().println(
        "Wrote " + output + ", which holds " + String.join(", ", report.models().names()) + "; digest of cascade "
            + report.models().cascade().orElseThrow().digest());
  }
}
