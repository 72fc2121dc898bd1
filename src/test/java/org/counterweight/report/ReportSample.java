package org.counterweight.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.counterweight.manifest.Manifest;
import org.counterweight.manifest.Provenance;
import org.counterweight.manifest.Samples;
import org.counterweight.manifest.Totals;
import org.counterweight.manifest.VariantEntry;
import org.counterweight.plan.PlanCosts;
import org.counterweight.plan.PlanOutcome;
import org.counterweight.virality.Concentration;
import org.counterweight.virality.Concentration.Held;
import org.counterweight.virality.Concentration.Top;
import org.counterweight.virality.CorrectedMass;
import org.counterweight.virality.Counts;
import org.counterweight.virality.EngagementFigures;
import org.counterweight.virality.Estimates;
import org.counterweight.virality.Figure;
import org.counterweight.virality.Masses;
import org.counterweight.virality.Quotes;
import org.counterweight.virality.Statistics;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A run as the report sees it, with names that are hostile. */
final class ReportSample {

  static final String HOSTILE =
      "</style><script>alert('x')</script>\u202e\n\u0000\"'&amp; <img src=x onerror=y> \ud800";

  private ReportSample() {}

  static Document page(Statistics statistics, PlanOutcome plan) {
    return Jsoup.parse(render(statistics, plan));
  }

  static String render(Statistics statistics, PlanOutcome plan) {
    String digest = "0".repeat(64);
    var variants = List.of(new VariantEntry("main.treatment.target", "", plan, digest));
    var provenance =
        new Provenance(
            "0.1.0", "abc", "seed: 1\nx: '<script>'\n", digest, "fast", digest, digest, digest, 1, "17", "4.2.0",
            "spark local[2]", "20260102T030405Z-0a1b2c3d", List.of());
    var totals = new Totals(statistics.corpus().counts(), 0, 1);
    var quarantined = new TreeMap<String, Long>();
    quarantined.put("not-json", 2L);
    quarantined.put("wrong-utf-8", 1L);
    var commands = List.of("counterweight verify --run 'out dir'", "counterweight export --run out --format jsonl");
    return HtmlReport.render(
        new Manifest(1, provenance, 1, plan, totals, List.of(), digest, variants),
        statistics,
        new RunNotes("20260304T050607Z-00000000", quarantined, Optional.empty(), commands));
  }

  static PlanOutcome plan(boolean feasible, String reason) {
    return new PlanOutcome(
        "odds: 1", 1, 1, 1.02, Figure.of(1.05, 0.8, 1.4), feasible, reason, List.of("max-epochs"), "treatment",
        Double.NaN, "main", 0.123, 1_000_000, 1_250_000, 250_000,
        new PlanCosts(1_000_000, 1_240_000, 0.96, 0.01, 0.02, 0.25),
        List.of("<b>evil</b>.example carries 40 % of the gain"));
  }

  static Statistics statistics(List<String> names) {
    var sources = new ArrayList<Estimates>();
    for (int i = 0; i < names.size(); i++) {
      double odds = StrictMath.exp((i % 5) - 1.0);
      var figure =
          i % 5 == 4
              ? Figure.notIdentifiable("not identifiable: too few works")
              : new Figure(odds, odds / 1.5, i % 5 == 3 ? Double.POSITIVE_INFINITY : odds * 2, true, "");
      sources.add(estimates(names.get(i), figure, Figure.of(1, 0.9, 1.1)));
    }
    var corpus = estimates("corpus", Figure.of(2.5, 2, 3.25), Figure.of(1.3, 1.05, 1.7));
    return new Statistics(
        corpus,
        List.of(estimates("0/a.jsonl.gz", Figure.of(2.5, 2, 3.25), Figure.of(1, 1, 1))),
        sources,
        sources,
        Quotes.of(
            new Quotes.Quote(
                "00000000000000ff", 2, 3, 90, 60_000_000, 9_000_000, new Quotes.Place("0/<a>", 1, 2, 300))),
        new Concentration(
            1234,
            0.5,
            new Held(new Top(0.125, 0.25, 0.375), new Top(0.1, 0.2, 0.3)),
            new Held(new Top(0.01, 0.02, 0.03), new Top(Double.NaN, Double.NaN, Double.NaN))));
  }

  static Estimates estimates(String name, Figure odds, Figure copies) {
    return estimates(name, odds, copies, Figure.of(1.7, 1.2, 2.4));
  }

  static Estimates estimates(String name, Figure odds, Figure copies, Figure judged) {
    return new Estimates(
        name,
        new Counts(20_000, 800, 600, 12, 3, 9_345_678, 0, 59_999_999, 4, 2, 1, 6, 7, 4_321),
        new Masses(30_000_000_000L, 12_000_000_000L, 1_000_000_000L, 90_000_000_000L, 0),
        new CorrectedMass(29_000, 12_500, 91_000),
        Samples.refused(),
        judged,
        odds,
        odds,
        judged,
        copies,
        judged,
        Figure.notIdentifiable("not identifiable: hosts unknown"),
        Figure.notIdentifiable("not identifiable: hosts unknown"),
        1.75,
        EngagementFigures.none());
  }
}
