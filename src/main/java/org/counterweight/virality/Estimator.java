package org.counterweight.virality;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Derives the figures of a part of a corpus from its sums, as the package's description defines them. Holds one draw of
 * the classifier's matrix for each replicate, made once, so that all parts and levels share it. Immutable.
 */
public final class Estimator implements Serializable {
  /** Least share of the gated words at which a class counts as there; expectation maximisation never reaches zero. */
  private static final double LEAST_BY_EM = 1e-6;

  private final ViralitySettings settings;
  private final SampleSize size;
  private final Ratios ratios;
  private final double[] calibrated;
  private final String uncorrectable;
  private final Missing missing;

  /** By replicate; the point's at 0. */
  private final Correction[] corrections;

  /** An estimator that knows nothing of what the gate misses. */
  public Estimator(MatrixDraws matrix, ViralitySettings settings) {
    this(matrix, MissDraws.UNKNOWN, settings);
  }

  /** Draws the matrices and the gate's misses of all replicates. */
  public Estimator(MatrixDraws matrix, MissDraws misses, ViralitySettings settings) {
    this.settings = Objects.requireNonNull(settings);
    size = new SampleSize(settings);
    ratios = new Ratios(settings.sampled());
    calibrated = matrix.shares().clone();
    uncorrectable = size.ofValidation(matrix.counts());
    missing = Missing.of(misses, settings.replicates());
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
    return measure(name, counts, sums).estimates();
  }

  /** The same with the replicates of its log odds. */
  public Measurement measure(String name, Counts counts, MassSums sums) {
    requireOwn(sums.weights());
    var judged = Basis.judged(sums, size);
    var corrected = judged.corrected(corrections, uncorrectable);
    var estimates = estimates(name, counts, sums, judged, corrected);
    return new Measurement(estimates, LogOdds.of(judged), LogOdds.of(corrected));
  }

  private Estimates estimates(String name, Counts counts, MassSums sums, Basis judged, Basis corrected) {
    return new Estimates(
        name,
        counts,
        sums.masses(),
        rounded(corrected.point(Level.DOCUMENTS), judged.point(Level.DOCUMENTS)),
        missing.in(Math.max(0, counts.readableWords() - sums.words()), corrected),
        ratios.odds(judged),
        ratios.odds(corrected),
        ratios.oddsOfWorks(corrected),
        ratios.oddsOfWorks(judged),
        settings.priors().copies(copies(corrected)),
        ratios.copies(judged),
        ratios.hosts(corrected),
        ratios.hosts(judged),
        oddsByEm(sums, corrected),
        engagement(List.of()));
  }

  /** Combines the strata of a part, under what the user assumes. */
  public EngagementFigures engagement(List<Stratum> strata) {
    return EngagementFigures.of(strata).under(settings.priors());
  }

  /** How much a few hosts hold. */
  public Concentration concentration(HostMasses masses) {
    return masses.concentration(uncorrectable.isEmpty() ? corrections[0].inverse() : null);
  }

  private double oddsByEm(MassSums sums, Basis corrected) {
    if (!uncorrectable.isEmpty() || !corrected.reason(Level.DOCUMENTS).isEmpty()) {
      return Double.NaN;
    }
    double[] shares = sums.cells().shares(calibrated);
    boolean both = shares[Ratios.DOOM] >= LEAST_BY_EM && shares[Ratios.TRACTABLE] >= LEAST_BY_EM;
    return both ? shares[Ratios.DOOM] / shares[Ratios.TRACTABLE] : Double.NaN;
  }

  /** Derives the figures of engagement with the same draws of the matrix. */
  public StratumEstimator strata() {
    return new StratumEstimator(corrections, calibrated, uncorrectable);
  }

  private Figure copies(Basis corrected) {
    var copies = ratios.copies(corrected);
    return copies.reason().equals(SampleSize.THINNED)
        ? Figure.notIdentifiable(SampleSize.THINNED + "; " + told(ratios.multiplicity(corrected)))
        : copies;
  }

  /**
   * The size-biased multiplicity ratio of doom to tractable: in a random sample of a corpus, what V_copies cannot say.
   */
  public Figure multiplicityRatio(MassSums sums) {
    return ratios.multiplicity(corrected(sums));
  }

  /** The shift of probabilities to this corpus; none, with the reason, where corrected odds are not identifiable. */
  public PriorShift shift(MassSums sums) {
    var corrected = corrected(sums);
    var odds = ratios.odds(corrected);
    return odds.identifiable()
        ? PriorShift.between(corrected.point(Level.DOCUMENTS), calibrated)
        : PriorShift.none(odds.reason());
  }

  /** The true odds of doom to tractable that a plan's weights reach. */
  public Figure achievedOdds(MassSums base, PlannedSums planned) {
    var corrected = corrected(base);
    String reason = plannable(corrected, planned);
    if (!reason.isEmpty()) {
      return Figure.notIdentifiable(reason);
    }
    double[][] documents = corrected.at(Level.DOCUMENTS);
    var odds = new double[corrections.length];
    for (int r = 0; r < odds.length; r++) {
      odds[r] =
          documents[r][Ratios.DOOM]
              * planned.gain(PlannedSums.DOOM, r)
              / (documents[r][Ratios.TRACTABLE] * planned.gain(PlannedSums.TRACTABLE, r));
    }
    return Interval.ODDS.of(odds);
  }

  /**
   * The true share of tractable words that a plan's weights reach.
   *
   * @param words all words met in the stage under the plan, taken as known
   */
  public Figure achievedShare(MassSums base, PlannedSums planned, long words) {
    var corrected = corrected(base);
    String reason = plannable(corrected, planned);
    if (!reason.isEmpty() || words < 1) {
      return Figure.notIdentifiable(reason.isEmpty() ? "the stage holds no words" : reason);
    }
    double[][] documents = corrected.at(Level.DOCUMENTS);
    var share = new double[corrections.length];
    for (int r = 0; r < share.length; r++) {
      share[r] = documents[r][Ratios.TRACTABLE] * planned.gain(PlannedSums.TRACTABLE, r) / words;
    }
    return Interval.SHARE.of(share);
  }

  private String plannable(Basis corrected, PlannedSums planned) {
    requireOwn(planned.weights());
    return planned.overflowed() ? SampleSize.TOO_LARGE : corrected.reason(Level.DOCUMENTS);
  }

  private Basis corrected(MassSums sums) {
    requireOwn(sums.weights());
    return Basis.judged(sums, size).corrected(corrections, uncorrectable);
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

  /** Whole words; as judged where the matrix is unusable. */
  private static CorrectedMass rounded(double[] corrected, double[] judged) {
    double[] words = Double.isNaN(corrected[0]) ? judged : corrected;
    return new CorrectedMass(Math.round(words[Ratios.DOOM]), Math.round(words[Ratios.TRACTABLE]), Math.round(words[2]));
  }

  private void requireOwn(PoissonWeights weights) {
    if (!weights.equals(settings.weights())) {
      throw new IllegalArgumentException(
          "Cannot estimate from sums drawn by " + weights + ": not " + settings.weights());
    }
  }
}
