package org.counterweight.virality;

import java.io.Serializable;
import java.util.Objects;
import org.counterweight.stance.TaggedDocument;

/**
 * The masses of a part of a corpus on every level, for the point and every replicate: the state from which all figures
 * of copying derive. {@link #plus} is associative and commutative to the last bit, in any order and over any split.
 *
 * <p>It holds 32 bytes a replicate, and as much again for each of: any work with copies (twice), any work on
 * several hosts, any declared count. Scores take some 100 bytes a cell, of which some hundreds are in use.
 * Up to 1.15e12 words (1.15e15 word-copies on the levels declared and pairs) add up exactly; beyond that {@link
 * #overflowed} is true. Not safe for threads.
 */
public final class MassSums implements Serializable {

  /** Copies beyond which a single document counts no further on the levels declared and pairs. */
  static final long MOST_COPIES = 1_000_000;

  private static final int MILLIONTHS = 1_000_000;
  private static final int THOUSANDTHS = 1_000;

  private final PoissonWeights weights;
  private final ReplicateSums documents;

  /** What the level of documents holds above the level of works, in millionths; null while nothing. */
  private ReplicateSums repeated;

  /** What the level of hosts holds above the level of works, in millionths; null while nothing. */
  private ReplicateSums hosted;

  /** What the level declared holds above the level of documents, in thousandths; null while nothing. */
  private ReplicateSums undone;

  /** The level of pairs in thousandths; null while nothing. */
  private ReplicateSums pairs;

  private final ScoreCells cells = new ScoreCells();
  private Masses masses = Masses.NONE;
  private CopyCounts copies = CopyCounts.NONE;
  private transient long[] drawn;

  /** Sums of nothing. */
  public MassSums(PoissonWeights weights) {
    this(weights, new ReplicateSums(weights.replicates()));
  }

  private MassSums(PoissonWeights weights, ReplicateSums documents) {
    this.weights = Objects.requireNonNull(weights);
    this.documents = documents;
  }

  /**
   * Adds a document with gated passages. All documents with such passages belong here, also those judged not about AI:
   * the correction learns from them how much is missed.
   *
   * @param work identifies its work across the corpus
   * @param copiesPresent documents of that work in the whole input, at least 1
   */
  public void add(TaggedDocument document, String work, int copiesPresent) {
    drawn = drawn == null ? new long[weights.replicates() + 1] : drawn;
    weights.fill(work, drawn);
    add(document, copiesPresent, drawn);
  }

  /** The same with the work's weights, for callers that add one document to several sums. */
  public void add(TaggedDocument document, int copiesPresent, long[] weightsOfWork) {
    add(document, copiesPresent, 1, weightsOfWork);
  }

  /**
   * The same of a work on several hosts.
   *
   * @param hosts distinct hosts of the work in the whole input, 1 to copiesPresent
   */
  public void add(TaggedDocument document, int copiesPresent, int hosts, long[] weightsOfWork) {
    if (hosts < 1 || hosts > copiesPresent) {
      throw new IllegalArgumentException("Cannot add a work of " + copiesPresent + " copies on " + hosts + " hosts");
    }
    if (copiesPresent < 1) {
      throw new IllegalArgumentException("Cannot add a document of a work of " + copiesPresent + " copies");
    }
    var mass = Masses.of(document);
    long[] amounts = {mass.doom(), mass.tractable(), mass.mixed() + mass.neutral(), mass.notAi()};
    documents.add(amounts, weightsOfWork);
    if (copiesPresent > 1) {
      addCopies(amounts, copiesPresent, weightsOfWork);
    }
    if (hosts > 1) {
      hosted = hosted == null ? new ReplicateSums(weights.replicates()) : hosted;
      var further = new long[ReplicateSums.COLUMNS];
      for (int k = 0; k < further.length; k++) {
        further[k] = divide(amounts[k], copiesPresent) * (hosts - 1);
      }
      hosted.add(further, weightsOfWork);
    }
    document.passages().forEach(cells::add);
    if (document.copiesDeclared() > 1) {
      undone = undone == null ? new ReplicateSums(weights.replicates()) : undone;
      undone.add(times(amounts, document.copiesDeclared() - 1), weightsOfWork);
    }
    masses = masses.plus(mass);
    copies = copies.plus(CopyCounts.of(copiesPresent, document.copiesDeclared()));
  }

  private void addCopies(long[] amounts, int copiesPresent, long[] weightsOfWork) {
    repeated = repeated == null ? new ReplicateSums(weights.replicates()) : repeated;
    pairs = pairs == null ? new ReplicateSums(weights.replicates()) : pairs;
    var excess = new long[ReplicateSums.COLUMNS];
    for (int k = 0; k < excess.length; k++) {
      excess[k] = amounts[k] - divide(amounts[k], copiesPresent);
    }
    repeated.add(excess, weightsOfWork);
    pairs.add(times(amounts, copiesPresent - 1), weightsOfWork);
  }

  /** A mass shared among copies: rounded to the nearest millionth, halves up. */
  static long divide(long mass, int copiesPresent) {
    return (mass + copiesPresent / 2) / copiesPresent;
  }

  private static long[] times(long[] amounts, long copies) {
    var product = new long[amounts.length];
    for (int k = 0; k < product.length; k++) {
      product[k] = (amounts[k] + THOUSANDTHS / 2) / THOUSANDTHS * Math.min(copies, MOST_COPIES);
    }
    return product;
  }

  /**
   * Both together; neither is changed.
   *
   * @throws IllegalArgumentException if they were drawn with different weights
   */
  public MassSums plus(MassSums other) {
    if (!weights.equals(other.weights)) {
      throw new IllegalArgumentException("Cannot add sums drawn by " + weights + " and " + other.weights);
    }
    var both = new MassSums(weights, documents.plus(other.documents));
    both.repeated = ReplicateSums.plus(repeated, other.repeated);
    both.hosted = ReplicateSums.plus(hosted, other.hosted);
    both.cells.addAll(cells);
    both.cells.addAll(other.cells);
    both.undone = ReplicateSums.plus(undone, other.undone);
    both.pairs = ReplicateSums.plus(pairs, other.pairs);
    both.masses = masses.plus(other.masses);
    both.copies = copies.plus(other.copies);
    return both;
  }

  /** The four classes' masses in words. */
  double[] at(Level level, int replicate) {
    var words = new double[ReplicateSums.COLUMNS];
    for (int k = 0; k < words.length; k++) {
      double whole = (double) documents.at(k, replicate) / MILLIONTHS;
      words[k] =
          switch (level) {
            case DOCUMENTS -> whole;
            case WORKS -> (double) works(k, replicate) / MILLIONTHS;
            case HOSTS -> (double) (works(k, replicate) + at(hosted, k, replicate)) / MILLIONTHS;
            case DECLARED -> whole + (double) at(undone, k, replicate) / THOUSANDTHS;
            case PAIRS -> (double) at(pairs, k, replicate) / THOUSANDTHS;
          };
    }
    return words;
  }

  private long works(int k, int replicate) {
    return documents.at(k, replicate) - at(repeated, k, replicate);
  }

  private static long at(ReplicateSums sums, int column, int replicate) {
    return sums == null ? 0 : sums.at(column, replicate);
  }

  /** How works get their weights. */
  public PoissonWeights weights() {
    return weights;
  }

  /** The masses of all documents as judged. */
  public Masses masses() {
    return masses;
  }

  /** Words of the gated passages: their probabilities add up to one. */
  long words() {
    return (masses.doom() + masses.tractable() + masses.mixed() + masses.neutral() + masses.notAi()) / MILLIONTHS;
  }

  /** The passages by their scores. */
  ScoreCells cells() {
    return cells;
  }

  /** Whether some work stands on several hosts. */
  boolean hosted() {
    return hosted != null;
  }

  /** Documents, works and copies. */
  public CopyCounts copies() {
    return copies;
  }

  /** Whether more was added than adds up exactly, so that no figure may be derived. */
  public boolean overflowed() {
    return documents.overflowed() || overflowed(undone) || overflowed(pairs);
  }

  private static boolean overflowed(ReplicateSums sums) {
    return sums != null && sums.overflowed();
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof MassSums other
        && weights.equals(other.weights)
        && documents.equals(other.documents)
        && Objects.equals(repeated, other.repeated)
        && Objects.equals(hosted, other.hosted)
        && cells.equals(other.cells)
        && Objects.equals(undone, other.undone)
        && Objects.equals(pairs, other.pairs)
        && masses.equals(other.masses)
        && copies.equals(other.copies);
  }

  @Override
  public int hashCode() {
    return Objects.hash(weights, documents, masses, copies);
  }
}
