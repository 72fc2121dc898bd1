package org.counterweight.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.counterweight.virality.Figure;

/**
 * The probability of tractable from which documents may gain, as the labels of this very corpus bear it out.
 *
 * <p>The precision at a threshold is the share of tractable passages among those of the frame at or above it, a ratio
 * of two stratified totals; its variance is the linearised one (Cochran, "Sampling Techniques", 1977, ch. 6), its
 * interval normal on the scale of the logit. Half a passage of either kind is added to each stratum's variance, and
 * half of one of either to the share that the interval is drawn about, so that a share of 0 or 1 has an interval too.
 * Labels are missing at random within their strata. The threshold is chosen by looking at the same labels, so near it
 * the precision is rather too high than too low; the interval says by how much it may be.
 *
 * @param threshold least probability of tractable
 * @param labels labelled passages at or above it
 * @param precision share of tractable passages among those of the frame at or above it, with its 95 % interval
 * @param reached whether the precision wanted was reached
 */
public record GainThreshold(double threshold, int labels, Figure precision, boolean reached) {

  /** What the design asks of passages that raise a document's weight. */
  public static final double WANTED = 0.8;

  /** Fewer labels than this are no evidence. */
  public static final int FEWEST = 30;

  private static final double NORMAL = 1.959963984540054;

  /**
   * The least threshold at which the precision wanted is reached; failing that, the one of the highest precision. Empty
   * with fewer than {@value #FEWEST} labels in all.
   */
  public static Optional<GainThreshold> of(Labelled labelled) {
    var falling = new ArrayList<>(labelled.labels());
    falling.sort(Comparator.comparingInt((Labelled.Label label) -> -label.passage().p().tractable()));
    var above = new Above(labelled);
    GainThreshold best = null;
    GainThreshold reached = null;
    for (int i = 0; i < falling.size(); i++) {
      above.add(falling.get(i));
      int p = falling.get(i).passage().p().tractable();
      boolean last = i + 1 == falling.size() || falling.get(i + 1).passage().p().tractable() < p;
      if (i + 1 < FEWEST || !last) {
        continue;
      }
      var point = above.point(p / 1e6, i + 1);
      reached = point.reached() ? point : reached;
      best = best == null || point.precision().value() > best.precision().value() ? point : best;
    }
    return Optional.ofNullable(reached == null ? best : reached);
  }

  /** Sums over the labels from the highest score down to some threshold. */
  private static final class Above {

    private final Map<Integer, Group> groups = new TreeMap<>();

    private static final class Group {
      private final double size;
      private int labelled;
      private int above;
      private int right;

      Group(double size) {
        this.size = size;
      }

      double weight() {
        return labelled == 0 ? 0 : size / labelled;
      }
    }

    Above(Labelled labelled) {
      for (var stratum : labelled.sample().strata()) {
        groups.put(stratum.name(), new Group(stratum.size()));
      }
      labelled.labels().forEach(label -> groups.get(label.stratum()).labelled++);
    }

    void add(Labelled.Label label) {
      var group = groups.get(label.stratum());
      group.above++;
      group.right += Classes.of(label.label()) == Classes.TRACTABLE ? 1 : 0;
    }

    GainThreshold point(double threshold, int labels) {
      double passages = 0;
      double right = 0;
      for (var group : groups.values()) {
        passages += group.weight() * group.above;
        right += group.weight() * group.right;
      }
      double share = right / passages;
      double drawn = (share * labels + 0.5) / (labels + 1);
      double error = Math.sqrt(variance(passages, drawn)) / (drawn * (1 - drawn));
      double logit = StrictMath.log(drawn / (1 - drawn));
      double low = Math.min(share, logistic(logit - NORMAL * error));
      double high = Math.max(share, logistic(logit + NORMAL * error));
      return new GainThreshold(threshold, labels, Figure.of(share, low, high), share >= WANTED);
    }

    /** Of the share; residuals are 1 - share of right passages, -share of wrong ones, 0 below the threshold. */
    private double variance(double passages, double share) {
      double variance = 0;
      for (var group : groups.values()) {
        if (group.above == 0) {
          continue;
        }
        double m = group.labelled;
        double wrong = group.above - group.right;
        // half a passage of either kind keeps a stratum that is all right or all wrong from claiming certainty
        double squares = (group.right + 0.5) * (1 - share) * (1 - share) + (wrong + 0.5) * share * share;
        double mean = (group.right * (1 - share) - wrong * share) / m;
        double spread = Math.max(0, squares - m * mean * mean) / Math.max(1, m - 1);
        variance += group.size * group.size * (1 - m / group.size) * spread / m;
      }
      return variance / passages / passages;
    }

    private static double logistic(double x) {
      return 1 / (1 + StrictMath.exp(-x));
    }
  }
}
