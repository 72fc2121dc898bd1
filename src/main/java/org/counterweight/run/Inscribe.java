package org.counterweight.run;

import java.io.IOException;
import java.util.ArrayDeque;
import org.counterweight.manifest.DocumentRow;
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
 * @param folder where they go
 * @param shift from scores to expected true words
 * @param decision which stance the classifier names
 * @param weights the replicates' weights
 * @param defaultWeight of documents that the plan does not list, in millionths
 * @param counted whether the true words of documents met once are known, so that only their change is added up
 */
record Inscribe(
    PartFiles.Folder folder,
    PriorShift shift,
    Decision decision,
    PoissonWeights weights,
    long defaultWeight,
    boolean counted)
    implements Engine.Task<Allotment, Inscribed> {

  @Override
  public Inscribed run(Allotment allotment) throws IOException {
    var located = allotment.located();
    var planned = new PlannedSums(weights);
    var works = KnownWorks.read(folder.storage(), located.works());
    var placebo = new ArrayDeque<>(allotment.placebo());
    var next = new int[1];
    try (var files = folder.open(allotment)) {
      TaggedReader.each(folder.storage(), located, document -> {
        long weight = defaultWeight;
        var work = works.of(document);
        var name = work.name();
        if (document.aboutAi()) {
          while (!placebo.isEmpty() && placebo.peek().control().row() < document.row()) {
            files.listed(row(located.shard(), placebo.poll()));
          }
          weight = allotment.weights()[next[0]];
          files.listed(row(document, name, work.copies(), allotment, next[0]++), document);
        } else {
          files.notAi(document);
        }
        if (!counted) {
          planned.add(shift.of(document), name, weight);
        } else if (weight != PlannedSums.ONCE) {
          planned.change(shift.of(document), name, weight);
        }
      }, files::refused);
      for (var placed : placebo) {
        files.listed(row(located.shard(), placed));
      }
      return new Inscribed(files.finish(), files.spooled().stream().toList(), planned);
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

  private DocumentRow row(TaggedDocument document, String work, int copies, Allotment allotment, int index) {
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
        work,
        copies,
        document.copiesDeclared(),
        weight,
        allotment.repeats()[index],
        Bucket.of(weight).name(),
        allotment.reason(index).label());
  }
}
