package org.counterweight.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The known key that an unknown one was probably meant to be. Two keys are as far apart as letters have to be dropped,
 * added, replaced or swapped with their neighbour (the restricted Damerau-Levenshtein distance), case and the choice of
 * {@code -}, {@code _} or capitals aside. A key in the wrong section, with a word missing, or below one that is set as
 * a whole is near as well.
 */
final class Suggestion {

  private static final int LONGEST = 100;
  private static final int WRONG_SECTION = 1;
  private static final int WORD_MISSING = 2;

  private Suggestion() {}

  /** The nearest of the known keys, the first among equals; empty if none is near. */
  static Optional<String> nearest(String unknown, Collection<String> known) {
    if (unknown.length() > LONGEST) {
      return Optional.empty();
    }
    var nearest = known.stream().filter(key -> unknown.startsWith(key + ".") && !isSection(key, known)).findFirst();
    int least = Math.max(2, unknown.length() / 4) + 1;
    for (var key : known) {
      int distance = distanceOfKeys(plain(unknown), plain(key));
      if (distance < least) {
        least = distance;
        nearest = Optional.of(key);
      }
    }
    return nearest;
  }

  private static boolean isSection(String key, Collection<String> known) {
    return known.stream().anyMatch(other -> other.startsWith(key + "."));
  }

  private static String plain(String key) {
    return key.replaceAll("(?<=[a-z])(?=[A-Z])", "-").replace('_', '-').replace(' ', '-').toLowerCase(Locale.ROOT);
  }

  private static int distanceOfKeys(String a, String b) {
    var lastA = last(a);
    var lastB = last(b);
    int whole = distance(a, b);
    int wrongSection = distance(lastA, lastB) * 2 + WRONG_SECTION;
    return Math.min(whole, Math.min(wrongSection, wordMissing(a, b)));
  }

  private static int wordMissing(String a, String b) {
    var words = List.of(last(b).split("-"));
    boolean part = words.size() > 1 && words.containsAll(List.of(last(a).split("-")));
    return part ? WORD_MISSING + (section(a).equals(section(b)) ? 0 : WRONG_SECTION) : LONGEST;
  }

  private static String last(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  private static String section(String key) {
    return key.substring(0, Math.max(0, key.lastIndexOf('.')));
  }

  /** Letters to drop, add, replace or swap to turn one text into the other. */
  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    Arrays.setAll(last, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      var spent = before;
      before = last;
      last = row;
      row = spent;
    }
    return last[b.length()];
  }
}
