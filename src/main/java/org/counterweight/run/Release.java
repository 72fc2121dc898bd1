package org.counterweight.run;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.counterweight.manifest.FileEntry;
import org.counterweight.manifest.Manifest;
import org.counterweight.manifest.Provenance;
import org.counterweight.manifest.Publication;
import org.counterweight.manifest.Totals;
import org.counterweight.manifest.VariantEntry;
import org.counterweight.report.HtmlReport;

/** The publication of one run: its staging folder, a scratch folder that goes with it, and the manifest at the end. */
final class Release implements Closeable {

  private final Job job;
  private final Publication publication;
  private final Path scratch;
  private Path folder;

  private Release(Job job, Publication publication) {
    this.job = job;
    this.publication = publication;
    scratch = new Path(job.output(), Cache.FOLDER + "/.scratch-" + publication.runId());
  }

  static Release begin(Job job) throws IOException {
    var digest = Cache.sha256(job.identity().digest() + job.censusDigest());
    var publication = Publication.begin(job.storage(), new Path(job.output()), Instant.now(), digest);
    try {
      Cache.sweep(job.storage(), new Path(job.output(), Cache.FOLDER));
    } catch (IOException | RuntimeException e) {
      publication.close();
      throw e;
    }
    return new Release(job, publication);
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

  /** Writes the header of a variant's folder; returns all files of that folder, relative to the run's. */
  List<FileEntry> variant(Engine engine, Grounds grounds, PlannedRows rows) throws IOException {
    return publication.variant(rows.entry().folder(), header(engine, grounds, rows, rows.files(), List.of()));
  }

  /**
   * Writes header and report, and publishes the run.
   *
   * @param rows its own plan: documents and passages, and its quarantine
   * @param variants all plans, its own first
   * @param others every other file of its staging folder
   */
  Manifest publish(
      Engine engine, Grounds grounds, PlannedRows rows, List<VariantEntry> variants, List<FileEntry> others)
      throws IOException {
    var files = new ArrayList<>(rows.files());
    files.addAll(others);
    var manifest = header(engine, grounds, rows, files, variants);
    var reasons = Refusals.reasons(job.storage(), grounds.findings());
    var notes = Reports.notes(publication.runId(), reasons, grounds.drift());
    var report = publication.write("report.html", HtmlReport.render(manifest, grounds.statistics(), notes));
    manifest = manifest.with(List.of(report));
    folder = publication.publish(manifest, job.sample() == 1);
    return manifest;
  }

  private Manifest header(
      Engine engine, Grounds grounds, PlannedRows rows, List<FileEntry> files, List<VariantEntry> variants) {
    var findings = grounds.findings();
    return new Manifest(
        Manifest.SCHEMA_VERSION,
        provenance(engine, grounds),
        rows.plan().defaultWeightMicro() / 1e6,
        rows.plan().outcome(),
        new Totals(findings.counts(), findings.damage().size(), grounds.skippedFiles()),
        files,
        rows.entry().logicalDigest(),
        variants);
  }

  private Provenance provenance(Engine engine, Grounds grounds) {
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
        GateErrors.digest(job),
        job.plan().seed(),
        System.getProperty("java.version"),
        engine.sparkVersion(),
        engine.description(),
        grounds.census(),
        grounds.inputs());
  }

  @Override
  public void close() throws IOException {
    try (publication) {
      job.storage().fileSystem(scratch).delete(scratch, true);
    }
  }
}
