package org.counterweight.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Texts that met in a band, and whom of them to compare. */
public final class Bucket {

  /** How many of the least texts of a bucket the others may be compared with. */
  private static final int LEAST = 32;

  /** With how many of them a text is compared. */
  private static final int COMPARED = 2;

  /** Two and a half standard errors of a guess. */
  private static final double SLACK = 0.25;

  private Bucket() {}

  /**
   * The pairs to compare: for each text at most two that look alike, and the least of those that look the same, so
   * that texts of equal shingles always meet, whatever else crowds a bucket.
   *
   * @param texts the bits of each text's signature, texts ascending
   */
  public static List<Match> pairs(SortedMap<TextId, Long> texts, Bands bands) {
    var least = new ArrayList<Map.Entry<TextId, Long>>(LEAST);
    var leastOfSame = new HashMap<Long, TextId>();
    var pairs = new ArrayList<Match>();
    for (var text : texts.entrySet()) {
      var same = leastOfSame.putIfAbsent(text.getValue(), text.getKey());
      if (same != null) {
        pairs.add(new Match(text.getKey(), same));
      }
      int compared = 0;
      for (int i = 0; i < least.size() && compared < COMPARED; i++) {
        if (bands.guess(text.getValue(), least.get(i).getValue()) >= bands.threshold() - SLACK) {
          compared++;
          if (!least.get(i).getKey().equals(same)) {
            pairs.add(new Match(text.getKey(), least.get(i).getKey()));
          }
        }
      }
      if (least.size() < LEAST) {
        least.add(text);
      }
    }
    return pairs;
  }
}
