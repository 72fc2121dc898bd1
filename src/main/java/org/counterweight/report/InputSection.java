package org.counterweight.report;

import org.counterweight.manifest.Manifest;

/** What could not be read, and what was odd about the rest. */
final class InputSection {

  private InputSection() {}

  static void write(Html html, Manifest manifest, RunNotes notes) {
    var totals = manifest.totals();
    var counts = totals.counts();
    HtmlReport.section(html, "Left out, and what was odd", "");
    var facts = Facts.open(html, "Left out");
    facts.fact("Records that could not be read", Amounts.whole(counts.refused()), "each is listed in quarantine/");
    notes.quarantined().forEach((reason, records) -> facts.fact("– " + reason, Amounts.whole(records)));
    facts.fact("Records without text", Amounts.whole(counts.empty()));
    facts.fact("Documents in a language that the gate has no words of", Amounts.whole(counts.otherLanguage()));
    facts.fact("Shards damaged before their end", Amounts.whole(totals.damagedShards()));
    facts.fact("Files of unknown kind", Amounts.whole(totals.skippedFiles()));
    facts.fact("Documents without an id", Amounts.whole(counts.missingIds()));
    facts.fact("AI documents with the id of another", Amounts.whole(counts.duplicateIds()));
    facts.fact("Engagement that is not a number", Amounts.whole(counts.unreadableEngagement()));
    facts.fact("Engagement below zero", Amounts.whole(counts.negativeEngagement()));
    facts.close();
  }
}
