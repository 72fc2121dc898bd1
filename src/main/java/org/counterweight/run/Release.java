package org.counterweight.run;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Shard;
import org.counterweight.manifest.FileEntry;
import org.counterweight.manifest.LogicalDigest;
import org.counterweight.manifest.Manifest;
import org.counterweight.manifest.Provenance;
import org.counterweight.manifest.Publication;
import org.counterweight.manifest.StatisticsFiles;
import org.counterweight.manifest.Totals;
import org.counterweight.plan.Plan;
import org.counterweight.report.HtmlReport;
import org.counterweight.virality.Statistics;

/** The publication of one run: its staging folder, a scratch folder that goes with it, and the manifest at the end. */
final class Release implements Closeable {

  private final Job job;
  private final Survey survey;
  private final Publication publication;
  private final Path scratch;
  private Path folder;

  private Release(Job job, Survey survey, Publication publication) {
    this.job = job;
    this.survey = survey;
    this.publication = publication;
    scratch = new Path(job.output(), "cache/.scratch-" + publication.runId());
  }

  static Release begin(Job job, Survey survey) throws IOException {
    var digest = Cache.sha256(job.identity().digest() + job.censusDigest());
    return new Release(
        job, survey, Publication.begin(job.storage(), new Path(job.output()), Instant.now(), digest));
  }

  String staging() {
    return publication.staging().toString();
  }

  String scratch() {
    return scratch.toString();
  }

  /** Where the run lies once it is published. */
  String folder() {
    return folder.toString();
  }

  Manifest publish(Engine engine, Findings findings, Statistics statistics, Plan plan, List<FileEntry> rows)
      throws IOException {
    var files = new ArrayList<>(rows);
    files.addAll(StatisticsFiles.write(job.storage(), publication.staging(), statistics));
    var manifest =
        new Manifest(
            Manifest.SCHEMA_VERSION,
            provenance(engine),
            plan.defaultWeightMicro() / 1e6,
            plan.outcome(),
            new Totals(findings.counts(), findings.damage().size(), survey.listing().skipped().size()),
            files,
            LogicalDigest.of(job.storage(), publication.staging(), rows));
    var notes = Reports.notes(publication.runId(), Refusals.reasons(job.storage(), findings));
    var report = publication.write("report.html", HtmlReport.render(manifest, statistics, notes));
    manifest = manifest.with(List.of(report));
    folder = publication.publish(manifest, job.sample() == 1);
    return manifest;
  }

  private Provenance provenance(Engine engine) {
    var identity = job.identity();
    var judges = job.judgement();
    return new Provenance(
        identity.version(),
        identity.commit(),
        identity.configuration(),
        identity.digest(),
        judges.classifier().name(),
        judges.classifier().digest(),
        judges.gate().digest(),
        job.plan().seed(),
        System.getProperty("java.version"),
        engine.sparkVersion(),
        engine.description(),
        survey.chosen().stream().map(Release::input).toList());
  }

  private static Provenance.InputEntry input(Shard shard) {
    return new Provenance.InputEntry(shard.name(), shard.location(), shard.bytes(), shard.identity());
  }

  @Override
  public void close() throws IOException {
    try (publication) {
      job.storage().fileSystem(scratch).delete(scratch, true);
    }
  }
}
