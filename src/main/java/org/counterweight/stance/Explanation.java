package org.counterweight.stance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why a text was judged as it was: the n-grams that moved it most towards each class.
 *
 * @param p the judgement
 * @param reasons by class in order, the strongest first
 * @param collisions how many of the text's n-grams share their bucket with another one of the text
 * @param ngrams how many different n-grams it has
 */
public record Explanation(Probabilities p, List<Reason> reasons, int collisions, int ngrams) {

  public Explanation {
    reasons = List.copyOf(reasons);
  }

  /**
   * One n-gram's part.
   *
   * @param towards doom, tractable, neutral or not_ai
   * @param ngram as it stands in the text, lower-cased, white space made single
   * @param occurrences in the text
   * @param contribution to the calibrated log odds of that class against the mean of the four
   */
  public record Reason(String towards, String ngram, int occurrences, double contribution) {}

  static Explanation of(String text, Probabilities p, LinearWeights weights, Calibration calibration, int most) {
    var found = new TreeMap<String, int[]>();
    int tokens =
        NGrams.visit(text, weights.features(), (bucket, start, end) -> count(found, text, bucket, start, end));
    double unit = weights.unit(tokens);
    var reasons = new ArrayList<Reason>();
    for (var k : StanceClass.values()) {
      reasons.addAll(strongest(found, (bucket, c) -> advantage(weights, calibration, bucket, c) * unit, k, most));
    }
    long buckets = found.values().stream().mapToInt(one -> one[0]).distinct().count();
    return new Explanation(p, reasons, (int) (found.size() - buckets), found.size());
  }

  private static void count(Map<String, int[]> found, String text, int bucket, int start, int end) {
    String ngram = start == end ? "(length)" : text.substring(start, end);
    String clean = ngram.replaceAll("[\\s\\p{Cntrl}]+", " ").toLowerCase(Locale.ROOT);
    found.computeIfAbsent(clean, key -> new int[] {bucket, 0})[1]++;
  }

  private interface Pull {
    double of(int bucket, int k);
  }

  private static List<Reason> strongest(Map<String, int[]> found, Pull pull, StanceClass k, int most) {
    var reasons = new ArrayList<Reason>();
    found.forEach(
        (ngram, one) -> {
          double contribution = one[1] * pull.of(one[0], k.ordinal());
          if (contribution > 0) {
            reasons.add(new Reason(k.label(), ngram, one[1], contribution));
          }
        });
    reasons.sort(Comparator.comparing(Reason::contribution).reversed());
    return reasons.subList(0, Math.min(most, reasons.size()));
  }

  /** A class's calibrated weight in a bucket against the mean of the four. */
  private static double advantage(LinearWeights weights, Calibration calibration, int bucket, int k) {
    double mean = 0;
    for (int c = 0; c < StanceClass.COUNT; c++) {
      mean += calibrated(weights, calibration, bucket, c) / StanceClass.COUNT;
    }
    return calibrated(weights, calibration, bucket, k) - mean;
  }

  private static double calibrated(LinearWeights weights, Calibration calibration, int bucket, int k) {
    return calibration.slope(k) * weights.weights()[StanceClass.COUNT * bucket + k];
  }

  /** A table for people. The n-grams are the text's own: escape them where they go into markup. */
  public String toText() {
    var text = new StringBuilder();
    text.append(line(p));
    for (var reason : reasons) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-10s %+.3f  %s (%d)\n",
              reason.towards(),
              reason.contribution(),
              reason.ngram(),
              reason.occurrences()));
    }
    return text.append(note()).toString();
  }

  /** A judgement in one line. */
  static String line(Probabilities p) {
    return String.format(
        Locale.ROOT,
        "%s: doom %.4f, tractable %.4f, mixed %.4f, neutral %.4f, not_ai %.4f\n",
        p.stance().label(),
        p.doom() / 1e6,
        p.tractable() / 1e6,
        p.mixed() / 1e6,
        p.neutral() / 1e6,
        p.notAi() / 1e6);
  }

  private String note() {
    return String.format(
        Locale.ROOT,
        "%d n-grams, %d of which share a bucket with another of this text; n-grams are known by a hash alone, so a"
            + " weight may also stem from another n-gram of the training text.\n",
        ngrams,
        collisions);
  }
}
