package org.counterweight.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.counterweight.corpus.Sha256;
import org.counterweight.manifest.Manifest;
import org.counterweight.virality.Statistics;

/** Renders {@code report.html}. */
public final class HtmlReport {

  private HtmlReport() {}

  /**
   * The page: one file that a browser shows without fetching or running anything.
   *
   * @param manifest the run's header; its list of files is not shown, so the report may be added to it afterwards
   */
  public static String render(Manifest manifest, Statistics statistics, RunNotes notes) {
    String style = style();
    var html = new Html();
    head(html, style, notes);
    html.open("body").line().open("main").line();
    html.element("h1", "What this corpus says about AI").open("p", "class", "run").text("Run ");
    html.element("code", notes.runId()).close("p").line();
    summary(html, manifest, statistics);
    PlanSection.write(html, manifest);
    VariantsSection.write(html, manifest);
    CorpusSection.write(html, statistics.corpus(), statistics.quotes());
    if (statistics.concentration().hosts() > 0) {
      ConcentrationSection.write(html, statistics.concentration());
    }
    EngagementSection.write(html, statistics.corpus().engagement());
    section(html, "Sources", "Odds of doom to tractable words, corrected; right of the line there is more doom.");
    OddsTable.SOURCES.write(html, statistics.sources());
    section(html, "Shards", "The same for each input file.");
    OddsTable.SHARDS.write(html, statistics.shards());
    section(html, "Months", "The same by the month of writing, where the corpus tells it.");
    OddsTable.MONTHS.write(html, statistics.months());
    notes.drift().ifPresent(drift -> DriftSection.write(html, drift));
    InputSection.write(html, manifest, notes);
    ProvenanceSection.write(html, manifest);
    limits(html);
    next(html, notes.commands());
    return html.close("main").close("body").close("html").line().toString();
  }

  private static void head(Html html, String style, RunNotes notes) {
    String policy =
        "default-src 'none'; style-src 'sha256-" + base64(style) + "'; base-uri 'none'; form-action 'none'";
    html.open("!doctype html").line().open("html", "lang", "en").open("head").open("meta", "charset", "utf-8").line();
    html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy).line();
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    html.open("meta", "name", "color-scheme", "content", "light dark").line();
    html.element("title", "Counterweight run " + notes.runId()).line();
    html.open("style").css(style).close("style").close("head").line();
  }

  private static void summary(Html html, Manifest manifest, Statistics statistics) {
    html.open("section", "class", "summary", "aria-label", "Summary").line();
    PlainWords.findings(statistics.corpus()).forEach(sentence -> html.element("p", sentence).line());
    html.element("p", PlainWords.plan(manifest), "class", manifest.plan().feasible() ? "plan" : "plan warning").line();
    html.close("section").line();
  }

  private static void limits(Html html) {
    section(html, "What these figures cannot say", "");
    html.open("ul").line();
    PlainWords.limits().forEach(limit -> html.element("li", limit).line());
    html.close("ul").line();
  }

  private static void next(Html html, List<String> commands) {
    if (!commands.isEmpty()) {
      section(html, "Next", "");
      commands.forEach(command -> html.open("pre").element("code", command).close("pre").line());
    }
  }

  static void section(Html html, String title, String lead) {
    html.element("h2", title).line();
    if (!lead.isEmpty()) {
      html.element("p", lead).line();
    }
  }

  private static String style() {
    try (var in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read report.css of this program", e);
    }
  }

  private static String base64(String style) {
    return Base64.getEncoder().encodeToString(Sha256.start().digest(style.getBytes(StandardCharsets.UTF_8)));
  }
}
