package org.counterweight.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.counterweight.virality.EngagementFigures;
import org.counterweight.virality.Figure;
import org.counterweight.virality.Quantiles;
import org.counterweight.virality.Stratum;

/** What readers' reactions say: the combined figures, and a table with a row for each source and field. */
final class EngagementSection {

  private static final int MOST = 40;

  private EngagementSection() {}

  static void write(Html html, EngagementFigures engagement) {
    HtmlReport.section(
        html,
        "Readers' reactions",
        "Doom against tractable, within each source and field of reactions, since no two fields are alike. Above 1, or"
            + " above one half, readers react more to doom.");
    var facts = Facts.open(html, "Readers' reactions, combined");
    figure(facts, "Ratio of expected reactions (V_engagement)", engagement.ratio().figure());
    figure(facts, "The same as judged", engagement.ratioRaw().figure());
    figure(facts, "Ratio of geometric means of 1 + reactions", engagement.geometricMeans().figure());
    figure(facts, "The same as judged", engagement.geometricMeansRaw().figure());
    figure(facts, "Probability that a doom document has more", engagement.effectSize().figure());
    figure(facts, "The same as judged", engagement.effectSizeRaw().figure());
    facts.close();
    if (!engagement.strata().isEmpty()) {
      table(html, engagement.strata());
    }
  }

  private static void figure(Facts facts, String name, Figure figure) {
    facts.fact(name, Amounts.figure(figure), Amounts.remark(figure));
  }

  private static void table(Html html, List<Stratum> all) {
    var largest =
        all.stream().sorted(Comparator.comparingLong((Stratum one) -> -one.documents())).limit(MOST).toList();
    html.open("div", "class", "wide", "role", "region", "aria-label", "Strata table", "tabindex", "0").open("table");
    html.open("thead").open("tr").element("th", "Source and field", "scope", "col");
    for (String column :
        List.of("Documents", "Effective: doom, tractable", "Ratio (95 % interval)", "Ratio as judged",
            "Geometric means", "P(doom > tractable)", "Median, 90 %, 99 %: doom", "tractable")) {
      html.element("th", column, "scope", "col", "class", "number");
    }
    html.close("tr").close("thead").open("tbody").line();
    all.stream().filter(one -> largest.stream().anyMatch(kept -> kept == one)).forEach(one -> row(html, one));
    html.close("tbody").close("table").close("div").line();
    if (largest.size() < all.size()) {
      html.element("p", "Shown: the " + MOST + " with most documents, of " + Amounts.whole(all.size()) + ".").line();
    }
  }

  private static void row(Html html, Stratum stratum) {
    html.open("tr").open("th", "scope", "row").name(stratum.source()).text(" ").name(stratum.field());
    String why = stratum.truncated()
        ? "truncated: values start at " + Amounts.number(stratum.floor())
            + ", so the ratio is biased to 1 and left out of the combination"
        : stratum.corrected().ratio().identifiable() ? "" : stratum.corrected().ratio().reason();
    if (!why.isEmpty()) {
      html.element("small", why);
    }
    html.close("th");
    number(html, Amounts.whole(stratum.carrying()));
    number(html, String.format(Locale.ROOT, "%.1f, %.1f", stratum.doom(), stratum.tractable()));
    number(html, Amounts.figure(stratum.corrected().ratio()));
    number(html, Amounts.figure(stratum.judged().ratio()));
    number(html, Amounts.figure(stratum.corrected().geometricMeans()));
    number(html, Amounts.figure(stratum.corrected().effectSize()));
    boolean corrected = stratum.corrected().ratio().identifiable();
    var shown = corrected ? stratum.corrected() : stratum.judged();
    number(html, quantiles(shown.doomQuantiles(), corrected));
    number(html, quantiles(shown.tractableQuantiles(), corrected));
    html.close("tr").line();
  }

  private static String quantiles(Quantiles quantiles, boolean corrected) {
    return Amounts.number(quantiles.median()) + ", " + Amounts.number(quantiles.ninety()) + ", "
        + Amounts.number(quantiles.ninetyNine()) + (corrected ? "" : " as judged");
  }

  private static void number(Html html, String text) {
    html.element("td", text, "class", "number");
  }
}
