package org.counterweight.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.counterweight.report.ReportSample.HOSTILE;
import static org.counterweight.report.ReportSample.estimates;
import static org.counterweight.report.ReportSample.page;
import static org.counterweight.report.ReportSample.plan;
import static org.counterweight.report.ReportSample.render;
import static org.counterweight.report.ReportSample.statistics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.counterweight.virality.Figure;
import org.counterweight.virality.Statistics;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

  @Test
  void nothingIsFetchedOrRun() {
    var page = page(statistics(List.of("forum", HOSTILE)), plan(true, ""));
    assertThat(page.select("script, img, link, iframe, object, form, a, [style], [src], [href], [onerror]")).isEmpty();
    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe-inline").doesNotContain("script-src");
  }

  @Test
  void theStyleIsTheOneThatThePolicyAllows() throws Exception {
    var page = page(statistics(List.of("forum")), plan(true, ""));
    byte[] style = page.select("style").first().data().getBytes(StandardCharsets.UTF_8);
    String digest = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(style));
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content")).contains(digest);
    assertThat(new String(style, StandardCharsets.UTF_8)).contains("prefers-color-scheme: dark").doesNotContain("url(");
  }

  @Test
  void hostileNamesAreShownAsText() {
    String html = render(statistics(List.of(HOSTILE, "x".repeat(5000), "")), plan(true, HOSTILE));
    assertThat(html).doesNotContain("<script").doesNotContain("<img").doesNotContain("\u202e").doesNotContain("\u0000");
    assertThat(html).contains("&lt;script&gt;").contains("\\u202e").contains("\\u000a").contains("\\ud800");
    assertThat(html).doesNotContain("x".repeat(121)).contains("<em>(none)</em>");
    var page = Jsoup.parse(html);
    assertThat(page.select("bdi").eachText()).anyMatch(text -> text.startsWith("</style><script>alert('x')</script>"));
  }

  @Test
  void everySingleCharacterLeavesThePageWhole() {
    String plain = skeleton(render(statistics(List.of("a")), plan(true, "a")));
    for (int c = 0; c < 0x300; c++) {
      String name = "a" + Character.toString(c);
      assertThat(skeleton(render(statistics(List.of(name)), plan(true, name)))).as("U+%04x", c).isEqualTo(plain);
    }
  }

  @Test
  void itsBytesDependOnTheRunAlone() {
    var statistics = statistics(List.of("forum"));
    String expected = render(statistics, plan(true, ""));
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(render(statistics, plan(true, ""))).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void itSaysWhatTheFiguresShow() {
    String text = page(statistics(List.of("forum")), plan(true, "")).select(".summary").text();
    assertThat(text)
        .contains("Of 20,000 documents, 600 (3.0 %) hold a passage about AI.")
        .contains("there are 2.50 that frame it as doomed (95 % interval: 2.00 to 3.25)")
        .contains("The corpus leans to doom.")
        .contains("Doom is copied more.")
        .contains("not known: no source has 20 documents about AI that carry a number of readers' reactions.")
        .contains("(target odds: 1), the AI documents come to 1.02 in whole repeats and 1.00 by their weights, for 1.00"
            + " asked for, with 250,000 words (25.0 %) more");
  }

  @Test
  void itSaysWhatTheFiguresDoNotShow() {
    var unknown = Figure.notIdentifiable("not identifiable: too few works");
    var corpus = estimates("corpus", unknown, Figure.of(1.1, 0.9, 1.4));
    String text =
        page(new Statistics(corpus, List.of(), List.of(), List.of()), plan(true, "its interval holds 1"))
            .select(".summary").text();
    assertThat(text)
        .contains("cannot be said from this corpus: too few works.")
        .contains("no effect of copying is shown")
        .contains("Weights stay where they were. its interval holds 1.");
  }

  @Test
  void whereTheCorrectedFigureIsMissingTheJudgedOneIsGivenForWhatItIsWorth() {
    var unknown = Figure.notIdentifiable("neither end is bounded");
    var caveat = "as judged: the classifier's errors are not corrected";
    var corpus = estimates("corpus", unknown, unknown, new Figure(1.7, 0.9, 2.4, true, caveat));
    var page = page(new Statistics(corpus, List.of(), List.of(), List.of()), plan(true, ""));
    assertThat(page.select(".summary").text())
        .contains("As judged, the odds of doom to tractable words are 1.70 (0.900 to 2.40), an interval that holds 1.")
        .contains("As judged, copying multiplies the odds by 1.70 (0.900 to 2.40)")
        .contains("a hint, not a finding")
        .contains("not the classifier's errors");
    assertThat(page.select("tr:contains(Spread by copies as judged)").text()).contains(caveat);
    assertThat(page.select("tr:contains(Odds as judged with each work counted once)").text()).contains(caveat);
  }

  @Test
  void theJudgedFigureStaysOutOfTheSummaryWhereItIsNotNeededOrNotThere() {
    var unknown = Figure.notIdentifiable("too few works");
    var known = page(statistics(List.of("forum")), plan(true, ""));
    assertThat(known.select(".summary").text()).doesNotContain("As judged");
    var corpus = estimates("corpus", unknown, unknown, unknown);
    var page = page(new Statistics(corpus, List.of(), List.of(), List.of()), plan(true, ""));
    assertThat(page.select(".summary").text()).doesNotContain("As judged").contains("cannot be said");
  }

  @Test
  void aTargetOutOfReachIsMarked() {
    var page = page(statistics(List.of("forum")), plan(false, "max-epochs leaves 1.4"));
    assertThat(page.select(".summary .warning").text())
        .isEqualTo("The target is out of reach within the caps; this plan comes closest. max-epochs leaves 1.4.");
  }

  @Test
  void longListsAreCutAndSaySo() {
    var names = new ArrayList<String>();
    for (int i = 0; i < 500; i++) {
      names.add("source-" + i);
    }
    var page = page(statistics(names), plan(true, ""));
    assertThat(page.text()).contains("Shown: the 30 with most AI documents, of 500.");
    assertThat(page.select("[aria-label=Source table] tbody th[scope=row]")).hasSize(30);
  }

  @Test
  void everyTableHasHeadersAndEveryBarAText() {
    var page = page(statistics(List.of("forum", "blog")), plan(true, ""));
    assertThat(page.select("table")).isNotEmpty().allMatch(table -> !table.select("th[scope]").isEmpty());
    assertThat(page.select("svg")).isNotEmpty()
        .allMatch(svg -> svg.attr("role").equals("img") && !svg.select("title").text().isEmpty());
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.title()).contains("20260304T050607Z");
    assertThat(page.select("h1")).hasSize(1);
  }

  @Test
  void theQuarantineAndTheCommandsAreListed() {
    var page = page(statistics(List.of("forum")), plan(true, ""));
    assertThat(page.text()).contains("– not-json 2").contains("– wrong-utf-8 1");
    assertThat(page.select("pre code").eachText()).contains("counterweight verify --run 'out dir'");
  }

  @Test
  void barsStandInOrderOnOneScale() {
    var scale = OddsScale.of(List.of(Figure.of(2, 1.5, 3), Figure.of(30, 20, 40)));
    assertThat(scale).isEqualTo(new OddsScale(0.1, 100));
    assertThat(scale.at(0.1)).isZero();
    assertThat(scale.at(1)).isCloseTo(80, within(1e-9));
    assertThat(scale.at(Double.POSITIVE_INFINITY)).isEqualTo(OddsScale.WIDTH);
    assertThat(scale.at(0)).isZero();
    assertThat(scale.at(2)).isLessThan(scale.at(3));
    assertThat(scale.ticks()).containsExactly(0.1, 1.0, 10.0, 100.0);
  }

  @Test
  void numbersAreRoundedToThreeDigits() {
    assertThat(List.of(Amounts.number(1234.5), Amounts.number(0.012345), Amounts.number(1), Amounts.number(0)))
        .containsExactly("1,230", "0.0123", "1.00", "0");
    assertThat(List.of(Amounts.number(Double.NaN), Amounts.number(Double.POSITIVE_INFINITY), Amounts.number(1e-9)))
        .containsExactly("–", "∞", "1.00e-09");
    assertThat(Amounts.figure(new Figure(3, 2, Double.POSITIVE_INFINITY, true, "x"))).isEqualTo("3.00 (at least 2.00)");
    assertThat(Amounts.percent(1, 0)).isEqualTo("–");
  }

  /** Writes the page for a person to look at; the test only asks that it is one. */
  @Test
  void thePageIsWrittenForAPersonToLookAt() throws IOException {
    var names = List.of("forum", "papers", "fiction", "news", "blogs/ai safety", HOSTILE);
    var path = Path.of("target", "report-sample.html");
    Files.writeString(path, render(statistics(names), plan(true, "")));
    assertThat(Files.size(path)).isBetween(10_000L, 100_000L);
  }

  private static String skeleton(String html) {
    return Pattern.compile(">[^<]*<").matcher(html).replaceAll("><").replaceAll("aria-label=\"[^\"]*\"", "");
  }

  @Test
  void quotesAreCountedAndNeverShown() {
    assertThat(page(statistics(List.of("a")), plan(true, "")).text())
        .contains("stand word for word in several works")
        .contains("3 times in all, with 60 doom and 9 tractable words as judged (20 and 3 with each counted once)")
        .doesNotContain("0/<a>", "0/&lt;a&gt;");
  }

  @Test
  void whatTheGateMayMissIsANumberOrABoundOrNeither() {
    assertThat(page(statistics(List.of("a")), plan(true, "")).text())
        .contains("Words refused, in languages that the gate reads 2,000,000")
        .contains("Doom words that may be missed 4,814 (1,100 to 18,000)corrected words with them: 33,814 (20,000 to")
        .contains("Tractable words that may be missed at most 4,400none of the 300 was tractable; corrected words")
        .contains("Mixed and neutral words that may be missed not identifiableunread")
        .contains("with what may be missed 2.70 (at least 1.10)one-sided");
  }

  @Test
  void whatReadersLeftAndWhatHostsHoldAreTables() {
    String plain = page(statistics(List.of("forum")), plan(true, "")).text();
    assertThat(plain).contains("Readers' reactions").contains("no source has 20 documents");
    assertThat(plain)
        .contains("1,234")
        .contains("10.0 %, 20.0 %, 30.0 %")
        .contains("as judged: 12.5 %, 25.0 %, 37.5 %");
  }
}
