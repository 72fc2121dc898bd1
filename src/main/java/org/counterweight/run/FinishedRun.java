package org.counterweight.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.BrokenRunException;
import org.counterweight.manifest.DriftFile;
import org.counterweight.manifest.FileEntry;
import org.counterweight.manifest.Manifest;
import org.counterweight.manifest.RunFolderException;
import org.counterweight.manifest.Runs;
import org.counterweight.manifest.StatisticsFiles;
import org.counterweight.virality.Drift;
import org.counterweight.virality.MassSums;
import org.counterweight.virality.Statistics;

/**
 * A published run opened again, with its census: everything that later commands need without the corpus. Each file of
 * the census is checked against the digest that the run recorded before anything of it is believed.
 *
 * @param folder the run's folder
 * @param manifest its header
 * @param statistics its figures; masses in whole words, as the files hold them
 * @param drift against the run before it; empty where there was none
 * @param findings its parts, their files where they lie now
 * @param masses of the whole corpus, exact
 * @param once its expected true words
 */
public record FinishedRun(
    Path folder,
    Manifest manifest,
    Statistics statistics,
    Optional<Drift> drift,
    Findings findings,
    MassSums masses,
    Once once) {

  public FinishedRun {
    Objects.requireNonNull(folder);
    Objects.requireNonNull(manifest);
    Objects.requireNonNull(statistics);
    Objects.requireNonNull(drift);
    Objects.requireNonNull(findings);
    Objects.requireNonNull(masses);
    Objects.requireNonNull(once);
  }

  /**
   * Opens a run.
   *
   * @param folder of the run, {@code DIR/runs/<run-id>}; its cache is {@code DIR/cache}
   * @param engine reads the census through once, to check it
   * @throws RunFolderException if the run was not completed, keeps no census, or its cache is gone or was changed
   * @throws BrokenRunException if one of its own files is
   */
  public static FinishedRun open(Storage storage, Path folder, Engine engine) throws IOException {
    var manifest = Runs.whole(storage, folder);
    var kept = manifest.files().stream().filter(file -> file.path().startsWith(Ledger.FOLDER)).toList();
    if (kept.isEmpty()) {
      throw new RunFolderException(
          "Cannot use the census of " + folder + ": it keeps none, an earlier version wrote it; run again");
    }
    check(engine, storage, folder, folder, kept);
    var ledger = ledger(storage, folder);
    var cache = new Path(output(folder), Cache.FOLDER);
    check(engine, storage, folder, cache, ledger.entries().stream().map(Ledger.Entry::tagged).toList());
    var parts = ledger.entries().stream().map(entry -> entry.in(folder, cache)).toList();
    return new FinishedRun(
        folder,
        manifest,
        StatisticsFiles.read(storage, folder),
        DriftFile.read(storage, folder, manifest.files()),
        new Findings(parts),
        ledger.masses(),
        ledger.once());
  }

  /** The id of the run. */
  public String id() {
    return folder.getName();
  }

  /** The output folder, in which runs and the cache lie. */
  public Path output() {
    return output(folder);
  }

  private static Path output(Path folder) {
    return folder.getParent().getParent();
  }

  private static Ledger ledger(Storage storage, Path folder) throws IOException {
    try {
      return Ledger.read(storage, folder);
    } catch (IOException e) {
      throw new RunFolderException(
          "Cannot use the census of " + folder + ": another version of this program wrote it (" + e.getMessage()
              + "); run again", e);
    }
  }

  private static void check(Engine engine, Storage storage, Path run, Path root, List<FileEntry> files)
      throws IOException {
    for (var problem : engine.map("Checking the census", files, new Check(storage, root.toString()))) {
      if (!problem.isEmpty()) {
        if (root.equals(run)) {
          throw new BrokenRunException("the census of " + run, problem);
        }
        throw new RunFolderException(
            "Cannot use the census of " + run + ": " + problem + "; run again, which reads only what is missing");
      }
    }
  }

  /**
   * Compares files with what was recorded of them; says what is wrong, or nothing.
   *
   * @param storage where they lie
   * @param root the folder that they are relative to
   */
  record Check(Storage storage, String root) implements Engine.Task<FileEntry, String> {

    @Override
    public String run(FileEntry file) throws IOException {
      try {
        boolean same = FileEntry.of(storage, new Path(root), file.path()).equals(file);
        return same ? "" : root + "/" + file.path() + " was changed";
      } catch (FileNotFoundException e) {
        return root + "/" + file.path() + " is gone";
      }
    }
  }
}
