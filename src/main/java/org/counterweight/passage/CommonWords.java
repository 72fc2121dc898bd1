package org.counterweight.passage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The commonest words of the languages in Latin letters, and which language they speak for. <b>Hits</b> count the words
 * of each language, side by side in one number: a text's hits are the sum of its different words'.
 */
final class CommonWords {

  /** A language needs this many different words of its own, and one in so many different ones. */
  private static final int LEAST_HITS = 2;

  private static final int ONE_IN = 12;

  /** Common words that, spelt so, few of the other languages here have. */
  private static final Map<String, String> COMMON =
      new TreeMap<>(
          Map.of(
              "en", "the and of to is that it for you was with are this not be have but they what from can would if my",
              "de", "der die und das ist nicht ich zu den mit ein eine auch auf wie f\u00fcr sich es wir sind "
                  + "von dem aber",
              "fr", "le les et des est que une pour dans qui pas sur avec ce vous nous je mais c'est cette "
                  + "sont plus ou",
              "es", "el los las que en una por con para es lo se del como pero esta m\u00e1s su muy eso hay todo",
              "pt", "que n\u00e3o uma em para \u00e9 da dos mais muito voc\u00ea isso tem mas ele tamb\u00e9m "
                  + "j\u00e1 foi ser esse por",
              "it", "il che di non gli una per con del della sono \u00e8 ma anche perch\u00e9 questo pi\u00f9 "
                  + "nel alla ha lo",
              "nl", "de het een en van niet dat zijn op voor met ik je maar ook hij wat deze naar er nog wel",
              "pl", "nie jest si\u0119 na jak ale co \u017ce przez tak od tylko ju\u017c by\u0107 tym czy dla jego",
              "tr", "bir ve bu i\u00e7in \u00e7ok ama ile gibi daha ne ben sen var yok de\u011fil kadar sonra "
                  + "nas\u0131l",
              "id", "yang dan di itu dengan untuk tidak ini dari akan ada saya juga bisa karena kita pada sudah"));

  /** Bits of a count: no language has more words here than they can count. */
  private static final int BITS = 6;

  private static final List<String> CODES = List.copyOf(COMMON.keySet());

  private static final Map<String, Long> HITS = hits();

  /** The same by the words' hashes: a word stands at its slot or after it, before the next that holds no hits. */
  private static final long[] KEYS = new long[1 << 10];

  private static final long[] HASHED = new long[KEYS.length];

  static {
    HITS.forEach(
        (word, hits) -> {
          int slot = slot(hash(word));
          KEYS[slot] = hash(word);
          HASHED[slot] = hits;
        });
  }

  private CommonWords() {}

  /** The hits of one word in lower case. */
  static long hits(String word) {
    return HITS.getOrDefault(word, 0L);
  }

  /** The hits of the word with this hash. */
  static long hits(long hash) {
    return HASHED[slot(hash)];
  }

  /** The language that a text's hits speak for, of so many different words; else {@link Language#UNCLEAR}. */
  static String language(long hits, int words) {
    var best = Language.UNCLEAR;
    int most = 0;
    boolean tie = false;
    for (int k = 0; k < CODES.size(); k++) {
      int found = (int) (hits >>> k * BITS) & (1 << BITS) - 1;
      tie = found == most || (found < most && tie);
      best = found > most ? CODES.get(k) : best;
      most = Math.max(most, found);
    }
    return tie || most < LEAST_HITS || most * ONE_IN < words ? Language.UNCLEAR : best;
  }

  /** The hash of no letters. */
  static final long START = 0x243f6a8885a308d3L;

  /**
   * A hash with one more letter: as good as different for different words, of which a text has few. Its upper bits are
   * the better ones.
   */
  static long hash(long hash, char letter) {
    return (hash ^ letter) * 0x9e3779b97f4a7c15L;
  }

  private static long hash(String word) {
    long hash = START;
    for (int i = 0; i < word.length(); i++) {
      hash = hash(hash, word.charAt(i));
    }
    return hash;
  }

  private static int slot(long hash) {
    int slot = (int) (hash >>> Integer.SIZE) & KEYS.length - 1;
    while (HASHED[slot] != 0 && KEYS[slot] != hash) {
      slot = slot + 1 & KEYS.length - 1;
    }
    return slot;
  }

  private static Map<String, Long> hits() {
    var hits = new HashMap<String, Long>();
    for (int k = 0; k < CODES.size(); k++) {
      for (var word : COMMON.get(CODES.get(k)).split(" ")) {
        hits.merge(word, 1L << k * BITS, Long::sum);
      }
    }
    return hits;
  }
}
