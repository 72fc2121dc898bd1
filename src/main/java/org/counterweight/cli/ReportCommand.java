package org.counterweight.cli;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.DriftFile;
import org.counterweight.manifest.Manifest;
import org.counterweight.manifest.QuarantineFile;
import org.counterweight.manifest.Runs;
import org.counterweight.manifest.StatisticsFiles;
import org.counterweight.report.HtmlReport;
import org.counterweight.run.Reports;

/** Prints the report of a published run again. */
final class ReportCommand implements Command {

  @Override
  public String name() {
    return "report";
  }

  @Override
  public String summary() {
    return "Print the report of a run as a web page";
  }

  @Override
  public Options options() {
    return new Options().addOption(Flags.RUN);
  }

  @Override
  public String examples() {
    return "  counterweight report --run out > report.html\n";
  }

  @Override
  public ExitCode run(CommandLine line, Console console)
      throws IOException, UsageException {
    var storage = Storage.local();
    var folder = Runs.resolve(storage, Locations.of(line.getOptionValue(Flags.RUN)));
    var manifest = Runs.whole(storage, folder);
    var drift = DriftFile.read(storage, folder, manifest.files());
    var notes = Reports.notes(folder.getName(), quarantined(storage, folder, manifest), drift);
    console.out().print(HtmlReport.render(manifest, StatisticsFiles.read(storage, folder), notes));
    return ExitCode.DONE;
  }

  private static SortedMap<String, Long> quarantined(Storage storage, Path folder, Manifest manifest)
      throws IOException {
    var reasons = new TreeMap<String, Long>();
    for (var file : manifest.files()) {
      if (file.path().startsWith("quarantine/")) {
        QuarantineFile.read(storage, new Path(folder, file.path()), row -> reasons.merge(row.reason(), 1L, Long::sum));
      }
    }
    return reasons;
  }
}
