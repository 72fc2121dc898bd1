package org.counterweight.report;

import java.util.Locale;
import org.counterweight.virality.Concentration;
import org.counterweight.virality.Concentration.Held;
import org.counterweight.virality.Concentration.Top;

/** How much of the doom and of the tractable words a few hosts hold. */
final class ConcentrationSection {

  private ConcentrationSection() {}

  static void write(Html html, Concentration concentration) {
    html.element("h3", "Held by few hosts").line();
    var facts = Facts.open(html, "Held by few hosts");
    facts.fact(
        "Hosts", Amounts.whole(concentration.hosts()),
        percent(concentration.hosted()) + " of the doom and tractable words have one");
    held(facts, "doom", concentration.doom());
    held(facts, "tractable", concentration.tractable());
    facts.close();
  }

  private static void held(Facts facts, String stance, Held held) {
    facts.fact(
        "Share of the " + stance + " words on the first host, first 10, first 1 %",
        shares(held.corrected()), "as judged: " + shares(held.judged()));
  }

  private static String shares(Top top) {
    return percent(top.one()) + ", " + percent(top.ten()) + ", " + percent(top.percent());
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
