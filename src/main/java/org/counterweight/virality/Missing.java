package org.counterweight.virality;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Derives what refused text may hold from what is admitted, as the package's description defines it. Holds one draw of
 * the gate's misses for each replicate.
 *
 * @param unknown why nothing is known of them; empty where something is
 * @param ratios words refused for one admitted, by replicate (the point's at 0) and class
 * @param missed refused passages that were read and are of each class
 * @param read refused passages that were read
 */
record Missing(String unknown, double[][] ratios, int[] missed, int read) implements Serializable {

  private static final String[] CLASSES = {"doom", "tractable", "about AI otherwise"};
  private static final double TAIL = 0.025;

  static Missing of(MissDraws draws, int replicates) {
    var ratios = new double[draws.unknown().isEmpty() ? replicates + 1 : 0][];
    for (int r = 0; r < ratios.length; r++) {
      ratios[r] = r == 0 ? draws.point() : draws.draw(r);
    }
    return new Missing(draws.unknown(), ratios, draws.missed(), draws.read());
  }

  /**
   * What refused text may hold.
   *
   * @param words of refused passages, taken as known
   * @param corrected the masses of admitted ones
   */
  RefusedText in(long words, Basis corrected) {
    String reason = unknown.isEmpty() ? corrected.reason(Level.DOCUMENTS) : unknown;
    if (!reason.isEmpty()) {
      return RefusedText.unknown(words, reason);
    }
    double[][] admitted = corrected.at(Level.DOCUMENTS);
    var refused = new double[admitted.length][];
    for (int r = 0; r < admitted.length; r++) {
      refused[r] = refused(r, words, admitted[r]);
    }
    return new RefusedText(
        words, of(0, words, refused, admitted), of(1, words, refused, admitted), of(2, words, refused, admitted),
        odds(refused, admitted));
  }

  /** Of each class as the ratios say, all cut by one factor where that were more than there is. */
  private double[] refused(int replicate, long words, double[] admitted) {
    var refused = new double[CLASSES.length];
    double sum = 0;
    for (int k = 0; k < refused.length; k++) {
      refused[k] = ratios[replicate][k] * admitted[k];
      sum += refused[k];
    }
    if (sum > words) {
      for (int k = 0; k < refused.length; k++) {
        refused[k] *= words / sum;
      }
    }
    return refused;
  }

  private RefusedText.Missed of(int k, long words, double[][] refused, double[][] admitted) {
    var alone = new double[refused.length];
    var together = new double[refused.length];
    for (int r = 0; r < refused.length; r++) {
      alone[r] = refused[r][k];
      together[r] = refused[r][k] + admitted[r][k];
    }
    double most = rounded(alone)[2];
    boolean nothing = missed[k] == 0 && words > 0 && !Double.isNaN(most);
    var none = "none of the " + read + " refused passages that were read is " + CLASSES[k];
    return new RefusedText.Missed(nothing ? Figure.notIdentifiable(none) : words(k, alone), most, words(k, together));
  }

  /** A number, but not where the correction leaves none of the class: that is a point without any certainty. */
  private static Figure words(int k, double[] values) {
    double[] words = rounded(values);
    if (Double.isNaN(words[0])) {
      return Figure.notIdentifiable("over 2.5 % of the draws of the classifier's matrix correct nothing");
    }
    return words[0] == 0 && words[2] > 0
        ? Figure.notIdentifiable(
            "once the classifier's errors are taken out, no word that is " + CLASSES[k] + " is left")
        : Figure.of(words[0], words[1], words[2]);
  }

  /** The point with the 2.5 % and 97.5 % points of the replicates, in whole words; NaN where any of them is. */
  private static double[] rounded(double[] values) {
    double[] replicates = Arrays.copyOfRange(values, 1, values.length);
    Arrays.sort(replicates);
    int beyond = (int) (TAIL * replicates.length);
    double low = replicates[beyond];
    double high = replicates[replicates.length - 1 - beyond];
    if (Double.isNaN(values[0]) || Double.isNaN(high)) {
      return new double[] {Double.NaN, Double.NaN, Double.NaN};
    }
    double point = Math.rint(values[0]);
    return new double[] {point, Math.min(point, Math.rint(low)), Math.max(point, Math.rint(high))};
  }

  private static Figure odds(double[][] refused, double[][] admitted) {
    var odds = new double[refused.length];
    for (int r = 0; r < odds.length; r++) {
      double doom = admitted[r][Ratios.DOOM] + refused[r][Ratios.DOOM];
      odds[r] = doom / (admitted[r][Ratios.TRACTABLE] + refused[r][Ratios.TRACTABLE]);
    }
    var figure = Interval.ODDS.of(odds);
    return figure.identifiable()
        ? new Figure(figure.value(), figure.low(), figure.high(), true, assumed(figure.reason()))
        : figure;
  }

  private static String assumed(String caveat) {
    return caveat.isEmpty() ? RefusedText.ASSUMPTION : caveat + "; " + RefusedText.ASSUMPTION;
  }
}
