package org.counterweight.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.counterweight.passage.MarkupView;

/** The Jaccard index of every pair of documents from all shingles of both, written apart from the code it checks. */
public final class BruteForce {

  private final List<long[]> shingles;

  public BruteForce(List<String> texts) {
    shingles = texts.stream().map(BruteForce::shingles).toList();
  }

  /** A pair of documents by number, with its true Jaccard index. */
  public record Pair(int one, int other, double jaccard) {}

  /** Every pair from {@code least}, above 0, on: the shared shingles of all pairs are counted that share any. */
  public List<Pair> pairs(double least) {
    var holders = new HashMap<Long, List<Integer>>();
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < shingles.size(); i++) {
      var shared = new HashMap<Integer, Integer>();
      for (long shingle : shingles.get(i)) {
        var before = holders.computeIfAbsent(shingle, any -> new ArrayList<>(1));
        before.forEach(j -> shared.merge(j, 1, Integer::sum));
        before.add(i);
      }
      for (var entry : shared.entrySet()) {
        int j = entry.getKey();
        double jaccard = of(entry.getValue(), shingles.get(i).length, shingles.get(j).length);
        if (jaccard >= least) {
          pairs.add(new Pair(j, i, jaccard));
        }
      }
    }
    return pairs;
  }

  /** Shared shingles : all shingles of two documents; 0 where one has none. */
  public double jaccard(int first, int second) {
    var one = shingles.get(first);
    var other = shingles.get(second);
    int shared = 0;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      int order = Long.compare(one[i], other[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return of(shared, one.length, other.length);
  }

  private static double of(int shared, int one, int other) {
    return shared == 0 ? 0 : (double) shared / (one + other - shared);
  }

  /** Distinct five-word shingles as 64-bit polynomial hashes of their characters, ascending. */
  private static long[] shingles(String text) {
    var lower = new StringBuilder();
    MarkupView.of(text).text().codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
    var plain = lower.toString().replaceAll("\\p{Mn}+", "").replaceAll("[^\\p{L}\\p{Nd}]+", " ").strip();
    var words = plain.split(" ");
    int length = Math.min(5, words.length);
    var hashes = new long[plain.isEmpty() ? 0 : words.length - length + 1];
    for (int i = 0; i < hashes.length; i++) {
      for (int c : String.join(" ", Arrays.asList(words).subList(i, i + length)).toCharArray()) {
        hashes[i] = hashes[i] * 1_000_003 + c;
      }
    }
    return Arrays.stream(hashes).sorted().distinct().toArray();
  }
}
