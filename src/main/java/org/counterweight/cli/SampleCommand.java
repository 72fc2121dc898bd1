package org.counterweight.cli;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.counterweight.config.Configuration;
import org.counterweight.config.ConfigurationException;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.Manifest;
import org.counterweight.manifest.Runs;
import org.counterweight.plan.WeightReason;
import org.counterweight.run.InputsAgain;
import org.counterweight.run.Progress;
import org.counterweight.run.RowTexts;
import org.counterweight.run.StreamEngine;
import org.counterweight.run.WeightChange;

/** Shows the documents whose weight a plan changed most, and why. */
final class SampleCommand implements Command {

  private static final int DOCUMENTS = 50;
  private static final int EXCERPT = 280;

  private static final Option N =
      Option.builder().longOpt("n").hasArg().argName("COUNT").desc("documents to show; " + DOCUMENTS + " by default")
          .get();
  private static final Option JSON = Option.builder().longOpt("json").desc("one JSON object a line").get();
  private static final Option INPUT =
      Option.builder().longOpt("input").hasArgs().argName("PATH...")
          .desc("with --show-text: where the run's inputs lie now, in its order; by default where they lay then").get();
  private static final Option TEXT =
      Option.builder().longOpt("show-text")
          .desc("the beginning of each text too, read again from its shard, which must be as the run read it").get();

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public String summary() {
    return "Show the documents whose weight a plan changed most, and why";
  }

  @Override
  public Options options() {
    return new Options().addOption(Flags.RUN).addOption(N).addOption(JSON).addOption(TEXT).addOption(INPUT);
  }

  @Override
  public String examples() {
    return """
          counterweight sample --run out --n 20
          counterweight sample --run out --n 1000 --json > changed.jsonl
        The same run shows the same documents; of those that changed alike, a random sample.
        """;
  }

  @Override
  public ExitCode run(CommandLine line, Console console) throws IOException, UsageException, ConfigurationException {
    int n = count(line);
    if (line.hasOption(INPUT) && !line.hasOption(TEXT)) {
      throw new UsageException("Cannot use --input without --show-text: only texts are read from the inputs");
    }
    var storage = Storage.local();
    var folder = Runs.resolve(storage, Locations.of(line.getOptionValue(Flags.RUN)));
    var manifest = Runs.header(storage, folder);
    var configuration =
        Configuration.replanned(
            "the configuration of " + folder.getName(), manifest.provenance().configuration(), List.of());
    var changes = WeightChange.most(storage, folder, manifest, configuration.plan(), n);
    var texts = line.hasOption(TEXT)
        ? texts(changes.most(), manifest, configuration, inputs(line))
        : Map.<String, Map<Long, String>>of();
    if (!line.hasOption(JSON)) {
      console.out().println(counted(changes));
    }
    for (var change : changes.most()) {
      var row = change.row();
      var text = texts.getOrDefault(row.shard(), Map.of()).getOrDefault(row.row(), "");
      console.out().print(line.hasOption(JSON) ? json(change, text) : Console.safe(told(change, excerpt(text))));
    }
    return ExitCode.DONE;
  }

  private static String counted(WeightChange.Changes changes) {
    var counted =
        String.format(Locale.ROOT, "The plan changed the weight of %,d of %,d documents", changes.changed(),
            changes.documents());
    return changes.most().size() < changes.changed()
        ? String.format(Locale.ROOT, "%s; these are the %,d that changed most:%n", counted, changes.most().size())
        : counted + (changes.most().isEmpty() ? "" : ":\n");
  }

  private static int count(CommandLine line) throws UsageException {
    var given = line.getOptionValue(N, String.valueOf(DOCUMENTS));
    if (given.matches("[1-9][0-9]{0,5}") && Integer.parseInt(given) <= WeightChange.MOST) {
      return Integer.parseInt(given);
    }
    throw new UsageException(
        "Cannot use --n=" + Console.safe(given) + ": not a whole number from 1 to " + WeightChange.MOST);
  }

  private static List<String> inputs(CommandLine line) {
    return line.hasOption(INPUT) ? List.of(line.getOptionValues(INPUT)) : List.of();
  }

  private static Map<String, Map<Long, String>> texts(
      List<WeightChange> changes, Manifest manifest, Configuration configuration, List<String> inputs)
      throws IOException {
    var wanted = new TreeMap<String, Set<Long>>();
    changes.forEach(
        change -> wanted.computeIfAbsent(change.row().shard(), any -> new TreeSet<>()).add(change.row().row()));
    var storage = Storage.local();
    try (var engine = new StreamEngine(Progress.SILENT)) {
      var shards = InputsAgain.of(storage, manifest.provenance(), wanted.keySet(), inputs, engine);
      return new RowTexts(configuration.corpus(), configuration.input(), storage).of(wanted, shards, engine);
    }
  }

  private static String told(WeightChange change, String excerpt) {
    var row = change.row();
    var lines = new ArrayList<String>();
    var form = Math.abs(change.changeMicro()) < 500 ? "%+.6f  %.6f to %.6f" : "%+.3f  %.3f to %.3f";
    lines.add(String.format(Locale.ROOT, form + ", met %d times: %s (%s)", change.changeMicro() / 1e6,
        change.beforeMicro() / 1e6, row.weight(), row.repeats(), WeightReason.meaning(row.reason()), row.reason()));
    lines.add(String.format(Locale.ROOT, "        p doom %.2f, tractable %.2f; %,d words; %,d copies; cap %.2f",
        row.pDoom() / 1e6, row.pTractable() / 1e6, row.words(), row.copiesPresent(), change.capMicro() / 1e6));
    lines.add("        " + oneLine(row.shard() + " row " + row.row() + ", source " + row.source() + ", id "
        + row.docId()));
    if (!excerpt.isEmpty()) {
      lines.add("        " + excerpt);
    }
    return String.join("\n", lines) + "\n\n";
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String excerpt(String text) {
    var line = oneLine(text.substring(0, Math.min(text.length(), 4 * EXCERPT)));
    int end = Math.min(line.length(), EXCERPT);
    boolean cutsAPair = end < line.length() && Character.isLowSurrogate(line.charAt(end));
    return line.substring(0, cutsAPair ? end - 1 : end) + (end < line.length() ? " ..." : "");
  }

  /** Escaped to ASCII, so that no text can steer a terminal. */
  private static String json(WeightChange change, String text) throws IOException {
    var row = change.row();
    var line = new StringWriter();
    try (var out = new JsonFactory().createGenerator(line)) {
      out.setHighestNonEscapedChar(126);
      out.writeStartObject();
      out.writeStringField("shard", row.shard());
      out.writeNumberField("row", row.row());
      out.writeStringField("doc_id", row.docId());
      out.writeStringField("source", row.source());
      out.writeNumberField("words", row.words());
      out.writeNumberField("p_doom", millionths(row.pDoom()));
      out.writeNumberField("p_tractable", millionths(row.pTractable()));
      out.writeStringField("stance", row.stance().name().toLowerCase(Locale.ROOT));
      out.writeStringField("work", row.work());
      out.writeNumberField("copies_present", row.copiesPresent());
      out.writeNumberField("weight_before", millionths(change.beforeMicro()));
      out.writeNumberField("weight", millionths(row.weightMicro()));
      out.writeNumberField("repeats", row.repeats());
      out.writeNumberField("cap", millionths(change.capMicro()));
      out.writeStringField("reason", row.reason());
      out.writeStringField("why", WeightReason.meaning(row.reason()));
      if (!text.isEmpty()) {
        out.writeStringField("text", excerpt(text));
      }
      out.writeEndObject();
    }
    return line.append('\n').toString();
  }

  private static BigDecimal millionths(long value) {
    return BigDecimal.valueOf(value, 6);
  }
}
