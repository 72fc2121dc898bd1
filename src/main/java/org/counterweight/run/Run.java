package org.counterweight.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Split;
import org.counterweight.manifest.DriftFile;
import org.counterweight.manifest.FileEntry;
import org.counterweight.manifest.ReplicatesFile;
import org.counterweight.manifest.StatisticsFiles;
import org.counterweight.virality.Counts;
import org.counterweight.virality.Drift;
import org.counterweight.virality.Estimates;
import org.counterweight.virality.Estimator;
import org.counterweight.virality.MassSums;
import org.counterweight.virality.Measurement;
import org.counterweight.virality.Statistics;
import org.counterweight.virality.ViralitySettings;
import org.counterweight.work.Bands;

/** The main job: reads a corpus once and publishes a sampling manifest. */
public final class Run {

  private final Job job;
  private final Engine engine;
  private final ViralitySettings virality;
  private final Estimator estimator;

  public Run(Job job, Engine engine) {
    this.job = job;
    this.engine = engine;
    virality = job.sampledVirality();
    estimator = ClassifierErrors.estimator(job);
  }

  /**
   * Surveys the input, takes the census, finds the works, estimates, plans, and publishes.
   *
   * @throws BudgetException if the input is worse than the configuration bears; nothing is published then
   */
  public Published publish() throws IOException {
    long began = System.nanoTime();
    var survey = digested(survey());
    try (var release = Release.begin(job)) {
      var findings = works(census(survey), release.scratch());
      var measured = measure(findings, release.staging());
      var corpus = estimator.measure("corpus", findings.counts(), measured.corpus());
      var files = new ArrayList<FileEntry>();
      var drift = drift(measured, corpus, release.staging(), files);
      var grounds = grounds(survey, findings, measured, corpus.estimates(), drift);
      files.addAll(StatisticsFiles.write(job.storage(), new Path(release.staging()), grounds.statistics()));
      var manifest = new Planning(job, engine, estimator, grounds).publish(release, Standing.figures(files));
      double seconds = (System.nanoTime() - began) / 1e9;
      return new Published(
          release.folder(), manifest, grounds.statistics(), drift, survey, findings.damage(), seconds);
    }
  }

  /** What would be read. */
  public Survey survey() throws IOException {
    return Survey.of(job.storage(), job.inputs(), job.reading().input(), job.sample(), job.plan().seed());
  }

  private Survey digested(Survey survey) throws IOException {
    return survey.digested(engine.map("Digesting shards", survey.chosen(), new Fingerprint(job.storage())));
  }

  /** The one pass over the corpus, largest splits first so that none is left over at the end. */
  private Findings census(Survey survey) throws IOException {
    var reading = job.reading();
    var judges = job.judgement();
    var cache = new Cache(job.storage(), job.output() + "/" + Cache.FOLDER, job.censusDigest(), job.reuse());
    var task =
        new Census(
            reading.corpus(), reading.input(), judges.gate(), judges.classifier(), job.excluded(), cache,
            job.controls());
    var order = new ArrayList<Integer>();
    for (int i = 0; i < survey.splits().size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingLong((Integer i) -> -cost(survey.splits().get(i))).thenComparing(i -> i));
    var read = engine.map("Reading shards", order.stream().map(survey.splits()::get).toList(), task);
    var parts = new Part[read.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[order.get(i)] = read.get(i);
    }
    var findings = new Findings(Located.all(List.of(parts)));
    findings.requireWithin(reading.input(), Refusals.first(job.storage(), findings, 5));
    return findings;
  }

  private static long cost(Split split) {
    return split.end() - split.start();
  }

  private Findings works(Findings census, String scratch) throws IOException {
    return new Works(engine, job.storage(), scratch, Bands.of(virality.nearCopies())).of(census);
  }

  private Measured measure(Findings findings, String staging) throws IOException {
    var measure =
        new Measure(
            job.storage(),
            staging,
            estimator,
            virality.weights(),
            Findings.named(findings.bySource()),
            Findings.named(findings.byMonth()));
    return engine.reduce("Measuring", Located.byShard(findings.parts()), measure, Measured::plus);
  }

  /** Keeps the replicates and compares them with those of the run before; adds the files that this leaves. */
  private Optional<Drift> drift(Measured measured, Measurement corpus, String staging, List<FileEntry> files)
      throws IOException {
    var folder = new Path(staging);
    var content = Cache.sha256(String.join("\n", measured.shards().stream().map(Measured.Shard::content).toList()));
    var kept = corpus.kept(content, virality.weights());
    measured.shards().forEach(shard -> files.add(shard.replicates()));
    files.add(ReplicatesFile.writeCorpus(job.storage(), folder, kept));
    var drift = new Comparison(job, engine, staging).of(kept, measured.shards());
    if (drift.isPresent()) {
      files.add(DriftFile.write(job.storage(), folder, drift.get()));
    }
    return drift;
  }

  private Grounds grounds(
      Survey survey, Findings findings, Measured measured, Estimates corpus, Optional<Drift> drift)
      throws IOException {
    return new Grounds(
        findings,
        measured.corpus(),
        statistics(findings, measured, corpus, reactions(findings)),
        drift,
        survey.inputs(),
        survey.listing().skipped().size(),
        "");
  }

  private StrataFound reactions(Findings findings) throws IOException {
    var reactions =
        new Reactions(
            job.storage(),
            estimator.strata(),
            Findings.named(findings.bySource()),
            Findings.named(findings.byMonth()));
    return new StrataFound(engine.exchange("Comparing reactions", findings.parts(), reactions), estimator);
  }

  private Statistics statistics(Findings findings, Measured measured, Estimates corpus, StrataFound strata)
      throws IOException {
    return new Statistics(
        strata.corpus(corpus),
        strata.parts(Reactions.Scope.SHARD, measured.shards().stream().map(Measured.Shard::estimates).toList()),
        strata.sources(estimates(findings.bySource(), measured.bySource())),
        strata.parts(Reactions.Scope.MONTH, estimates(findings.byMonth(), measured.byMonth())),
        FindQuotes.of(engine, job.storage(), findings),
        RankHosts.of(engine, job.storage(), estimator, findings.parts()));
  }

  private List<Estimates> estimates(
      Map<String, Counts> counts, Map<String, MassSums> sums) {
    return sums.entrySet().stream()
        .map(entry -> estimator.estimate(entry.getKey(), counts.get(entry.getKey()), entry.getValue()))
        .toList();
  }
}
