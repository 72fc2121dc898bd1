package org.counterweight.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.counterweight.manifest.FileEntry;
import org.counterweight.manifest.Manifest;
import org.counterweight.plan.Candidate;
import org.counterweight.plan.Candidates;
import org.counterweight.plan.Circumstances;
import org.counterweight.plan.Plan;
import org.counterweight.plan.Planner;
import org.counterweight.plan.Rest;
import org.counterweight.virality.Estimator;
import org.counterweight.virality.PriorShift;

/**
 * The stages after the census: weighs the AI documents, plans, writes their rows and publishes the run.
 *
 * @param job what is asked for
 * @param engine carries the tasks
 * @param estimator of the job
 * @param grounds what the plan stands on
 */
record Planning(Job job, Engine engine, Estimator estimator, Grounds grounds) {

  /**
   * Plans and publishes.
   *
   * @param release the run to publish
   * @param figures the files of its statistics, written already
   */
  Manifest publish(Release release, List<FileEntry> figures) throws IOException {
    var shift = estimator.shift(grounds.masses());
    var drafts = candidates(shift);
    var plan = plan(drafts);
    var inscribed = inscribe(drafts, plan, shift, release);
    var reached = Achieved.of(estimator, grounds.masses(), inscribed.planned(), plan, shift);
    var others = new ArrayList<>(figures);
    var parts = grounds.findings().parts();
    others.addAll(Ledger.write(engine, job.storage(), release.staging(), parts, grounds.masses()));
    return release.publish(engine, grounds, plan.withAchievedTrue(reached), inscribed.files(), others);
  }

  private List<List<Candidate>> candidates(PriorShift shift) throws IOException {
    int threshold = job.judgement().gains().threshold();
    return engine.map("Weighing", grounds.findings().parts(), new Weigh(job.storage(), shift, threshold));
  }

  private Plan plan(List<List<Candidate>> drafts) {
    var candidates = Candidates.builder();
    var rest = new TreeMap<>(grounds.findings().words());
    drafts.forEach(
        part ->
            part.forEach(
                candidate -> {
                  candidates.add(candidate);
                  rest.merge(candidate.source(), -(long) candidate.words(), Long::sum);
                }));
    var shown = Circumstances.of(grounds.statistics().corpus());
    var plan = new Planner(job.plan()).plan(candidates.build(), new Rest(rest), shown);
    return job.judgement().gains().note(plan);
  }

  private Inscribed inscribe(List<List<Candidate>> drafts, Plan plan, PriorShift shift, Release release)
      throws IOException {
    var allotments = new ArrayList<Allotment>();
    int first = 0;
    for (int i = 0; i < drafts.size(); i++) {
      allotments.add(Allotment.of(grounds.findings().parts().get(i), plan, first, drafts.get(i).size()));
      first += drafts.get(i).size();
    }
    var inscribe =
        new Inscribe(
            job.storage(),
            release.staging(),
            job.format(),
            shift,
            job.judgement().classifier().decision(),
            job.virality().weights(),
            plan.defaultWeightMicro());
    return engine.reduce("Writing the manifest", allotments, inscribe, Inscribed::plus);
  }
}
