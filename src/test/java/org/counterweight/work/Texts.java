package org.counterweight.work;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Made texts, and what brute force says of them: written apart from the code that it checks. */
public final class Texts {

  private Texts() {}

  /** So many random words, each with a space behind it; the same for the same seed. */
  public static String words(long seed, int count) {
    var random = new Random(seed);
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(Integer.toString(random.nextInt(60_000), 36)).append(' ');
    }
    return text.toString();
  }

  /** All five-word shingles of a text as strings. */
  public static Set<String> shingles(String text) {
    var words = text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", " ").strip().split(" ");
    var shingles = new HashSet<String>();
    for (int i = 0; i + 5 <= words.length; i++) {
      shingles.add(String.join(" ", java.util.Arrays.asList(words).subList(i, i + 5)));
    }
    if (words.length < 5 && !words[0].isEmpty()) {
      shingles.add(String.join(" ", words));
    }
    return shingles;
  }

  /** Shared shingles : all shingles. */
  public static double jaccard(Set<String> left, Set<String> right) {
    var shared = new HashSet<>(left);
    shared.retainAll(right);
    int all = left.size() + right.size() - shared.size();
    return all == 0 ? 0 : (double) shared.size() / all;
  }
}
