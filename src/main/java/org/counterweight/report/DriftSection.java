package org.counterweight.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.counterweight.virality.Change;
import org.counterweight.virality.Drift;
import org.counterweight.virality.PartDrift;

/** What changed since the run before. */
final class DriftSection {

  /** Shards shown: those that changed most surely. */
  private static final int MOST = 30;

  private DriftSection() {}

  static void write(Html html, Drift drift) {
    HtmlReport.section(html, "Since the run before", "");
    html.open("p").text("The run before is ").element("code", drift.previous()).text(". ");
    if (!drift.reason().isEmpty()) {
      html.text("It cannot be compared with: " + drift.reason() + ".").close("p").line();
      return;
    }
    html.text(counts(drift)).close("p").line();
    var rows = new ArrayList<PartDrift>();
    rows.add(drift.corpus().orElseThrow());
    var changed = changed(drift);
    rows.addAll(changed.subList(0, Math.min(MOST, changed.size())));
    html.open("div", "class", "wide", "role", "region", "aria-label", "Drift table", "tabindex", "0").open("table");
    html.open("thead").open("tr").element("th", "Part", "scope", "col");
    for (String column : List.of("Odds as judged, now : before", "p", "q", "Odds corrected, now : before", "p", "q")) {
      html.element("th", column, "scope", "col", "class", "number");
    }
    html.element("th", "Marked", "scope", "col").close("tr").close("thead").open("tbody").line();
    rows.forEach(part -> row(html, part));
    html.close("tbody").close("table").close("div").line();
    html.open("p").text("p is of no change at all; q is the least false discovery rate over the shards that changed at"
        + " which a shard is marked. All shards are in ").element("code", "statistics/drift.jsonl").text(".");
    html.close("p").line();
  }

  private static String counts(Drift drift) {
    return String.format(
        Locale.ROOT, "Of its shards and this run's, %,d changed, %,d are the same, %,d are new and %,d are gone. "
            + "Marked at a false discovery rate of 5 %%: %,d.",
        drift.count(PartDrift.Status.CHANGED), drift.count(PartDrift.Status.UNCHANGED),
        drift.count(PartDrift.Status.NEW), drift.count(PartDrift.Status.GONE), drift.marked().size());
  }

  /** The shards that changed, the surest first. */
  private static List<PartDrift> changed(Drift drift) {
    return drift.shards().stream()
        .filter(shard -> shard.status() == PartDrift.Status.CHANGED)
        .sorted(Comparator.comparingDouble((PartDrift shard) -> Math.min(p(shard.judged()), p(shard.corrected())))
            .thenComparing(PartDrift::name))
        .toList();
  }

  private static double p(Change change) {
    return Double.isNaN(change.p()) ? 1 : change.p();
  }

  private static void row(Html html, PartDrift part) {
    html.open("tr").open("th", "scope", "row").name(part.name()).close("th");
    change(html, part.judged());
    change(html, part.corrected());
    html.element("td", part.marked() ? "yes" : "no").close("tr").line();
  }

  private static void change(Html html, Change change) {
    html.open("td", "class", "number").text(Amounts.figure(change.ratio()));
    if (!change.ratio().reason().isEmpty()) {
      html.open("small").name(Amounts.remark(change.ratio())).close("small");
    }
    html.close("td");
    html.element("td", Amounts.number(change.p()), "class", "number");
    html.element("td", Amounts.number(change.q()), "class", "number");
  }
}
