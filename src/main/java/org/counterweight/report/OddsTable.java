package org.counterweight.report;

import java.util.Comparator;
import java.util.List;
import org.counterweight.virality.Estimates;
import org.counterweight.virality.Figure;

/**
 * A table of sources, shards or months with a bar for the odds of each: the point is the estimate, the bar its 95 %
 * interval, the line stands at 1.
 *
 * @param what one row, such as {@code Source}
 * @param file where all rows are, relative to the run folder
 * @param most how many rows are shown
 */
record OddsTable(String what, String file, int most) {

  static final OddsTable SOURCES = new OddsTable("Source", "statistics/sources.jsonl", 30);
  static final OddsTable SHARDS = new OddsTable("Shard", "statistics/shards.jsonl", 30);
  static final OddsTable MONTHS = new OddsTable("Month", "statistics/months.jsonl", 36);

  /** Those with most AI documents, in the order given. */
  static List<Estimates> largest(List<Estimates> all, int most) {
    var largest =
        all.stream()
            .sorted(Comparator.comparingLong((Estimates part) -> part.counts().aiDocuments()).reversed())
            .limit(most)
            .toList();
    return all.stream().filter(part -> largest.stream().anyMatch(kept -> kept == part)).toList();
  }

  void write(Html html, List<Estimates> all) {
    if (all.isEmpty()) {
      html.element("p", "None.").line();
      return;
    }
    var shown = largest(all, most);
    var scale = OddsScale.of(shown.stream().map(Estimates::oddsCorrected).toList());
    html.open("div", "class", "wide", "role", "region", "aria-label", what + " table", "tabindex", "0").open("table");
    head(html, scale);
    html.open("tbody").line();
    shown.forEach(part -> row(html, part, scale));
    html.close("tbody").close("table").close("div").line();
    if (shown.size() < all.size()) {
      html.open("p").text("Shown: the " + shown.size() + " with most AI documents, of " + Amounts.whole(all.size()))
          .text(". All are in ").element("code", file).text(".").close("p").line();
    }
  }

  private void head(Html html, OddsScale scale) {
    html.open("thead").open("tr").element("th", what, "scope", "col");
    for (String column : List.of("Documents", "About AI", "Doom words", "Tractable words", "Odds (95 % interval)")) {
      html.element("th", column, "scope", "col", "class", "number");
    }
    html.open("th", "scope", "col");
    svg(html, "Scale of the odds");
    for (double tick : scale.ticks()) {
      double x = scale.at(tick);
      String anchor = tick == scale.low() ? "start" : tick == scale.high() ? "end" : "middle";
      html.element("text", label(tick), "x", OddsScale.coordinate(x), "y", "17", "text-anchor", anchor);
    }
    html.close("svg").close("th").close("tr").close("thead").line();
  }

  private static void row(Html html, Estimates part, OddsScale scale) {
    var odds = part.oddsCorrected();
    html.open("tr").open("th", "scope", "row").name(part.name()).close("th");
    number(html, Amounts.whole(part.counts().documents()));
    number(html, Amounts.whole(part.counts().aiDocuments()));
    number(html, Amounts.whole(part.correctedMass().doom()));
    number(html, Amounts.whole(part.correctedMass().tractable()));
    html.open("td", "class", "number").text(Amounts.figure(odds));
    if (!odds.reason().isEmpty()) {
      html.open("small").name(Amounts.remark(odds)).close("small");
    }
    html.close("td").open("td", "class", "bar");
    bar(html, odds, scale);
    html.close("td").close("tr").line();
  }

  private static void number(Html html, String text) {
    html.element("td", text, "class", "number");
  }

  private static void bar(Html html, Figure odds, OddsScale scale) {
    svg(html, odds.identifiable() ? "Odds " + Amounts.figure(odds) : "Odds not identifiable");
    String one = OddsScale.coordinate(scale.at(1));
    html.open("line", "class", "one", "x1", one, "x2", one, "y1", "0", "y2", "24").close("line");
    if (odds.identifiable()) {
      double from = scale.at(odds.low());
      double width = Math.max(scale.at(odds.high()) - from, 1);
      html.open(
              "rect", "class", "interval", "x", OddsScale.coordinate(from), "y", "8", "width",
              OddsScale.coordinate(width), "height", "8", "rx", "2")
          .close("rect");
      html.open("circle", "class", "point", "cx", OddsScale.coordinate(scale.at(odds.value())), "cy", "12", "r", "5")
          .close("circle");
    }
    html.close("svg");
  }

  private static void svg(Html html, String title) {
    html.open("svg", "viewBox", "0 0 240 24", "width", "240", "height", "24", "role", "img", "aria-label", title);
    html.element("title", title);
  }

  private static String label(double tick) {
    return tick < 1 ? "1:" + Math.round(1 / tick) : Math.round(tick) + ":1";
  }
}
