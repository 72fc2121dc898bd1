package org.counterweight.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.counterweight.manifest.Manifest;
import org.counterweight.manifest.ShiftsFile;
import org.counterweight.manifest.VariantEntry;
import org.counterweight.plan.Arm;
import org.counterweight.plan.Candidate;
import org.counterweight.plan.Candidates;
import org.counterweight.plan.Cell;
import org.counterweight.plan.Circumstances;
import org.counterweight.plan.Controls;
import org.counterweight.plan.Placed;
import org.counterweight.plan.Planned;
import org.counterweight.plan.Programme;
import org.counterweight.plan.Rest;
import org.counterweight.virality.Estimator;
import org.counterweight.virality.PlannedSums;
import org.counterweight.virality.PriorShift;

/**
 * The stages after the census: weighs the AI documents, plans every stage, arm and dose, writes their rows and
 * publishes the run.
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
   * @param standing what is there of it already
   */
  Manifest publish(Release release, Standing standing) throws IOException {
    var shift = estimator.shift(grounds.masses());
    var planned = plans(candidates(shift));
    var others = new ArrayList<>(standing.files());
    var variants = new ArrayList<VariantEntry>();
    var extent = standing.passages() ? PartFiles.Extent.DOCUMENTS : PartFiles.Extent.WHOLE;
    var own = folder(release, "", extent);
    var sums = inscribed(planned.get(0), shift, own, standing.once());
    var once = standing.once().orElseGet(() -> sums.planned().once());
    var rows = rows("", planned.get(0), shift, sums);
    variants.add(rows.entry());
    for (var variant : planned.subList(1, planned.size())) {
      var path = VariantEntry.FOLDER + variant.variant().name();
      var of = folder(release, path, PartFiles.Extent.VARIANT);
      var beside = rows(path, variant, shift, inscribed(variant, shift, of, Optional.of(once)));
      others.addAll(release.variant(engine, grounds, beside));
      variants.add(beside.entry());
    }
    others.add(ShiftsFile.write(job.storage(), new Path(release.staging()), rows.plan().shifts()));
    if (!standing.census()) {
      var parts = grounds.findings().parts();
      var kept = new Once(shift, once);
      others.addAll(Ledger.write(engine, job.storage(), release.staging(), parts, grounds.masses(), kept));
    }
    return release.publish(engine, grounds, rows, variants, others);
  }

  private PartFiles.Folder folder(Release release, String path, PartFiles.Extent extent) {
    var root = path.isEmpty() ? release.staging() : new Path(release.staging(), path).toString();
    return new PartFiles.Folder(job.storage(), root, release.scratch(), extent, job.format());
  }

  private List<List<Candidate>> candidates(PriorShift shift) throws IOException {
    int threshold = job.judgement().gains().threshold();
    return engine.map("Weighing", grounds.findings().parts(), new Weigh(job.storage(), shift, threshold));
  }

  private List<Planned> plans(List<List<Candidate>> drafts) throws IOException {
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
    var programme =
        new Programme(job.plan(), job.experiment(), candidates.build(), new Rest(rest), shown, tokensPerWord());
    return programme.with(controls(new TreeMap<>(programme.needed()))).stream().map(this::noted).toList();
  }

  /** Not known where the corpus counts fewer tokens than words: then some of its documents carry no count. */
  private double tokensPerWord() {
    var counts = grounds.findings().counts();
    return counts.tokens() < counts.words() ? Double.NaN : (double) counts.tokens() / counts.words();
  }

  private Controls controls(TreeMap<Cell, Long> needed) throws IOException {
    long seed = job.plan().seed();
    if (!job.experiment().placebo()) {
      return new Controls(seed, needed);
    }
    var gather = new Gather(job.storage(), seed, needed, job.experiment().controls());
    return engine.reduce("Gathering controls", grounds.findings().parts(), gather, Controls::plus);
  }

  /** The operating threshold holds for the treatment alone. */
  private Planned noted(Planned planned) {
    return planned.variant().arm() == Arm.TREATMENT
        ? planned.with(job.judgement().gains().note(planned.plan()))
        : planned;
  }

  /** Writes the rows of a plan; adds its true words up, on what they are where each document is met once. */
  private Inscribed inscribed(
      Planned planned, PriorShift shift, PartFiles.Folder files, Optional<PlannedSums> once) throws IOException {
    Map<Integer, List<Placed>> placebo =
        planned.placebo().stream().collect(Collectors.groupingBy(placed -> placed.control().part()));
    var allotments = new ArrayList<Allotment>();
    int first = 0;
    for (var located : grounds.findings().parts()) {
      int count = Math.toIntExact(located.part().counts().aiDocuments());
      var placed = placebo.getOrDefault(located.index(), List.of());
      allotments.add(Allotment.of(located, planned.plan(), first, count, placed));
      first += count;
    }
    var inscribe =
        new Inscribe(
            files,
            shift,
            job.judgement().classifier().decision(),
            job.virality().weights(),
            planned.plan().defaultWeightMicro(),
            once.isPresent());
    boolean variant = files.extent() == PartFiles.Extent.VARIANT;
    var stage = variant ? "Writing " + planned.variant().name() : "Writing the manifest";
    var inscribed = engine.reduce(stage, allotments, inscribe, Inscribed::plus);
    return once.isPresent() ? inscribed.on(once.get()) : inscribed;
  }

  private PlannedRows rows(String folder, Planned planned, PriorShift shift, Inscribed inscribed) throws IOException {
    var reached = Achieved.of(estimator, grounds.masses(), inscribed.planned(), planned.plan(), shift);
    return PlannedRows.of(
        job.storage(), folder, planned.with(planned.plan().withAchievedTrue(reached)), inscribed);
  }
}
