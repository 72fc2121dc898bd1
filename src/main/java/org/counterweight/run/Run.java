package org.counterweight.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.counterweight.corpus.Split;
import org.counterweight.plan.Candidate;
import org.counterweight.plan.Candidates;
import org.counterweight.plan.Circumstances;
import org.counterweight.plan.Plan;
import org.counterweight.plan.Planner;
import org.counterweight.plan.Rest;
import org.counterweight.virality.Counts;
import org.counterweight.virality.Estimates;
import org.counterweight.virality.Estimator;
import org.counterweight.virality.MassSums;
import org.counterweight.virality.PriorShift;
import org.counterweight.virality.Statistics;
import org.counterweight.virality.ViralitySettings;

/** The main job: reads a corpus once and publishes a sampling manifest. */
public final class Run {

  private final Job job;
  private final Engine engine;
  private final ViralitySettings virality;
  private final Estimator estimator;

  public Run(Job job, Engine engine) {
    this.job = job;
    this.engine = engine;
    virality = job.virality().withSampled(job.virality().sampled() * job.sample());
    var errors = new ClassifierErrors(job.judgement().classifier().softMatrix(), job.plan().seed());
    estimator = new Estimator(errors, virality);
  }

  /**
   * Surveys the input, takes the census, finds the works, estimates, plans, and publishes.
   *
   * @throws BudgetException if the input is worse than the configuration bears; nothing is published then
   */
  public Published publish() throws IOException {
    long began = System.nanoTime();
    var survey = digested(survey());
    try (var release = Release.begin(job, survey)) {
      var census = census(survey);
      var findings = works(census, release.scratch());
      var measured = measure(findings);
      var statistics = statistics(findings, measured);
      var shift = estimator.shift(measured.corpus());
      var drafts = candidates(findings, shift);
      var plan = plan(findings, drafts, statistics.corpus());
      var inscribed = inscribe(findings, drafts, plan, shift, release);
      var reached = Achieved.of(estimator, measured.corpus(), inscribed.planned(), plan, shift);
      var achieved = plan.withAchievedTrue(reached);
      var manifest = release.publish(engine, findings, statistics, achieved, inscribed.files());
      double seconds = (System.nanoTime() - began) / 1e9;
      return new Published(release.folder(), manifest, statistics, survey, findings.damage(), seconds);
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
    var cache = new Cache(job.storage(), job.output() + "/cache", job.censusDigest(), job.reuse());
    var task = new Census(reading.corpus(), reading.input(), judges.gate(), judges.classifier(), cache);
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
    return census.with(engine.exchange("Finding copies", census.parts(), new Works(job.storage(), scratch)));
  }

  private Measured measure(Findings findings) throws IOException {
    var measure =
        new Measure(
            job.storage(),
            estimator,
            virality.weights(),
            Findings.named(findings.bySource()),
            Findings.named(findings.byMonth()));
    return engine.reduce("Measuring", Located.byShard(findings.parts()), measure, Measured::plus);
  }

  private Statistics statistics(Findings findings, Measured measured) {
    return new Statistics(
        estimator.estimate("corpus", findings.counts(), measured.corpus()),
        measured.shards().stream().map(Measured.Shard::estimates).toList(),
        estimates(findings.bySource(), measured.bySource()),
        estimates(findings.byMonth(), measured.byMonth()));
  }

  private List<Estimates> estimates(
      java.util.Map<String, Counts> counts, java.util.Map<String, MassSums> sums) {
    return sums.entrySet().stream()
        .map(entry -> estimator.estimate(entry.getKey(), counts.get(entry.getKey()), entry.getValue()))
        .toList();
  }

  private List<List<Candidate>> candidates(Findings findings, PriorShift shift) throws IOException {
    int threshold = job.judgement().gains().threshold();
    return engine.map("Weighing", findings.parts(), new Weigh(job.storage(), shift, threshold));
  }

  private Plan plan(Findings findings, List<List<Candidate>> drafts, Estimates corpus) {
    var candidates = Candidates.builder();
    var rest = new TreeMap<>(findings.words());
    drafts.forEach(
        part ->
            part.forEach(
                candidate -> {
                  candidates.add(candidate);
                  rest.merge(candidate.source(), -(long) candidate.words(), Long::sum);
                }));
    var plan = new Planner(job.plan()).plan(candidates.build(), new Rest(rest), Circumstances.of(corpus));
    return job.judgement().gains().note(plan);
  }

  private Inscribed inscribe(
      Findings findings, List<List<Candidate>> drafts, Plan plan, PriorShift shift, Release release)
      throws IOException {
    var allotments = new ArrayList<Allotment>();
    int first = 0;
    for (int i = 0; i < drafts.size(); i++) {
      allotments.add(Allotment.of(findings.parts().get(i), plan, first, drafts.get(i).size()));
      first += drafts.get(i).size();
    }
    var inscribe =
        new Inscribe(
            job.storage(),
            release.staging(),
            job.format(),
            shift,
            job.judgement().classifier().decision(),
            virality.weights(),
            plan.defaultWeightMicro());
    return engine.reduce("Writing the manifest", allotments, inscribe, Inscribed::plus);
  }
}
