package org.counterweight.virality;

import java.io.Serializable;
import java.util.Objects;

/**
 * What readers' reactions in one field of one source say, doom against tractable; defined in the package's description.
 *
 * @param source the source, empty where unknown
 * @param field the field of the reactions
 * @param carrying gated documents that carry the field
 * @param documents those of them that the figures rest on: all, or of very many a random part of the works
 * @param negative those of them with a value below zero, counted as zero
 * @param doom effective number of doom documents; of them as judged where the errors cannot be corrected
 * @param tractable likewise
 * @param clusters how many clusters of documents that may depend on one another
 * @param clusteredBy what they share: host or work
 * @param dispersion Pearson's chi-square over its degrees of freedom; NaN where no regression was made
 * @param floor the least value where the stratum looks admitted by it, else NaN
 * @param corrected its figures after correction
 * @param judged its figures as judged
 */
public record Stratum(
    String source,
    String field,
    long carrying,
    long documents,
    long negative,
    double doom,
    double tractable,
    int clusters,
    String clusteredBy,
    double dispersion,
    double floor,
    Comparison corrected,
    Comparison judged)
    implements Serializable {

  public Stratum {
    Objects.requireNonNull(source);
    Objects.requireNonNull(field);
    Objects.requireNonNull(corrected);
    Objects.requireNonNull(judged);
  }

  /** Whether documents seem to be here only because readers reacted enough. */
  public boolean truncated() {
    return !Double.isNaN(floor);
  }

  /**
   * Doom against tractable.
   *
   * @param ratio expected reactions of doom : of tractable, month and length held
   * @param geometricMeans the same of the geometric means of one plus the reactions
   * @param effectSize probability that a doom document has more reactions than a tractable one, ties one half
   * @param doomQuantiles reactions to doom
   * @param tractableQuantiles reactions to tractable
   */
  public record Comparison(
      Figure ratio, Figure geometricMeans, Figure effectSize, Quantiles doomQuantiles, Quantiles tractableQuantiles)
      implements Serializable {

    public Comparison {
      Objects.requireNonNull(ratio);
      Objects.requireNonNull(geometricMeans);
      Objects.requireNonNull(effectSize);
      Objects.requireNonNull(doomQuantiles);
      Objects.requireNonNull(tractableQuantiles);
    }

    static Comparison notIdentifiable(String reason) {
      var none = Figure.notIdentifiable(reason);
      return new Comparison(none, none, none, Quantiles.UNKNOWN, Quantiles.UNKNOWN);
    }
  }
}
