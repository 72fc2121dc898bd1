package org.counterweight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.counterweight.virality.EngagementFigures;
import org.counterweight.virality.Figure;
import org.counterweight.virality.Quantiles;
import org.counterweight.virality.Stratum;
import org.counterweight.virality.Stratum.Comparison;
import org.junit.jupiter.api.Test;

class EngagementSectionTest {

  private static String written(List<Stratum> strata) {
    var html = new Html();
    EngagementSection.write(html, EngagementFigures.of(strata));
    return html.toString();
  }

  @Test
  void aStratumIsARowAndAHostileNameIsText() {
    var ratio = Figure.of(1.25, 1, 1.6);
    var comparison =
        new Comparison(ratio, ratio, Figure.of(0.55, 0.5, 0.6), new Quantiles(3, 40, 700), new Quantiles(2, 30, 9));
    var strata =
        List.of(
            new Stratum("<b>&", "score", 1900, 1900, 0, 61, 70, 55, "host", 12, Double.NaN, comparison, comparison),
            new Stratum("top", "claps", 800, 800, 0, 61, 70, 55, "host", 12, 1000, comparison, comparison));
    assertThat(written(strata))
        .contains("&lt;b&gt;&amp;").doesNotContain("<b>")
        .contains("1,900").contains("61.0, 70.0").contains("1.25 (1.00 to 1.60)").contains("3.00, 40.0, 700")
        .contains("truncated: values start at 1,000")
        .contains("do not depend on engagement given the true class");
  }

  @Test
  void whereNothingIsCorrectedTheReasonStandsAndQuantilesAreThoseJudged() {
    var none = Figure.notIdentifiable("about 2.0 documents (effective number) with reactions are doom; 10 are needed");
    var without = new Comparison(none, none, none, Quantiles.UNKNOWN, Quantiles.UNKNOWN);
    var judged = new Comparison(none, none, none, new Quantiles(3, 40, 700), Quantiles.UNKNOWN);
    var stratum = new Stratum("s", "f", 90, 90, 0, 2, 8, 90, "work", Double.NaN, Double.NaN, without, judged);
    assertThat(written(List.of(stratum)))
        .contains("about 2.0 documents").contains("3.00, 40.0, 700 as judged").contains("not identifiable");
  }

  @Test
  void onlyTheLargestStrataAreShown() {
    var none = Figure.notIdentifiable("too few");
    var without = new Comparison(none, none, none, Quantiles.UNKNOWN, Quantiles.UNKNOWN);
    var strata = new ArrayList<Stratum>();
    for (int i = 0; i < 45; i++) {
      strata.add(
          new Stratum("s" + i, "f", 100 + i, 100 + i, 0, 2, 8, 90, "work", Double.NaN, Double.NaN, without, without));
    }
    assertThat(written(strata)).doesNotContain(">s4<").contains(">s5<").contains("of 45.");
  }
}
