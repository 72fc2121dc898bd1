package org.counterweight.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.counterweight.config.Configuration;
import org.counterweight.corpus.Codecs;
import org.counterweight.corpus.Listing;
import org.counterweight.run.Job;
import org.counterweight.run.Survey;

/** Says what a run would read and write, without doing either. */
final class DryRun {

  /** Shards named one by one; of more, only the first. */
  private static final int NAMED = 50;

  private DryRun() {}

  static String describe(Configuration configuration, Job job) throws IOException {
    var survey =
        Survey.of(job.storage(), job.inputs(), job.reading().input(), job.sample(), job.plan().seed());
    var lines = new ArrayList<String>();
    lines.add("# The configuration that would hold");
    lines.add(configuration.resolved().explained().strip());
    lines.add("");
    lines.add("# What would be read");
    shards(survey, lines);
    lines.add("");
    lines.add("# Codecs that work here");
    Codecs.check().forEach(lines::add);
    lines.add("");
    lines.add("# What would be written");
    lines.add(Locations.shown(job.output()) + "/runs/<run-id>/ with manifest.json, documents/, passages/, statistics/,"
        + " report.html, _SUCCESS");
    lines.add(Locations.shown(job.output()) + "/LATEST naming it, and " + Locations.shown(job.output())
        + "/cache/ with what a later run can take over");
    return Console.safe(String.join("\n", lines)) + "\n";
  }

  private static void shards(Survey survey, List<String> lines) {
    var formats = new TreeMap<String, Integer>();
    survey.chosen().forEach(shard -> formats.merge(shard.format().name(), 1, Integer::sum));
    lines.add(String.format(Locale.ROOT, "%,d of %,d shards, %,d bytes as stored, in %,d tasks: %s",
        survey.chosen().size(), survey.listing().shards().size(), survey.chosenBytes(), survey.splits().size(),
        formats));
    survey.chosen().stream()
        .limit(NAMED)
        .forEach(shard -> lines.add(String.format(Locale.ROOT, "  %-60s %,15d", shard.name(), shard.bytes())));
    if (survey.chosen().size() > NAMED) {
      lines.add("  and " + (survey.chosen().size() - NAMED) + " more");
    }
    for (Listing.Skipped skipped : survey.listing().skipped()) {
      lines.add("  skipped " + skipped.input() + "/" + skipped.path() + ": " + skipped.reason());
    }
  }
}
