package org.counterweight.cli;

import java.util.Locale;
import org.counterweight.manifest.Manifest;
import org.counterweight.manifest.VariantEntry;
import org.counterweight.plan.PlanOutcome;
import org.counterweight.run.Forecast;
import org.counterweight.run.Job;
import org.counterweight.run.Published;
import org.counterweight.run.Replanned;
import org.counterweight.virality.Drift;
import org.counterweight.virality.Figure;
import org.counterweight.virality.PartDrift;
import org.counterweight.virality.RefusedText;

/** What a run says of itself when it is done, ending with the command to run next. */
final class Summary {

  /** Marked shards that are named; the report has all. */
  private static final int MARKED = 5;

  private final StringBuilder text = new StringBuilder();

  private Summary() {}

  static String of(Job job, Published run) {
    var summary = new Summary();
    summary.input(job, run);
    summary.figures(run);
    run.drift().ifPresent(summary::drift);
    summary.plan(run.manifest().plan());
    summary.variants(run.manifest());
    if (job.sample() < 1) {
      summary.forecast(run);
    }
    summary.end(job, run);
    return summary.text.toString();
  }

  static String of(Replanned run) {
    var summary = new Summary();
    var counts = run.manifest().totals().counts();
    summary.line("Census      %s: %,d documents, %,d about AI", run.manifest().provenance().census(),
        counts.documents(), counts.aiDocuments());
    summary.plan(run.manifest().plan());
    summary.variants(run.manifest());
    summary.line("Published   %s in %.1f s, without the corpus", Locations.shown(run.folder()), run.seconds());
    summary.next(run.folder(), run.folder());
    return summary.text.toString();
  }

  private void input(Job job, Published run) {
    var counts = run.manifest().totals().counts();
    line("Read        %,d shards of %,d: %,d documents, %,d words (judged by %s)",
        run.survey().chosen().size(), run.survey().listing().shards().size(), counts.documents(), counts.words(),
        run.manifest().provenance().model());
    line("About AI    %,d documents (%.1f %%)", counts.aiDocuments(),
        100.0 * counts.aiDocuments() / Math.max(1, counts.documents()));
    line("Left out    %,d refused, %,d without text, %,d files of unknown kind", counts.refused(), counts.empty(),
        run.manifest().totals().skippedFiles());
    if (counts.otherLanguage() > 0) {
      line("            %,d documents in languages that the gate has no words of: not judged", counts.otherLanguage());
    }
    if (counts.empty() > counts.documents()) {
      line("            More than half of all records have no text: is corpus.text right?");
    }
    excluded(job);
    run.damage().forEach(why -> line("            %s", why));
  }

  private void excluded(Job job) {
    var texts = job.reading().excluded();
    if (texts.texts() > 0) {
      line("Kept out    what shares 13 words in a row with any of %,d evaluation texts (%,d sequences)%s",
          texts.texts(), texts.sequences().size(), texts.shortTexts() == 0
              ? ""
              : String.format(Locale.ROOT, "; %,d of them are shorter and cannot be recognised", texts.shortTexts()));
    }
  }

  private void figures(Published run) {
    var corpus = run.statistics().corpus();
    var mass = corpus.mass();
    line("Words       doom %,d, tractable %,d, mixed %,d, neutral %,d", words(mass.doom()),
        words(mass.tractable()), words(mass.mixed()), words(mass.neutral()));
    line("Odds        doom : tractable, with 95 %% intervals");
    line("  judged    %s", figure(corpus.oddsRaw()));
    line("  corrected %s", figure(corpus.oddsCorrected()));
    line("  by EM     %s", Double.isNaN(corpus.oddsEm())
        ? "not identifiable" : String.format(Locale.ROOT, "%.2f (a check, without interval)", corpus.oddsEm()));
    line("  works     %s", figure(corpus.oddsWorks()));
    line("  works judged %s", figure(corpus.oddsWorksRaw()));
    refused(corpus.refused());
    line("V_copies    %s", figure(corpus.vCopies()));
    line("  judged    %s", figure(corpus.vCopiesRaw()));
    beside("V_hosts    ", corpus.vHosts(), corpus.vCopies(), "V_copies");
    line("V_engagement %s", figure(corpus.vEngagement()));
    beside("  judged   ", corpus.engagement().ratioRaw().figure(), corpus.vEngagement(), "V_engagement");
    beside("  geometric means", corpus.engagement().geometricMeans().figure(), corpus.vEngagement(), "V_engagement");
    beside("  P(doom > tractable)", corpus.engagement().effectSize().figure(), corpus.vEngagement(), "V_engagement");
  }

  private void refused(RefusedText refused) {
    if (Double.isNaN(refused.doom().atMost())) {
      line("Refused     %,d words by the gate; what they hold is not identifiable: %s", refused.words(),
          refused.doom().words().reason());
      return;
    }
    line("Refused     %,d words by the gate, which may hold %s and %s", refused.words(),
        missed(refused.doom(), "doom"), missed(refused.tractable(), "tractable"));
    var odds = refused.odds();
    line("  with them %s", odds.identifiable() ? figure(odds) : "odds " + figure(odds));
  }

  /** Only a bound where none was found in what was read. */
  private static String missed(RefusedText.Missed missed, String stance) {
    var words = missed.words();
    return words.identifiable()
        ? String.format(Locale.ROOT, "%,.0f %s words [%,.0f, %,.0f]", words.value(), stance, words.low(), words.high())
        : String.format(Locale.ROOT, "at most %,.0f %s words", missed.atMost(), stance);
  }

  /** A figure that is often missing for the same reason as another, which is then not said twice. */
  private void beside(String name, Figure figure, Figure other, String otherName) {
    boolean same = !figure.identifiable() && !other.identifiable() && figure.reason().equals(other.reason());
    line("%s %s", name, same ? "not identifiable, as " + otherName : figure(figure));
  }

  /** Whole words of a mass in millionths, as the manifest rounds them. */
  private static long words(long mass) {
    return Math.round(mass / 1e6);
  }

  private void drift(Drift drift) {
    if (!drift.reason().isEmpty()) {
      line("Drift       cannot be told from run %s: %s", drift.previous(), drift.reason());
      return;
    }
    var corpus = drift.corpus().orElseThrow();
    var odds = corpus.corrected().ratio().identifiable() ? corpus.corrected() : corpus.judged();
    var which = odds == corpus.judged() ? "judged" : "corrected";
    line("Drift       since run %s: %s", drift.previous(), corpus.status() == PartDrift.Status.UNCHANGED
        ? "none, every gated document is the same"
        : !odds.ratio().identifiable()
            ? "not identifiable: " + odds.ratio().reason()
            : String.format(Locale.ROOT, "odds (%s) times %s, p = %.2g", which, figure(odds.ratio()), odds.p()));
    line("  shards    %,d changed, %,d the same, %,d new, %,d gone; %,d marked at 5 %% (false discovery rate)",
        drift.count(PartDrift.Status.CHANGED), drift.count(PartDrift.Status.UNCHANGED),
        drift.count(PartDrift.Status.NEW), drift.count(PartDrift.Status.GONE), drift.marked().size());
    drift.marked().stream().limit(MARKED).forEach(shard -> line("            marked: %s", shard.name()));
  }

  /** A figure in words. */
  static String figure(Figure figure) {
    if (!figure.identifiable()) {
      return "not identifiable: " + figure.reason();
    }
    return String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", figure.value(), figure.low(), figure.high())
        + (figure.reason().isEmpty() ? "" : " (" + figure.reason() + ")");
  }

  private void plan(PlanOutcome plan) {
    line("Plan        %s: %s", plan.headline(), outcome(plan));
    line("  expected  %s, in whole repeats %s", number(plan.achievedExpected()), number(plan.achievedRounded()));
    line("  true      %s", figure(plan.achievedTrue()));
    line("  words     %,d to %,d (%+.2f %%)", plan.wordsBefore(), plan.wordsAfter(),
        100.0 * (plan.wordsAfter() - plan.wordsBefore()) / Math.max(1, plan.wordsBefore()));
    if (!plan.reason().isEmpty()) {
      line("  %s", plan.reason());
    }
    if (plan.wordsAfter() != plan.wordsBefore() && !Double.isNaN(plan.costs().valuePerExtraWord())) {
      line("  costs     KL %s nats; an extra word is worth %s new ones; AI words moved: sources %s, months %s,"
              + " lengths %s", number(plan.kl()), number(plan.costs().valuePerExtraWord()),
          number(plan.costs().sourceShift()), number(plan.costs().monthShift()), number(plan.costs().lengthShift()));
    }
    plan.warnings().forEach(warning -> line("  note      %s", warning));
    if (!plan.binding().isEmpty()) {
      line("  binding   %s", String.join(", ", plan.binding()));
    }
  }

  /** Every plan of an experiment on a line, with why below where it is not reached. */
  private void variants(Manifest manifest) {
    if (manifest.variants().size() < 2) {
      return;
    }
    line("Variants    %-26s %12s %9s %9s  %-22s %s", "", "extra words", "expected", "rounded", "true", "feasible");
    for (var variant : manifest.variants()) {
      var plan = variant.plan();
      line("  %-36s %,12d %9s %9s  %-22s %s", variant.name(), plan.extraWords(), number(plan.achievedExpected()),
          number(plan.achievedRounded()),
          plan.achievedTrue().identifiable()
              ? String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", plan.achievedTrue().value(), plan.achievedTrue().low(),
                  plan.achievedTrue().high())
              : "not identifiable",
          plan.feasible() ? "yes" : "no");
    }
    manifest.variants().stream().skip(1).map(VariantEntry::plan).filter(plan -> !plan.feasible())
        .map(PlanOutcome::reason).distinct().forEach(reason -> line("  %s", reason));
  }

  private static String outcome(PlanOutcome plan) {
    if (!plan.feasible()) {
      return "out of reach, the best plan is published";
    }
    return plan.wordsBefore() == plan.wordsAfter() && !plan.reason().isEmpty() ? "base weights kept" : plan.reached();
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "undefined" : String.format(Locale.ROOT, "%.4f", value);
  }

  private void forecast(Published run) {
    var forecast = Forecast.of(run);
    line("Forecast    for all shards: %s s, %s documents about AI", range(forecast.seconds()),
        range(forecast.aiDocuments()));
  }

  private static String range(Figure figure) {
    return figure.identifiable()
        ? String.format(Locale.ROOT, "%,.0f [%,.0f, %,.0f]", figure.value(), figure.low(), figure.high())
        : "unknown (" + figure.reason() + ")";
  }

  private void end(Job job, Published run) {
    double megabytes = run.manifest().totals().counts().bytes() / 1e6;
    line("Published   %s in %.1f s (%,.0f MB, %.1f MB/s)", Locations.shown(run.folder()), run.seconds(), megabytes,
        megabytes / run.seconds());
    next(run.folder(), job.sample() < 1 ? run.folder() : job.output());
  }

  private void next(String folder, String verified) {
    line("Next        counterweight verify --run %s", Locations.typed(verified));
    line("            and look at %s", Locations.typed(folder + "/report.html"));
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
