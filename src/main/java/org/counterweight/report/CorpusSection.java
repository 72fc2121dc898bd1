package org.counterweight.report;

import org.counterweight.stance.Probabilities;
import org.counterweight.virality.Estimates;
import org.counterweight.virality.Figure;
import org.counterweight.virality.Quotes;
import org.counterweight.virality.RefusedText;
import org.counterweight.virality.RefusedText.Missed;

/** The corpus as a whole: counts, masses and every figure. */
final class CorpusSection {

  private static final String REFUSED =
      "No classifier sees it, and the figures below are of text that the gate admits. How much it misses of each stance"
          + " was found by reading passages that it refuses, of a few kinds of text. This "
          + RefusedText.ASSUMPTION + ".";

  private CorpusSection() {}

  static void write(Html html, Estimates corpus, Quotes quotes) {
    HtmlReport.section(html, "The corpus", "");
    counts(Facts.open(html, "Counts"), corpus, quotes);
    html.element("h3", "Words by stance").line();
    masses(Facts.open(html, "Words by stance"), corpus);
    html.element("h3", "Text that the gate refuses").line();
    html.element("p", REFUSED).line();
    refused(Facts.open(html, "Text that the gate refuses"), corpus.refused());
    html.element("h3", "Doom against tractable").line();
    figures(Facts.open(html, "Figures"), corpus);
  }

  private static void counts(Facts facts, Estimates corpus, Quotes quotes) {
    var counts = corpus.counts();
    facts.fact("Documents", Amounts.whole(counts.documents()));
    facts.fact("About AI", Amounts.whole(counts.aiDocuments()), share(counts.aiDocuments(), counts.documents()));
    facts.fact("Looked at by the classifier", Amounts.whole(counts.gatedDocuments()));
    facts.fact("Words", Amounts.whole(counts.words()));
    if (counts.tokens() > 0) {
      facts.fact("Tokens, as the corpus counts them", Amounts.whole(counts.tokens()));
    }
    facts.fact("Bytes, uncompressed", Amounts.whole(counts.bytes()));
    facts.fact("Passages about AI that stand word for word in several works", Amounts.whole(quotes.quotes()),
        quotes.quotes() == 0 ? "" : carried(quotes));
    facts.close();
  }

  private static String carried(Quotes quotes) {
    return Amounts.whole(quotes.occurrences()) + " times in all, with " + words(quotes.doom()) + " doom and "
        + words(quotes.tractable()) + " tractable words as judged (" + words(quotes.doomOnce()) + " and "
        + words(quotes.tractableOnce()) + " with each counted once); the most quoted are listed in"
        + " statistics/corpus.json";
  }

  private static String share(long part, long whole) {
    return Amounts.percent(part, whole) + " of all";
  }

  private static void masses(Facts facts, Estimates corpus) {
    var judged = corpus.mass();
    var corrected = corpus.correctedMass();
    facts.fact("Doom", words(judged.doom()), corrected(corpus, "corrected: ", corrected.doom()));
    facts.fact("Tractable", words(judged.tractable()), corrected(corpus, "corrected: ", corrected.tractable()));
    facts.fact("Mixed", words(judged.mixed()));
    facts.fact(
        "Neutral", words(judged.neutral()), corrected(corpus, "mixed and neutral, corrected: ", corrected.other()));
    facts.close();
  }

  private static void refused(Facts facts, RefusedText refused) {
    facts.fact("Words refused, in languages that the gate reads", Amounts.whole(refused.words()));
    missed(facts, "Doom", refused.doom());
    missed(facts, "Tractable", refused.tractable());
    missed(facts, "Mixed and neutral", refused.other());
    figure(facts, "Odds, corrected, with what may be missed", refused.odds());
    facts.close();
  }

  private static void missed(Facts facts, String stance, Missed missed) {
    var words = missed.words();
    var bound = Double.isNaN(missed.atMost()) ? "not identifiable" : "at most " + Amounts.words(missed.atMost());
    var whole = missed.withAdmitted();
    facts.fact(
        stance + " words that may be missed",
        words.identifiable() ? interval(words) : bound,
        words.reason() + (whole.identifiable() ? (words.reason().isEmpty() ? "" : "; ") + "corrected words with them: "
            + interval(whole) : ""));
  }

  private static String interval(Figure words) {
    return Amounts.words(words.value())
        + " (" + Amounts.words(words.low()) + " to " + Amounts.words(words.high()) + ")";
  }

  private static String words(long micro) {
    return Amounts.whole(Math.round(micro / (double) Probabilities.ONE));
  }

  private static void figures(Facts facts, Estimates corpus) {
    figure(facts, "Odds as judged", corpus.oddsRaw());
    figure(facts, "Odds, corrected", corpus.oddsCorrected());
    figure(facts, "Odds, corrected, with each work counted once", corpus.oddsWorks());
    figure(facts, "Odds as judged with each work counted once", corpus.oddsWorksRaw());
    figure(facts, "Spread by copies", corpus.vCopies());
    figure(facts, "Spread by copies as judged", corpus.vCopiesRaw());
    figure(facts, "Spread over hosts", corpus.vHosts());
    figure(facts, "Spread over hosts as judged", corpus.vHostsRaw());
    facts.fact(
        "Odds by expectation maximisation", Amounts.number(corpus.oddsEm()),
        "a check on the corrected odds by another way of correcting; it has no interval");
    facts.close();
  }

  private static void figure(Facts facts, String name, Figure figure) {
    facts.fact(name, Amounts.figure(figure), Amounts.remark(figure));
  }

  /** A corrected mass, but not where the corrected odds are unknown: then it is a point without any certainty. */
  private static String corrected(Estimates corpus, String label, long words) {
    return corpus.oddsCorrected().identifiable() ? label + Amounts.whole(words) : "";
  }
}
