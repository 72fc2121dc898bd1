package org.counterweight.run;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterweight.corpus.Damage;
import org.counterweight.corpus.Document;
import org.counterweight.corpus.Entry;
import org.counterweight.corpus.Refusal;
import org.counterweight.corpus.Split;
import org.counterweight.corpus.WordSequences;
import org.counterweight.passage.MarkupView;
import org.counterweight.plan.Control;
import org.counterweight.stance.TaggedDocument;
import org.counterweight.virality.Counts;

/** Adds up one split as its records go by, and writes what passed the gate. */
final class PartTally {

  private final Judgement judgement;
  private final WordSequences excluded;
  private final String shard;
  private final TaggedWriter writer;
  private final double controls;
  private final SortedMap<String, Counts> bySource = new TreeMap<>();
  private final SortedMap<String, Counts> byMonth = new TreeMap<>();
  private long rows;
  private long empty;
  private long refused;

  /**
   * @param excluded word sequences of evaluation texts
   */
  PartTally(Judgement judgement, WordSequences excluded, String shard, TaggedWriter writer, double controls) {
    this.judgement = judgement;
    this.excluded = excluded;
    this.shard = shard;
    this.writer = writer;
    this.controls = controls;
  }

  void empty() {
    rows++;
    empty++;
  }

  void refused(Refusal refusal) throws IOException {
    rows++;
    refused++;
    writer.write(refusal);
  }

  void readable(Entry.Readable entry) throws IOException {
    rows++;
    var view = MarkupView.of(entry.text());
    var scan = judgement.gate().scan(view);
    boolean readable = judgement.gate().reads(entry.text());
    var gated = readable && scan.admitted() ? judgement.of(view) : Judgement.Gated.NOTHING;
    var counts = plain(scan.words(), entry, readable);
    if (!gated.passages().isEmpty()) {
      var record = entry.document();
      var document = tagged(record.document(), view, scan.words(), gated);
      counts = counts.plus(gated(document, record.unreadableEngagement()));
      writer.write(document);
    } else if (readable && controls > 0 && scan.words() > 0) {
      control(entry, view, scan.words());
    }
    bySource.merge(entry.source(), counts, Counts::plus);
    byMonth.merge(entry.month(), counts, Counts::plus);
  }

  /**
   * Remembers a document in a language that the gate reads, of which no passage passed it and nothing evaluates. One
   * that the corpus marks as machine-written is left out: whether such may gain is a plan's choice, made later.
   */
  private void control(Entry.Readable entry, MarkupView view, int words) throws IOException {
    var text = Cache.sha256(entry.text());
    if (Control.kept(text, controls) && !overlaps(entry.text(), view)) {
      var document = entry.document().document();
      if (!document.synthetic()) {
        writer.control(document.row(), document.id(), document.source(), text, words);
      }
    }
  }

  private static Counts plain(int words, Entry.Readable entry, boolean readable) {
    int missingId = entry.hasId() ? 0 : 1;
    return new Counts(
        1, 0, 0, 0, 0, words, Math.max(0, entry.tokens()), 0, missingId, 0, 0, 0, readable ? 0 : 1,
        readable ? 0 : words);
  }

  private static Counts gated(TaggedDocument document, int unreadable) {
    long negative = document.engagement().stream().filter(engagement -> engagement.value() < 0).count();
    return new Counts(0, 1, document.aboutAi() ? 1 : 0, 0, 0, 0, 0, 0, 0, 0, unreadable, negative, 0, 0);
  }

  /** As it is written, or as a reader sees it, without its markup. */
  private boolean overlaps(String text, MarkupView view) {
    return excluded.size() > 0
        && (excluded.sharedWith(text) || excluded.sharedWith(view.text()));
  }

  private TaggedDocument tagged(Document document, MarkupView view, int words, Judgement.Gated gated) {
    return new TaggedDocument(
        shard,
        document.row(),
        document.id(),
        document.source(),
        document.host(),
        document.month(),
        words,
        document.tokens(),
        document.copiesDeclared(),
        document.synthetic(),
        overlaps(document.text(), view),
        Cache.sha256(document.text()),
        document.engagement(),
        gated.passages(),
        gated.sketch());
  }

  Part part(Split split, String file, long bytes, Optional<Damage> damage) {
    var unread = new Counts(0, 0, 0, empty, refused, 0, 0, bytes, 0, 0, 0, 0, 0, 0);
    var counts = bySource.values().stream().reduce(unread, Counts::plus);
    return new Part(split, file, rows, counts, bySource, byMonth, damage.map(Damage::toString).orElse(""));
  }
}
