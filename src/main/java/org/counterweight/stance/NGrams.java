package org.counterweight.stance;

/**
 * The n-grams of a text, hashed to buckets in one pass and without garbage. One object reads one text.
 *
 * <p>A token's hash is a Fowler-Noll-Vo sum over its folded characters, mixed; an n-gram's is a polynomial in its
 * tokens' hashes, mixed again, of which the top bits are the bucket.
 */
final class NGrams {

  /** Takes each occurrence of an n-gram. */
  interface Visitor {

    /**
     * One occurrence.
     *
     * @param bucket its bucket
     * @param start its first char in the text
     * @param end the char after its last one
     */
    void visit(int bucket, int start, int end);
  }

  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long URL = Hash.mix(0x75726cL);
  private static final long LENGTH = 0x6c656e677468L;
  private static final long HTTP = hashOf("http");
  private static final long HTTPS = hashOf("https");

  private final char[] text;
  private final Visitor visitor;
  private final int order;
  private final int shift;

  private int tokens;
  private long before;
  private long twoBefore;
  private int startBefore;
  private int startTwoBefore;

  private NGrams(String text, FeatureSettings settings, Visitor visitor) {
    this.text = text.toCharArray();
    this.visitor = visitor;
    this.order = settings.order();
    this.shift = Long.SIZE - settings.bits();
  }

  /**
   * Shows each n-gram of a text to a visitor, then the bucket of its length with an empty span at the end; nothing for
   * a text without tokens.
   *
   * @return the number of tokens
   */
  static int visit(String text, FeatureSettings settings, Visitor visitor) {
    return new NGrams(text, settings, visitor).run();
  }

  private int run() {
    int i = 0;
    while (i < text.length) {
      char c = text[i];
      if (Letters.fold(c) != 0) {
        i = word(i);
      } else {
        if (isMark(c) && (i == 0 || text[i - 1] != c)) {
          token(Hash.mix(markOf(c)), i, i + 1);
        }
        i++;
      }
    }
    if (tokens > 0) {
      int octave = Integer.SIZE - Integer.numberOfLeadingZeros(tokens);
      visitor.visit(bucket(LENGTH + octave), text.length, text.length);
    }
    return tokens;
  }

  /** Reads a word, or the web address it opens; returns the char after it. */
  private int word(int start) {
    long hash = SEED;
    int folded = 0;
    int i = start;
    for (; i < text.length; i++) {
      int letter = Letters.fold(text[i]);
      if (letter == 0) {
        if (!isInside(i, start)) {
          break;
        }
      } else if (letter != '0' || folded != '0') {
        hash = (hash ^ letter) * PRIME;
        folded = letter;
      }
    }
    if ((hash == HTTP || hash == HTTPS) && opensAddress(i)) {
      int end = endOfAddress(i);
      token(URL, start, end);
      return end;
    }
    token(Hash.mix(hash), start, i);
    return i;
  }

  /** Whether a character that is no letter belongs to the word that began at start: don't, A.I. */
  private boolean isInside(int i, int start) {
    char c = text[i];
    if (i + 1 >= text.length || Letters.fold(text[i + 1]) == 0) {
      return false;
    }
    boolean abbreviation = c == '.' && (i == start + 1 || text[i - 2] == '.');
    return c == '\'' || c == '\u2019' || abbreviation;
  }

  private boolean opensAddress(int i) {
    return i + 2 < text.length && text[i] == ':' && text[i + 1] == '/' && text[i + 2] == '/';
  }

  private int endOfAddress(int from) {
    int i = from;
    while (i < text.length && text[i] > ' ' && text[i] != ')' && text[i] < 0x80) {
      i++;
    }
    return i;
  }

  private void token(long hash, int start, int end) {
    visitor.visit(bucket(hash + 1), start, end);
    if (order > 1 && tokens > 0) {
      long two = before * 31 + hash;
      visitor.visit(bucket(two + 2), startBefore, end);
      if (order > 2 && tokens > 1) {
        visitor.visit(bucket(twoBefore * 961 + two + 3), startTwoBefore, end);
      }
    }
    twoBefore = before;
    startTwoBefore = startBefore;
    before = hash;
    startBefore = start;
    tokens++;
  }

  private int bucket(long hash) {
    return (int) (Hash.mix(hash) >>> shift);
  }

  private static boolean isMark(char c) {
    return switch (c) {
      case '.', '?', '!', '"', ':', '#', '@', '\u201c', '\u201d' -> true;
      default -> false;
    };
  }

  private static int markOf(char c) {
    return c == '\u201c' || c == '\u201d' ? '"' : c;
  }

  private static long hashOf(String word) {
    long hash = SEED;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * PRIME;
    }
    return hash;
  }
}
