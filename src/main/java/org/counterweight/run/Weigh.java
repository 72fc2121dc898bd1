package org.counterweight.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.counterweight.corpus.Storage;
import org.counterweight.plan.Candidate;
import org.counterweight.stance.TaggedDocument;
import org.counterweight.virality.PriorShift;

/**
 * Lists the AI documents of a part as the plan sees them.
 *
 * @param storage where tagged documents lie
 * @param shift from scores to expected true words
 * @param threshold p(tractable) in millionths that a passage must reach for its document to gain
 */
record Weigh(Storage storage, PriorShift shift, int threshold) implements Engine.Task<Located, List<Candidate>> {

  @Override
  public List<Candidate> run(Located located) throws IOException {
    var candidates = new ArrayList<Candidate>();
    var works = KnownWorks.read(storage, located.works());
    TaggedReader.documents(storage, located, document -> {
      if (document.aboutAi()) {
        candidates.add(candidate(document, works.of(document)));
      }
    });
    return candidates;
  }

  private Candidate candidate(TaggedDocument document, KnownWorks.Work work) {
    var words = shift.of(document);
    boolean mayGain = false;
    for (var passage : document.passages()) {
      mayGain |= passage.p().tractable() >= threshold;
    }
    return new Candidate(
        document.key(),
        work.name(),
        document.words(),
        words.doom(),
        words.tractable(),
        work.copies(),
        mayGain,
        document.source(),
        document.host(),
        document.month(),
        document.synthetic(),
        document.overlapsEvaluation());
  }
}
