package org.counterweight.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.counterweight.manifest.BrokenRunException;
import org.counterweight.manifest.FileEntry;
import org.counterweight.manifest.NewFile;
import org.counterweight.manifest.PublishedFiles;
import org.counterweight.manifest.RunFolderException;
import org.counterweight.manifest.ShiftsFile;

/** Plans again on the census of a finished run, without its corpus, and publishes a run of its own. */
public final class Replan {

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
      var figures = copies(release.staging());
      var grounds = Grounds.of(run);
      var manifest = new Planning(job, engine, ClassifierErrors.estimator(job), grounds).publish(release, figures);
      return new Replanned(release.folder(), manifest, (System.nanoTime() - began) / 1e9);
    }
  }

  /** The statistics of the census, byte by byte; those of the plan are its own. */
  private List<FileEntry> copies(String staging) throws IOException {
    var copies = new ArrayList<FileEntry>();
    for (var file : run.manifest().files()) {
      if (file.path().startsWith("statistics/") && !file.path().equals(ShiftsFile.FILE)) {
        try (var in = PublishedFiles.open(job.storage(), new Path(run.folder(), file.path()));
            var copy = NewFile.create(job.storage(), new Path(staging), file.path())) {
          in.transferTo(copy);
          var written = copy.finish();
          if (!written.equals(file)) {
            throw new BrokenRunException(run.folder() + "/" + file.path(), "it was changed since");
          }
          copies.add(written);
        }
      }
    }
    return copies;
  }
}
