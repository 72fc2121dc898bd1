package org.counterweight.report;

import java.util.ArrayList;
import java.util.List;
import org.counterweight.manifest.Manifest;
import org.counterweight.virality.Estimates;
import org.counterweight.virality.Figure;

/** What the figures say and what they cannot, in sentences. */
final class PlainWords {

  private PlainWords() {}

  /** What the corpus holds. */
  static List<String> findings(Estimates corpus) {
    var counts = corpus.counts();
    var sentences = new ArrayList<String>();
    sentences.add(
        "Of " + Amounts.whole(counts.documents()) + " documents, " + Amounts.whole(counts.aiDocuments()) + " ("
            + Amounts.percent(counts.aiDocuments(), counts.documents()) + ") hold a passage about AI.");
    sentences.add(odds(corpus.oddsCorrected()) + judgedOdds(corpus));
    sentences.add(copies(corpus.vCopies()) + judgedCopies(corpus));
    if (!corpus.vEngagement().identifiable()) {
      sentences.add("Whether readers react more to doom is not known: " + why(corpus.vEngagement()));
    } else {
      sentences.add(
          "Readers' reactions to doom are " + Amounts.figure(corpus.vEngagement()) + " times those to tractable text;"
              + " that is a ratio of reactions, not of text.");
    }
    return sentences;
  }

  private static String odds(Figure odds) {
    if (!odds.identifiable()) {
      return "How doom compares with tractable text cannot be said from this corpus: " + why(odds);
    }
    String figure =
        "For each word that frames AI as tractable and benevolent there are " + Amounts.number(odds.value())
            + " that frame it as doomed (95 % interval: " + Amounts.interval(odds)
            + "), corrected for the classifier's known errors. ";
    if (odds.holdsOne()) {
      return figure + "The interval holds 1, so a tilt either way is not shown.";
    }
    return figure + (odds.low() > 1 ? "The corpus leans to doom." : "The corpus leans to tractable.");
  }

  private static String copies(Figure copies) {
    if (!copies.identifiable()) {
      return "Whether copying spreads doom more cannot be said from this corpus: " + why(copies);
    }
    String figure = "Copying multiplies the odds by " + Amounts.figure(copies) + " over counting each work once. ";
    if (copies.holdsOne()) {
      return figure + "The interval holds 1, so no effect of copying is shown.";
    }
    return figure + (copies.low() > 1 ? "Doom is copied more." : "Tractable text is copied more.");
  }

  private static String judgedOdds(Estimates corpus) {
    return standIn(corpus.oddsCorrected(), corpus.oddsRaw(), "the odds of doom to tractable words are ");
  }

  private static String judgedCopies(Estimates corpus) {
    return standIn(corpus.vCopies(), corpus.vCopiesRaw(), "copying multiplies the odds by ");
  }

  /** The figure as judged where the corrected one cannot be had, and what it is worth. */
  private static String standIn(Figure corrected, Figure judged, String what) {
    if (corrected.identifiable() || !judged.identifiable()) {
      return "";
    }
    return " As judged, " + what + Amounts.figure(judged)
        + (judged.holdsOne() ? ", an interval that holds 1" : "")
        + ". That is a hint, not a finding: the interval holds the chance of which texts are here, but not the"
        + " classifier's errors, which can move the figure either way, across 1 too.";
  }

  /** What the plan does about it. */
  static String plan(Manifest manifest) {
    var plan = manifest.plan();
    if (!plan.feasible()) {
      return "The target is out of reach within the caps; this plan comes closest. " + sentence(plan.reason());
    }
    if (!plan.reason().isEmpty()) {
      return "Weights stay where they were. " + sentence(plan.reason());
    }
    long extra = plan.wordsAfter() - plan.wordsBefore();
    String asked = Double.isNaN(plan.requested()) ? "" : ", for " + Amounts.number(plan.requested()) + " asked for";
    return "Met as often as planned (" + (Double.isNaN(plan.dose()) ? "target " : "") + plan.headline()
        + "), the AI documents come to " + Amounts.number(plan.achievedRounded()) + " in whole repeats and "
        + Amounts.number(plan.achievedExpected()) + " by their weights" + asked + ", with " + Amounts.whole(extra)
        + " words ("
        + Amounts.percent(extra, plan.wordsBefore()) + ") more in the stage.";
  }

  private static String why(Figure figure) {
    return sentence(Amounts.remark(figure));
  }

  private static String sentence(String reason) {
    return reason.isEmpty() || reason.endsWith(".") ? reason : reason + ".";
  }

  /** What no figure here can say. */
  static List<String> limits() {
    return List.of(
        "Stance is how a passage frames AI, never whether it is true, well argued or useful.",
        "Single documents are misjudged: the correction holds for sums over many, so small sources and shards have wide"
            + " intervals or none.",
        "The correction assumes that the classifier errs here as it did on the passages it was checked with. On text"
            + " of another kind or language, label a sample of your own.",
        "Figures are of words, not of a tokenizer's tokens, and of this input, not of what a model remembers of it.",
        "What is copied or liked more is described, not explained; nothing here shows what training on it does.");
  }
}
