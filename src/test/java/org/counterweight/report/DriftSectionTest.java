package org.counterweight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.counterweight.virality.Change;
import org.counterweight.virality.Drift;
import org.counterweight.virality.Figure;
import org.counterweight.virality.PartDrift;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class DriftSectionTest {

  private static final String PREVIOUS = "20260304T050607Z-00000000";
  private static final String HOSTILE = "0/<script>alert(1)</script>\u202e.jsonl";

  private static Document page(Drift drift) {
    var html = new Html();
    DriftSection.write(html, drift);
    return Jsoup.parse(html.toString());
  }

  private static PartDrift changed(String name, double ratio, double p) {
    var change = new Change(Figure.of(ratio, ratio / 2, ratio * 2), p, p);
    return new PartDrift(name, PartDrift.Status.CHANGED, change, Change.unknown("too few works"));
  }

  private static Drift drift(List<PartDrift> shards) {
    return Drift.of(PREVIOUS, changed("corpus", 1.25, 0.03), shards);
  }

  @Test
  void theCorpusComesFirstAndThenTheSurestChanges() {
    var page =
        page(drift(List.of(changed("0/a", 1.1, 0.5), changed("0/b", 3, 0.001), PartDrift.alone("0/c",
            PartDrift.Status.NEW))));
    assertThat(page.select("tbody th").eachText()).containsExactly("corpus", "0/b", "0/a");
    assertThat(page.select("tbody tr").eachText().get(1)).contains("3.00 (1.50 to 6.00)", "0.00100", "too few works");
    assertThat(page.select("tbody td:last-child").eachText()).containsExactly("yes", "yes", "no");
    assertThat(page.text()).contains("2 changed, 0 are the same, 1 are new and 0 are gone", "rate of 5 %: 1.");
  }

  @Test
  void hostileNamesAreShownAsText() {
    var html = new Html();
    DriftSection.write(html, drift(List.of(changed(HOSTILE, 2, 0.001))));
    assertThat(html.toString()).doesNotContain("<script").doesNotContain("\u202e").contains("&lt;script&gt;");
  }

  @Test
  void longListsAreCutAndNameTheFileThatHoldsAll() {
    var shards = new ArrayList<PartDrift>();
    for (int i = 0; i < 200; i++) {
      shards.add(changed("0/" + i, 1.5, 0.9));
    }
    var page = page(drift(shards));
    assertThat(page.select("tbody tr")).hasSize(31);
    assertThat(page.text()).contains("200 changed").contains("statistics/drift.jsonl");
    assertThat(page.select("table th")).allMatch(header -> header.hasAttr("scope"));
  }

  @Test
  void runsThatCannotBeComparedSayWhyAndShowNoTable() {
    var page = page(Drift.incomparable(PREVIOUS, "another model judged it"));
    assertThat(page.text()).contains(PREVIOUS).contains("cannot be compared with: another model judged it.");
    assertThat(page.select("table")).isEmpty();
  }
}
