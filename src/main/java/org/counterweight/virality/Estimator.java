package org.counterweight.virality;

import java.io.Serializable;
import java.util.Objects;

/**
 * Derives the figures of a part of a corpus from its sums, as the package's description defines them. Holds one draw of
 * the classifier's matrix for each replicate, made once, so that all parts and levels share it. Immutable.
 */
public final class Estimator implements Serializable {

  private static final int DOOM = 0;
  private static final int TRACTABLE = 1;

  private final ViralitySettings settings;
  private final SampleSize size;
  private final double[] calibrated;
  private final String uncorrectable;

  /** By replicate; the point's at 0. */
  private final Correction[] corrections;

  /** Draws the matrices of all replicates. */
  public Estimator(MatrixDraws matrix, ViralitySettings settings) {
    this.settings = Objects.requireNonNull(settings);
    size = new SampleSize(settings);
    calibrated = matrix.shares().clone();
    uncorrectable = size.ofValidation(matrix.counts());
    corrections = new Correction[settings.replicates() + 1];
    corrections[0] = new Correction(matrix.point());
    for (int r = 1; r < corrections.length; r++) {
      corrections[r] = new Correction(matrix.draw(r));
    }
  }

  /**
   * All figures of a part.
   *
   * @param name the shard, source or month; {@code corpus} for the whole
   * @param counts its integers
   * @param sums its masses, drawn with the settings' weights
   */
  public Estimates estimate(String name, Counts counts, MassSums sums) {
    requireOwn(sums.weights());
    double[][] documents = corrected(sums, Level.DOCUMENTS);
    double[][] works = corrected(sums, Level.WORKS);
    return new Estimates(
        name,
        counts,
        sums.masses(),
        rounded(documents[0], sums.at(Level.DOCUMENTS, 0)),
        oddsRaw(sums),
        oddsCorrected(sums, documents),
        oddsWorks(sums, works),
        copies(sums, documents, works),
        Figure.notIdentifiable("not estimated yet"),
        Figure.notIdentifiable("not estimated yet"),
        Figure.notIdentifiable("not estimated yet"));
  }

  /**
   * The size-biased multiplicity ratio of doom to tractable: in a random sample of a corpus, what V_copies cannot say.
   */
  public Figure multiplicityRatio(MassSums sums) {
    requireOwn(sums.weights());
    String reason = correctable(sums, Level.DOCUMENTS);
    if (!reason.isEmpty()) {
      return Figure.notIdentifiable(reason);
    }
    double[][] documents = corrected(sums, Level.DOCUMENTS);
    double[][] pairs = corrected(sums, Level.PAIRS);
    var ratio = new double[corrections.length];
    for (int r = 0; r < ratio.length; r++) {
      ratio[r] = multiplicity(pairs[r], documents[r], DOOM) / multiplicity(pairs[r], documents[r], TRACTABLE);
    }
    return Interval.MULTIPLICITY.of(ratio);
  }

  private double multiplicity(double[] pairs, double[] documents, int k) {
    return 1 + pairs[k] / (settings.sampled() * documents[k]);
  }

  /** The shift of probabilities to this corpus; none, with the reason, where corrected odds are not identifiable. */
  public PriorShift shift(MassSums sums) {
    requireOwn(sums.weights());
    double[][] documents = corrected(sums, Level.DOCUMENTS);
    var odds = oddsCorrected(sums, documents);
    return odds.identifiable() ? PriorShift.between(documents[0], calibrated) : PriorShift.none(odds.reason());
  }

  /** The true odds of doom to tractable that a plan's weights reach. */
  public Figure achievedOdds(MassSums base, PlannedSums planned) {
    String reason = plannable(base, planned);
    if (!reason.isEmpty()) {
      return Figure.notIdentifiable(reason);
    }
    double[][] documents = corrected(base, Level.DOCUMENTS);
    var odds = new double[corrections.length];
    for (int r = 0; r < odds.length; r++) {
      odds[r] =
          documents[r][DOOM]
              * planned.gain(PlannedSums.DOOM, r)
              / (documents[r][TRACTABLE] * planned.gain(PlannedSums.TRACTABLE, r));
    }
    return Interval.ODDS.of(odds);
  }

  /**
   * The true share of tractable words that a plan's weights reach.
   *
   * @param words all words met in the stage under the plan, taken as known
   */
  public Figure achievedShare(MassSums base, PlannedSums planned, long words) {
    String reason = plannable(base, planned);
    if (!reason.isEmpty() || words < 1) {
      return Figure.notIdentifiable(reason.isEmpty() ? "the stage holds no words" : reason);
    }
    double[][] documents = corrected(base, Level.DOCUMENTS);
    var share = new double[corrections.length];
    for (int r = 0; r < share.length; r++) {
      share[r] = documents[r][TRACTABLE] * planned.gain(PlannedSums.TRACTABLE, r) / words;
    }
    return Interval.SHARE.of(share);
  }

  private String plannable(MassSums base, PlannedSums planned) {
    requireOwn(base.weights());
    requireOwn(planned.weights());
    return planned.overflowed() ? SampleSize.TOO_LARGE : correctable(base, Level.DOCUMENTS);
  }

  private Figure oddsRaw(MassSums sums) {
    String reason = size.of(sums, Level.DOCUMENTS);
    if (!reason.isEmpty()) {
      return Figure.notIdentifiable(reason);
    }
    var masses = new double[corrections.length][];
    for (int r = 0; r < masses.length; r++) {
      masses[r] = sums.at(Level.DOCUMENTS, r);
    }
    return Interval.ODDS.of(odds(masses));
  }

  private Figure oddsCorrected(MassSums sums, double[][] documents) {
    String reason = correctable(sums, Level.DOCUMENTS);
    return reason.isEmpty() ? Interval.ODDS.of(odds(documents)) : Figure.notIdentifiable(reason);
  }

  private Figure oddsWorks(MassSums sums, double[][] works) {
    String reason = correctable(sums, Level.WORKS);
    if (!reason.isEmpty()) {
      return Figure.notIdentifiable(reason);
    }
    String caveat = settings.sampled() < 1 ? "over the works met in this sample" : "";
    return noted(caveat, Interval.ODDS.of(odds(works)));
  }

  private Figure copies(MassSums sums, double[][] documents, double[][] works) {
    boolean declared = sums.copies().declaredDocuments() > 0;
    var level = declared ? Level.DECLARED : Level.DOCUMENTS;
    String reason = size.ofCopies(sums.copies());
    if (reason.equals(SampleSize.THINNED)) {
      return Figure.notIdentifiable(reason + "; " + told(multiplicityRatio(sums)));
    }
    reason = reason.isEmpty() ? correctable(sums, level) : reason;
    reason = reason.isEmpty() ? correctable(sums, Level.WORKS) : reason;
    if (!reason.isEmpty()) {
      return Figure.notIdentifiable(reason);
    }
    double[] above = odds(declared ? corrected(sums, level) : documents);
    double[] below = odds(works);
    var ratio = new double[above.length];
    for (int r = 0; r < ratio.length; r++) {
      ratio[r] = above[r] / below[r];
    }
    String caveat = declared ? "before deduplication: documents weighed by declared copies" : "";
    return noted(caveat, Interval.RATIO.of(ratio));
  }

  private static String told(Figure multiplicity) {
    return multiplicity.identifiable()
        ? "size-biased multiplicity ratio doom : tractable "
            + Interval.shown(multiplicity.value())
            + " ["
            + Interval.shown(multiplicity.low())
            + ", "
            + Interval.shown(multiplicity.high())
            + "]"
        : "no size-biased multiplicity ratio either: " + multiplicity.reason();
  }

  private static Figure noted(String caveat, Figure figure) {
    if (caveat.isEmpty() || !figure.identifiable()) {
      return figure;
    }
    String reason = figure.reason().isEmpty() ? caveat : caveat + "; " + figure.reason();
    return new Figure(figure.value(), figure.low(), figure.high(), true, reason);
  }

  private String correctable(MassSums sums, Level level) {
    String reason = size.of(sums, level);
    return reason.isEmpty() ? uncorrectable : reason;
  }

  private double[][] corrected(MassSums sums, Level level) {
    var masses = new double[corrections.length][];
    for (int r = 0; r < masses.length; r++) {
      masses[r] = corrections[r].of(sums.at(level, r));
    }
    return masses;
  }

  private static double[] odds(double[][] masses) {
    var odds = new double[masses.length];
    for (int r = 0; r < odds.length; r++) {
      odds[r] = masses[r][DOOM] / masses[r][TRACTABLE];
    }
    return odds;
  }

  /** Whole words; as judged where the matrix is unusable. */
  private static CorrectedMass rounded(double[] corrected, double[] judged) {
    double[] words = Double.isNaN(corrected[0]) ? judged : corrected;
    return new CorrectedMass(Math.round(words[DOOM]), Math.round(words[TRACTABLE]), Math.round(words[2]));
  }

  private void requireOwn(PoissonWeights weights) {
    if (!weights.equals(settings.weights())) {
      throw new IllegalArgumentException(
          "Cannot estimate from sums drawn by " + weights + ": not " + settings.weights());
    }
  }
}
