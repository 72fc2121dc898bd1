package org.counterweight.plan;

/**
 * What a plan of one stage stands on.
 *
 * @param base weights that the documents have anyway, in millionths
 * @param reserved what other stages take of the same caps, in millionths: their base, and gains that are given already
 * @param least what a smaller dose gave, in millionths; zero where none did
 * @param epochsMicro times that the corpus at its base epochs fits into the stage, in millionths
 * @param restWords words of all other documents in the stage at base
 */
record Ground(
    Candidates candidates, int[] base, long[] reserved, int[] least, long epochsMicro, double restWords) {
  private static final long ONE = 1_000_000;

  /** A stage of the whole corpus with no other beside it. */
  static Ground alone(Candidates candidates, PlanSettings settings, double restWords) {
    return stage(candidates, settings, restWords, ONE, new long[candidates.size()]);
  }

  /**
   * A stage among others.
   *
   * @param restWords words of all other documents at base, over the whole corpus
   */
  static Ground stage(
      Candidates candidates, PlanSettings settings, double restWords, long epochsMicro, long[] reserved) {
    int size = candidates.size();
    int[] base = base(candidates, settings, epochsMicro);
    return new Ground(candidates, base, reserved, new int[size], epochsMicro, restWords * (epochsMicro / 1e6));
  }

  /** Base weights in a stage, in millionths, at most 1000 epochs. */
  static int[] base(Candidates candidates, PlanSettings settings, long epochsMicro) {
    String[] sources = candidates.sources();
    int[] bySource = new int[sources.length];
    for (int source = 0; source < sources.length; source++) {
      bySource[source] = inStage(settings.baseMicro(sources[source]), epochsMicro);
    }
    Columns columns = candidates.columns();
    int[] base = new int[columns.size];
    for (int i = 0; i < base.length; i++) {
      base[i] = bySource[columns.source[i]];
    }
    return base;
  }

  /** A base weight in a stage, in millionths. */
  static int inStage(int baseMicro, long epochsMicro) {
    return (int) Math.min((long) (PlanSettings.MOST_EPOCHS * ONE), (baseMicro * epochsMicro + ONE / 2) / ONE);
  }

  /** The same where a smaller dose gave these weights. */
  Ground above(int[] weights) {
    return new Ground(candidates, base, reserved, weights, epochsMicro, restWords);
  }

  /** All documents about AI at base. */
  Totals atBase() {
    return Totals.weighted(candidates.columns(), base);
  }

  /** Words of the stage at base. */
  double words() {
    return atBase().words() + restWords;
  }
}
