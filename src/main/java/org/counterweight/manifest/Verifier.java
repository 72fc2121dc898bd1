package org.counterweight.manifest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Sha256;
import org.counterweight.corpus.Storage;
import org.counterweight.stance.Probabilities;
import org.counterweight.virality.Counts;
import org.counterweight.virality.Statistics;

/** Checks that a run is as it was published: every byte of every file, and that rows, totals and digest agree. */
public final class Verifier {

  private final Storage storage;
  private final FileSystem files;
  private final Path run;
  private final List<Problem> problems = new ArrayList<>();
  private long checked;
  private long documents;
  private long passages;
  private String digest = "";

  private Verifier(Storage storage, Path run) throws IOException {
    this.storage = storage;
    this.files = PublishedFiles.of(storage, run);
    this.run = run;
  }

  /**
   * Checks a run folder.
   *
   * @throws ManifestException if there is no such folder
   */
  public static Verified verify(Storage storage, Path run) throws IOException {
    var verifier = new Verifier(storage, run);
    if (!verifier.files.exists(run)) {
      throw new RunFolderException("Cannot verify " + run + ": there is no such folder");
    }
    verifier.verify();
    return new Verified(
        verifier.problems, verifier.checked, verifier.documents, verifier.passages, verifier.digest);
  }

  private void verify() throws IOException {
    boolean completed = files.exists(new Path(run, Runs.SUCCESS));
    if (!completed) {
      report(Runs.SUCCESS, "is missing: the run was not completed");
    }
    Manifest manifest;
    try {
      manifest = ManifestJson.read(files, run);
    } catch (BrokenRunException e) {
      report(ManifestJson.FILE, e.getMessage());
      return;
    }
    if (completed && !Runs.isSealed(files, run)) {
      report(ManifestJson.FILE, "does not have the SHA-256 that " + Runs.SUCCESS + " holds");
    }
    checkListing(manifest);
    boolean intact = true;
    for (var file : manifest.files()) {
      intact &= checkBytes(file);
    }
    if (intact) {
      checkRows(manifest);
      if (!manifest.isVariant()) {
        checkPassages(manifest);
        checkNotAi(manifest);
        checkStatistics(manifest.totals().counts());
      }
    }
    for (var variant : manifest.variants()) {
      checkVariant(variant, manifest);
    }
  }

  /**
   * Checks the folder of another plan of the run. Its files are among the run's own, so their bytes were checked: where
   * these are wrong, nothing else in it can be right.
   */
  private void checkVariant(VariantEntry variant, Manifest run) throws IOException {
    if (variant.folder().isEmpty()) {
      if (!variant.logicalDigest().equals(run.logicalDigest())) {
        report(ManifestJson.FILE, "lists its own plan " + variant.name() + " with another logical digest");
      }
      return;
    }
    if (problems.stream().anyMatch(known -> known.path().startsWith(variant.folder() + "/"))) {
      return;
    }
    var folder = new Path(this.run, variant.folder());
    var verifier = new Verifier(storage, folder);
    verifier.verify();
    verifier.problems.forEach(found -> report(variant.folder() + "/" + found.path(), found.what()));
    if (!verifier.digest.isEmpty() && !verifier.digest.equals(variant.logicalDigest())) {
      report(variant.folder(), "holds other rows than " + ManifestJson.FILE + " says");
    }
  }

  private void checkPassages(Manifest manifest) {
    if (documents > 0 && RowReader.parts(manifest.files(), Table.PASSAGES).isEmpty()) {
      report(Table.PASSAGES.folder(), "is missing");
    }
  }

  private void checkListing(Manifest manifest) throws IOException {
    var listed = new HashMap<String, FileEntry>();
    manifest.files().forEach(file -> listed.put(file.path(), file));
    for (var found : RunFolder.list(files, run)) {
      boolean header = found.path().equals(ManifestJson.FILE) || found.path().equals(Runs.SUCCESS);
      if (!header && !listed.containsKey(found.path())) {
        report(found.path(), "is not listed in " + ManifestJson.FILE);
      }
    }
  }

  private boolean checkBytes(FileEntry file) throws IOException {
    int before = problems.size();
    var path = new Path(run, file.path());
    try (var in = files.open(path)) {
      long size = files.getFileStatus(path).getLen();
      if (size != file.size()) {
        report(file.path(), "has " + size + " bytes, not " + file.size());
      } else if (!Sha256.of(in).equals(file.sha256())) {
        report(file.path(), "does not have the SHA-256 that " + ManifestJson.FILE + " holds");
      }
      checked++;
    } catch (FileNotFoundException e) {
      report(file.path(), "is missing");
    }
    return problems.size() == before;
  }

  private void checkRows(Manifest manifest) throws IOException {
    var logical = new LogicalDigest();
    try (var rows = RowReader.open(files, run, manifest.files())) {
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        logical.add(row.get().document(), row.get().passages());
        checkRepeats(row.get().document());
        documents += row.get().document().reason().equals(DocumentRow.PLACEBO) ? 0 : 1;
        passages += row.get().passages().size();
      }
    } catch (ManifestException e) {
      report(Table.DOCUMENTS.folder(), e.getMessage());
      return;
    }
    digest = logical.hex();
    if (!digest.equals(manifest.logicalDigest())) {
      report(ManifestJson.FILE, "holds another logical digest than the rows have");
    }
    long expected = manifest.totals().counts().aiDocuments();
    if (documents != expected) {
      report(ManifestJson.FILE, "counts " + expected + " AI documents, but there are " + documents + " rows");
    }
  }

  private void checkNotAi(Manifest manifest) throws IOException {
    var counts = manifest.totals().counts();
    long expected = counts.gatedDocuments() - counts.aiDocuments();
    try {
      long found = new GatedRows(storage, run, manifest).each(Table.NOT_AI, row -> {});
      if (found != expected) {
        report(Table.NOT_AI.folder(), "holds " + found + " documents, not the " + expected + " that passed the gate and"
            + " were judged not about AI");
      }
    } catch (ManifestException e) {
      report(Table.NOT_AI.folder(), e.getMessage());
    }
  }

  /** Repeats are the weight rounded up or down; the weight itself is rounded to millionths. */
  private void checkRepeats(DocumentRow row) {
    long difference = (long) row.repeats() * Probabilities.ONE - row.weightMicro();
    if (Math.abs(difference) > Probabilities.ONE && problems.size() < 100) {
      report(
          Table.DOCUMENTS.folder(),
          "row " + RowOrder.place(row.shard(), row.row()) + " has " + row.repeats() + " repeats of weight "
              + row.weight());
    }
  }

  private void checkStatistics(Counts totals) throws IOException {
    try {
      var statistics = StatisticsFiles.read(files, run);
      if (!statistics.corpus().counts().equals(totals)) {
        report("statistics/corpus.json", "does not hold the totals of " + ManifestJson.FILE);
      }
      var sum = statistics.shards().stream().map(shard -> shard.counts()).reduce(Counts.NONE, Counts::plus);
      if (sum.documents() != totals.documents() || sum.aiDocuments() != totals.aiDocuments()) {
        report("statistics/shards.jsonl", "does not add up to the totals of " + ManifestJson.FILE);
      }
      checkRefused(statistics);
    } catch (ManifestException e) {
      report("statistics", e.getMessage());
    }
  }

  /** Refused words add up over shards, and are no more than the words in languages that the gate reads. */
  private void checkRefused(Statistics statistics) {
    long refused = statistics.corpus().refused().words();
    long ofShards = statistics.shards().stream().mapToLong(shard -> shard.refused().words()).sum();
    var counts = statistics.corpus().counts();
    if (refused < 0 || refused > counts.words() - counts.otherLanguageWords() || refused != ofShards) {
      report("statistics", "counts refused words that do not add up");
    }
  }

  private void report(String path, String what) {
    problems.add(new Problem(path, what));
  }
}
