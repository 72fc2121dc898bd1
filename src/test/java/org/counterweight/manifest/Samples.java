package org.counterweight.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.counterweight.corpus.Sha256;
import org.counterweight.manifest.Provenance.InputEntry;
import org.counterweight.plan.PlanCosts;
import org.counterweight.plan.PlanOutcome;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.Stance;
import org.counterweight.virality.Concentration;
import org.counterweight.virality.Concentration.Held;
import org.counterweight.virality.Concentration.Top;
import org.counterweight.virality.CorrectedMass;
import org.counterweight.virality.Counts;
import org.counterweight.virality.Estimates;
import org.counterweight.virality.EngagementFigures;
import org.counterweight.virality.Figure;
import org.counterweight.virality.Masses;
import org.counterweight.virality.Quantiles;
import org.counterweight.virality.Quotes;
import org.counterweight.virality.RefusedText;
import org.counterweight.virality.RefusedText.Missed;
import org.counterweight.virality.Statistics;
import org.counterweight.virality.Stratum;
import org.counterweight.virality.Stratum.Comparison;

/** Made-up rows, statistics and headers; the same seed gives the same ones. */
public final class Samples {

  static final String HOSTILE = "<script>alert('x')</script>\u202e\n\r\t\u0000\"\\ \ud83d\ude00 \ud800 \u2028 é";

  private Samples() {}

  /** Documents in row order over three shards, some with hostile texts. */
  static List<RowReader.Row> rows(long seed, int count) {
    var random = new Random(seed);
    var rows = new ArrayList<RowReader.Row>();
    String[] shards = {"0/a.jsonl", "2/b/c.parquet", "10/a é.wet"};
    for (int i = 0; i < count; i++) {
      rows.add(row(shards[i * shards.length / count], i * 3L, random));
    }
    return rows;
  }

  static RowReader.Row row(String shard, long row, Random random) {
    String id = random.nextInt(4) == 0 ? HOSTILE + row : "id-" + row;
    int doom = random.nextInt(600_001);
    long weight = random.nextInt(4_000_001);
    var document =
        new DocumentRow(
            shard,
            row,
            id,
            random.nextBoolean() ? "forum" : HOSTILE,
            random.nextInt(5000),
            doom,
            random.nextInt(400_001),
            Stance.values()[random.nextInt(4)],
            "w" + random.nextInt(1000),
            1 + random.nextInt(9),
            random.nextInt(3),
            weight,
            (int) (weight / 1_000_000) + random.nextInt(2),
            "gain-2",
            "gain");
    var passages = new ArrayList<PassageRow>();
    for (int k = random.nextInt(4); k >= 0; k--) {
      int start = 1000 * (4 - k);
      int p = random.nextInt(1_000_001);
      passages.add(
          new PassageRow(
              shard, row, id, start, start + 500, 80, new Probabilities(p, 1_000_000 - p, 0, 0, 0), Stance.DOOM));
    }
    return new RowReader.Row(document, passages);
  }

  /** A header with these counts of AI documents. */
  public static Manifest manifest(long aiDocuments, List<FileEntry> files, String logicalDigest) {
    return new Manifest(
        1, provenance(), 1.0, plan(), new Totals(counts(aiDocuments), 1, 2), files, logicalDigest,
        List.of(new VariantEntry("main.treatment.target", "", plan(), logicalDigest)));
  }

  static Provenance provenance() {
    return new Provenance(
        "0.1.0",
        "abc123",
        "seed: 1\nplan:\n  target: {odds: 1}\n",
        Sha256.of(new byte[0]),
        "fast",
        Sha256.of(new byte[] {1}),
        Sha256.of(new byte[] {2}),
        Sha256.of(new byte[] {4}),
        1,
        "17.0.9",
        "3.5.0",
        "spark local[2]",
        "20260102T030405Z-0a1b2c3d",
        List.of(
            new InputEntry("0/a.jsonl", "file:/corpus/a.jsonl", 123_456, Sha256.of(new byte[] {3})),
            new InputEntry("2/b/" + HOSTILE, "s3a://b/x", 9, "9+2026-01-01T00:00:00Z")));
  }

  static PlanOutcome plan() {
    return new PlanOutcome(
        "odds: 1",
        1.0,
        1.0000004,
        1.02,
        new Figure(1.1, 0.4, Double.POSITIVE_INFINITY, true, "one-sided"),
        true,
        "",
        List.of("floor", "max-epochs"),
        "treatment",
        Double.NaN,
        "main",
        0.0123456789012345,
        1_000_000,
        1_250_000,
        250_000,
        new PlanCosts(1_000_000, 1_240_000.5, 0.962, 0.01, Double.NaN, 0.125),
        List.of("one.example carries 40 % of the gain", "<i>\u202e\""));
  }

  static Counts counts(long aiDocuments) {
    return new Counts(5000, aiDocuments, aiDocuments, 12, 3, 2_345_678, 0, 9_999_999, 4, 2, 1, 6, 7, 4_321);
  }

  public static Estimates estimates(String name, long aiDocuments, double odds) {
    return new Estimates(
        name,
        counts(aiDocuments),
        new Masses(30_000_000_000L, 12_000_000_000L, 1_000_000_000L, 90_000_000_000L, 5_000_000_000L),
        new CorrectedMass(29_000, 12_500, 91_000),
        refused(),
        Figure.of(odds, odds * 0.8, odds * 1.3),
        new Figure(odds * 1.1, odds * 0.6, Double.POSITIVE_INFINITY, true, "one-sided: too few tractable works"),
        Figure.of(odds * 0.9, odds * 0.7, odds * 1.2),
        new Figure(odds * 0.8, odds * 0.75, odds * 0.9, true, "as judged"),
        Figure.of(1.3, 1.05, 1.7),
        new Figure(1.2, 1.1, 1.4, true, "as judged, copied"),
        Figure.notIdentifiable("not identifiable: hosts unknown"),
        Figure.notIdentifiable("not identifiable: hosts unknown"),
        1.75,
        engagement());
  }

  /** A class with missed words, one with a bound alone, one of which nothing is known. */
  public static RefusedText refused() {
    return new RefusedText(
        2_000_000,
        new Missed(Figure.of(4_814, 1_100, 18_000), 18_000, Figure.of(33_814, 20_000, 60_000)),
        new Missed(Figure.notIdentifiable("none of the 300 was tractable"), 4_400, Figure.of(12_500, 9_000, 20_000)),
        new Missed(Figure.notIdentifiable("unread"), Double.NaN, Figure.notIdentifiable("unread")),
        new Figure(2.7, 1.1, Double.POSITIVE_INFINITY, true, "one-sided"));
  }

  /** One stratum with all figures, one truncated and without any. */
  public static EngagementFigures engagement() {
    var corrected =
        new Comparison(
            Figure.of(1.3, 1.1, 1.6),
            Figure.of(1.2, 1.05, 1.4),
            Figure.of(0.55, 0.51, 0.6),
            new Quantiles(3, 40, 700),
            new Quantiles(2, 30, Double.NaN));
    var none = Figure.notIdentifiable("about 2.0 documents");
    var without = new Comparison(none, none, none, Quantiles.UNKNOWN, Quantiles.UNKNOWN);
    return EngagementFigures.of(
        List.of(
            new Stratum("forum", "score", 900, 800, 3, 60.5, 70.25, 55, "host", 12.5, Double.NaN, corrected, corrected),
            new Stratum(
                Text.wellFormed(HOSTILE), "claps", 90, 90, 0, 2, 8, 90, "work", Double.NaN, 1000, without, without)));
  }

  /** Statistics whose one shard holds the whole corpus. */
  public static Statistics statistics(long aiDocuments) {
    return new Statistics(
        estimates("corpus", aiDocuments, 2.5),
        List.of(estimates("0/a.jsonl", aiDocuments, 2.5)),
        List.of(estimates(Text.wellFormed(HOSTILE), aiDocuments, 4), estimates("forum", aiDocuments, 1.2)),
        List.of(estimates("2016-08", aiDocuments, 3)),
        Quotes.of(
                new Quotes.Quote(
                    "00000000000000ff", 3, 4, 120, 90_000_000, 1_000_000,
                    new Quotes.Place(Text.wellFormed(HOSTILE), 7, 10, 300)))
            .plus(
                Quotes.of(
                    new Quotes.Quote(
                        "0000000000000001", 2, 2, 50, 0, 20_000_000, new Quotes.Place("0/a.jsonl", 0, 0, 200)))),
        new Concentration(
            7,
            0.75,
            new Held(new Top(0.25, 1, 0.25), new Top(0.5, 1, 0.5)),
            new Held(new Top(0.125, 1, 0.125), new Top(Double.NaN, Double.NaN, Double.NaN))));
  }
}
