package org.counterweight.plan;

/** How long a stage of training is, before anything is added. */
public sealed interface StageSize {

  /** The whole corpus at its base epochs, so many times over; above 0, at most 1000. */
  record Epochs(double epochs) implements StageSize {
    public Epochs {
      if (!(epochs > 0 && epochs <= PlanSettings.MOST_EPOCHS)) {
        throw new IllegalArgumentException(
            "Cannot plan a stage of " + epochs + " epochs: it must be above 0 and at most 1000");
      }
    }
  }

  /** So many words of the corpus, sampled evenly; above 0. */
  record Words(long words) implements StageSize {
    public Words {
      requirePositive(words, "words");
    }
  }

  /** So many tokens, by the token counts that the corpus carries; above 0. */
  record Tokens(long tokens) implements StageSize {
    public Tokens {
      requirePositive(tokens, "tokens");
    }
  }

  /** One time over the corpus. */
  StageSize WHOLE = new Epochs(1);

  /**
   * Times that the corpus at its base epochs fits into the stage.
   *
   * @param words of the corpus at base epochs
   * @param tokensPerWord what the corpus's own token counts say; NaN where it carries none
   */
  default double epochs(double words, double tokensPerWord) {
    if (this instanceof Epochs whole) {
      return whole.epochs;
    }
    double wanted = this instanceof Words size ? size.words : ((Tokens) this).tokens / tokensPerWord;
    return words > 0 ? wanted / words : 1;
  }

  private static void requirePositive(long size, String unit) {
    if (size < 1) {
      throw new IllegalArgumentException("Cannot plan a stage of " + size + " " + unit + ": it must be above 0");
    }
  }
}
