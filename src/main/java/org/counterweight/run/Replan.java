package org.counterweight.run;

import java.io.IOException;
import java.util.List;
import org.counterweight.manifest.FileEntry;
import org.counterweight.manifest.RunFolderException;
import org.counterweight.manifest.ShiftsFile;
import org.counterweight.virality.Estimator;

/** Plans again on the census of a finished run, without its corpus, and publishes a run of its own. */
public final class Replan {

  /** Folders of rows that no plan changes. */
  private static final List<String> PASSAGES = List.of("passages/", "not_ai/");

  private static final String REFUSALS = "quarantine/";

  private final Job job;
  private final Engine engine;
  private final FinishedRun run;

  /**
   * @param job as the run's own but for how it plans; its inputs are not read
   * @param run in the job's output folder
   * @throws RunFolderException if another model judged the run than the job has
   */
  public Replan(Job job, Engine engine, FinishedRun run) throws RunFolderException {
    this.job = job;
    this.engine = engine;
    this.run = run;
    var model = job.judgement().classifier().digest();
    if (!run.manifest().provenance().modelDigest().equals(model)) {
      throw new RunFolderException(
          "Cannot plan on " + run.folder() + ": another model judged it than stance.model now names; run again");
    }
  }

  /** Plans and publishes; the same settings as the run's give the same rows. */
  public Replanned publish() throws IOException {
    long began = System.nanoTime();
    try (var release = Release.begin(job)) {
      var estimator = ClassifierErrors.estimator(job);
      var planning = new Planning(job, engine, estimator, Grounds.of(run));
      var manifest = planning.publish(release, standing(release.staging(), estimator));
      return new Replanned(release.folder(), manifest, (System.nanoTime() - began) / 1e9);
    }
  }

  /** Copies what the plan does not change: the census, its statistics, and the passages unless their format changes. */
  private Standing standing(String staging, Estimator estimator) throws IOException {
    var all = run.manifest().files();
    var ending = "." + job.format().extension();
    boolean passages =
        all.stream().map(FileEntry::path).filter(Replan::isPassages).allMatch(path -> path.endsWith(ending));
    var kept =
        all.stream()
            .filter(file -> isCensus(file.path()) || (passages && (isPassages(file.path()) || isRefusals(file.path()))))
            .toList();
    var copies = engine.map("Copying", kept, new CopyFile(job.storage(), run.folder().toString(), staging));
    return new Standing(copies, true, passages, run.once().of(estimator.shift(run.masses())));
  }

  private static boolean isCensus(String path) {
    return path.startsWith(Ledger.FOLDER) || (path.startsWith("statistics/") && !path.equals(ShiftsFile.FILE));
  }

  private static boolean isPassages(String path) {
    return PASSAGES.stream().anyMatch(path::startsWith);
  }

  private static boolean isRefusals(String path) {
    return path.startsWith(REFUSALS);
  }
}
