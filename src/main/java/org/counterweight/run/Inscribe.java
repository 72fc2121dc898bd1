package org.counterweight.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Refusal;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.DocumentRow;
import org.counterweight.manifest.FileEntry;
import org.counterweight.manifest.NotAiWriter;
import org.counterweight.manifest.PartWriter;
import org.counterweight.manifest.PassageRow;
import org.counterweight.manifest.QuarantineFile;
import org.counterweight.manifest.QuarantineRow;
import org.counterweight.manifest.RowFormat;
import org.counterweight.plan.Bucket;
import org.counterweight.plan.Placed;
import org.counterweight.stance.Decision;
import org.counterweight.stance.Stance;
import org.counterweight.stance.TaggedDocument;
import org.counterweight.stance.Verdict;
import org.counterweight.virality.PlannedSums;
import org.counterweight.virality.PoissonWeights;
import org.counterweight.virality.PriorShift;

/**
 * Writes a part's rows and refusals into the folder of a plan, and sums up the true words that the plan gives.
 *
 * @param storage where tagged documents lie and rows go
 * @param staging the plan's folder: the run's staging folder, or a variant's in it
 * @param whole whether passages and refusals are written too, as in a run's own folder
 * @param format of the rows
 * @param shift from scores to expected true words
 * @param decision which stance the classifier names
 * @param weights the replicates' weights
 * @param defaultWeight of documents that the plan does not list, in millionths
 */
record Inscribe(
    Storage storage,
    String staging,
    boolean whole,
    RowFormat format,
    PriorShift shift,
    Decision decision,
    PoissonWeights weights,
    long defaultWeight)
    implements Engine.Task<Allotment, Inscribed> {

  @Override
  public Inscribed run(Allotment allotment) throws IOException {
    var files = new ArrayList<FileEntry>();
    var planned = new PlannedSums(weights);
    var works = KnownWorks.read(storage, allotment.located().works());
    if (allotment.weights().length > 0 || !allotment.placebo().isEmpty()) {
      try (var writer = writer(allotment.located().index())) {
        write(allotment, works, writer, planned);
        files.addAll(writer.finish().files());
      }
    } else {
      TaggedReader.documents(storage, allotment.located(),
          document -> planned.add(shift.of(document), works.of(document).name(), defaultWeight));
    }
    if (!whole) {
      return new Inscribed(files, planned);
    }
    if (allotment.located().part().counts().refused() > 0) {
      files.add(quarantine(allotment.located()));
    }
    files.addAll(notAi(allotment.located()));
    return new Inscribed(files, planned);
  }

  private PartWriter writer(int part) throws IOException {
    var root = new Path(staging);
    return whole ? PartWriter.open(storage, root, part, format) : PartWriter.documents(storage, root, part, format);
  }

  private void write(Allotment allotment, KnownWorks works, PartWriter writer, PlannedSums planned)
      throws IOException {
    var located = allotment.located();
    var placebo = new ArrayDeque<>(allotment.placebo());
    var next = new int[1];
    TaggedReader.documents(storage, located, document -> {
      long weight = defaultWeight;
      var work = works.of(document);
      if (document.aboutAi()) {
        while (!placebo.isEmpty() && placebo.peek().control().row() < document.row()) {
          writer.write(row(located.shard(), placebo.poll()), List.of());
        }
        weight = allotment.weights()[next[0]];
        var passages = whole ? PassageRow.of(document) : List.<PassageRow>of();
        writer.write(row(document, work, allotment, next[0]++), passages);
      }
      planned.add(shift.of(document), work.name(), weight);
    });
    for (var placed : placebo) {
      writer.write(row(located.shard(), placed), List.of());
    }
  }

  private static DocumentRow row(String shard, Placed placed) {
    var control = placed.control();
    return new DocumentRow(
        shard,
        control.row(),
        control.id(),
        control.source(),
        control.words(),
        0,
        0,
        Stance.NOT_AI,
        control.text().substring(0, 32),
        placed.copies(),
        0,
        placed.weightMicro(),
        placed.repeats(),
        Bucket.of(placed.weightMicro()).name(),
        DocumentRow.PLACEBO);
  }

  /** What passed the gate and was judged not about AI throughout: part of what a review draws from. */
  private List<FileEntry> notAi(Located located) throws IOException {
    var counts = located.part().counts();
    if (counts.gatedDocuments() == counts.aiDocuments()) {
      return List.of();
    }
    try (var writer = NotAiWriter.open(storage, new Path(staging), located.index(), format)) {
      TaggedReader.documents(storage, located, document -> {
        if (!document.aboutAi()) {
          writer.write(PassageRow.of(document));
        }
      });
      return writer.finish();
    }
  }

  private DocumentRow row(TaggedDocument document, KnownWorks.Work work, Allotment allotment, int index) {
    long weight = allotment.weights()[index];
    var verdict = Verdict.of(document.words(), document.passages(), decision);
    return new DocumentRow(
        document.shard(),
        document.row(),
        document.id(),
        document.source(),
        document.words(),
        verdict.p().doom(),
        verdict.p().tractable(),
        verdict.stance(),
        work.name(),
        work.copies(),
        document.copiesDeclared(),
        weight,
        allotment.repeats()[index],
        Bucket.of(weight).name(),
        allotment.reason(index).label());
  }

  private FileEntry quarantine(Located located) throws IOException {
    try (var file = QuarantineFile.open(storage, new Path(staging), located.index())) {
      TaggedReader.each(storage, located, document -> {}, refusal -> file.write(row(refusal)));
      return file.finish();
    }
  }

  private static QuarantineRow row(Refusal refusal) {
    return new QuarantineRow(
        refusal.shard(),
        refusal.row(),
        refusal.position(),
        Refusals.label(refusal.reason()),
        refusal.detail(),
        refusal.excerpt());
  }
}
