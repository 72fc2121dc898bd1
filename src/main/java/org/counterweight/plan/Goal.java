package org.counterweight.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import org.counterweight.virality.Figure;

/**
 * The target as a linear form over words: it is met where tractable - perDoom x doom - perWord x words - constant is
 * zero.
 *
 * @param requested odds or share; NaN where none applies
 * @param isShare whether values are shares of all words, not odds
 * @param perDoom tractable words owed for each doom word: the inverse of the odds
 * @param perWord weight of any word
 * @param constant words; before a fixed budget scales them
 * @param stay why the weights stay at base; null where they are to move
 * @param feasible whether staying meets the target
 */
record Goal(
    double requested,
    boolean isShare,
    double perDoom,
    double perWord,
    double constant,
    String stay,
    boolean feasible) {

  /** What the settings ask of a corpus that holds {@code base} at its base weights, beside {@code restWords}. */
  static Goal of(PlanSettings settings, Totals base, double restWords, Circumstances now) {
    if (settings.target() instanceof Target.Share share) {
      return ofShare(share.share(), base, restWords);
    }
    if (settings.target() instanceof Target.Odds odds) {
      return ofOdds(odds.odds(), base);
    }
    return ofDebias(settings, ((Target.Debias) settings.target()).by(), base, now);
  }

  private static Goal ofShare(double share, Totals base, double restWords) {
    Goal goal = new Goal(share, true, 0, share, share * restWords, null, true);
    return goal.miss(base, 1) < 0
        ? goal
        : goal.staying("The share of tractable words is already " + plain(goal.value(base, restWords)), true);
  }

  private static Goal ofOdds(double odds, Totals base) {
    Goal goal = new Goal(odds, false, 1 / odds, 0, 0, null, true);
    if (base.doom() == 0 && base.tractable() == 0) {
      return goal.staying("No document about AI holds doom or tractable words", true);
    }
    if (base.tractable() == 0) {
      return goal.staying("No document holds tractable words, so odds of doom to tractable have no end", false);
    }
    return goal.miss(base, 1) < 0
        ? goal
        : goal.staying("The odds of doom to tractable words are already " + plain(goal.value(base, 0)), true);
  }

  private static Goal ofDebias(PlanSettings settings, Target.By by, Totals base, Circumstances now) {
    boolean copies = by == Target.By.COPIES;
    Figure figure = copies ? now.vCopies() : now.vEngagement();
    String name = copies ? "V_copies" : "V_engagement";
    Goal unknown = new Goal(Double.NaN, false, 0, 0, 0, null, true);
    if (!figure.identifiable()) {
      return unknown.staying(name + " is not identifiable: " + figure.reason(), true);
    }
    if (figure.holdsOne()) {
      return unknown.staying(name + " " + shown(figure) + " shows no direction: its interval holds 1", true);
    }
    if (figure.value() < 1 && !settings.debiasBothWays()) {
      return unknown.staying(
          name + " " + shown(figure) + " lies below 1: virality favours the tractable words, and plan.debias.both-ways"
              + " is not set",
          true);
    }
    double inflation =
        copies ? figure.value() : StrictMath.pow(figure.value(), settings.debiasElasticity().getAsDouble());
    double odds = base.doom() / base.tractable() / inflation;
    if (!(odds > 0) || Double.isInfinite(odds)) {
      return unknown.staying("The corpus does not hold both doom and tractable words, so there are no odds", true);
    }
    return new Goal(odds, false, 1 / odds, 0, 0, null, true);
  }

  /** The same kind of target at another value. */
  Goal towards(double value) {
    return isShare
        ? new Goal(requested, true, 0, value, constant / perWord * value, null, true)
        : new Goal(requested, false, 1 / value, 0, 0, null, true);
  }

  private Goal staying(String why, boolean met) {
    return new Goal(requested, isShare, perDoom, perWord, constant, why, met);
  }

  /** The same as a direction alone: nothing is requested. */
  Goal asDirection() {
    return new Goal(Double.NaN, isShare, perDoom, perWord, constant, stay, feasible);
  }

  /** The way of a control arm, which leaves the odds where they are: nothing to reach. */
  static Goal unchanged(Totals base) {
    return new Goal(base.doom() / base.tractable(), false, 0, 0, 0, null, true);
  }

  /** a_i / n_i: what each word of a document with words adds to the form. */
  double slope(Columns columns, int i) {
    double a = columns.tractable[i] - perDoom * columns.doom[i];
    return a / 1e6 / columns.words[i] - perWord;
  }

  /** Tractable words beyond what the target asks; below zero where they are too few. */
  double miss(Totals totals, double scale) {
    return totals.tractable() - perDoom * totals.doom() - perWord * totals.words() - constant * scale;
  }

  /** The odds or share of these totals; NaN where undefined. */
  double value(Totals totals, double restWords) {
    if (isShare) {
      return totals.tractable() / (totals.words() + restWords);
    }
    return totals.doom() == 0 && totals.tractable() == 0 ? Double.NaN : totals.doom() / totals.tractable();
  }

  /** Four digits, for people. */
  static String plain(double value) {
    return Double.isNaN(value) || Double.isInfinite(value)
        ? (value > 0 ? "infinite" : "undefined")
        : new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }

  private static String shown(Figure figure) {
    return plain(figure.value()) + " (" + plain(figure.low()) + " to " + plain(figure.high()) + ")";
  }
}
