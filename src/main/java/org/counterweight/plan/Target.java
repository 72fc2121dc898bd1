package org.counterweight.plan;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;

/** What the planned corpus should look like. */
public sealed interface Target {

  /** The target as one would configure it, such as {@code odds: 1}. */
  String describe();

  /**
   * At most so many doom words for each tractable word.
   *
   * @param odds doom to tractable, above zero
   */
  record Odds(double odds) implements Target {
    public Odds {
      if (!(odds > 0) || Double.isInfinite(odds)) {
        throw new IllegalArgumentException(
            "Cannot plan with plan.target.odds " + odds + ": it must be a number above 0, such as 1");
      }
    }

    @Override
    public String describe() {
      return "odds: " + plain(BigDecimal.valueOf(odds));
    }
  }

  /**
   * At least this share of all words of the stage is tractable.
   *
   * @param share above zero and below one
   */
  record Share(double share) implements Target {
    public Share {
      if (!(share > 0 && share < 1)) {
        throw new IllegalArgumentException(
            "Cannot plan with plan.target.share " + share + ": it must lie between 0 and 1, such as 1%");
      }
    }

    @Override
    public String describe() {
      return "share: " + plain(BigDecimal.valueOf(share).movePointRight(2)) + "%";
    }
  }

  /** The odds that the corpus would have without the inflation that virality shows. */
  record Debias(By by) implements Target {
    public Debias {
      Objects.requireNonNull(by);
    }

    @Override
    public String describe() {
      return "debias: " + by.name().toLowerCase(Locale.ROOT);
    }
  }

  /** The trace of virality to take back. */
  enum By {
    /** Copying: corrected odds over documents against works. */
    COPIES,
    /** Reactions, turned into presence by an elasticity that the user must give. */
    ENGAGEMENT
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
