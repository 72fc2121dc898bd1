package org.counterweight.corpus;

import java.text.Normalizer;
import java.util.function.LongPredicate;

/**
 * Hashes every sequence of words of a text as it goes over it once. Words are maximal runs of letters, digits and marks
 * after Unicode compatibility normalisation (NFKC), in lower case; all else only separates them. The hash of a sequence
 * is a polynomial in those of its words modulo 2^64, mixed; it is never zero.
 */
final class SequenceHashes {

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  /** FACTOR to the power of the length: what a word's hash has been multiplied by when it leaves. */
  private static final long LEAVING = power();

  private SequenceHashes() {}

  /** Hashes the sequences of a text one after the other, until one is accepted. */
  static boolean any(String text, LongPredicate accepts) {
    boolean normal = Normalizer.isNormalized(text, Normalizer.Form.NFKC);
    var plain = normal ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    var window = new long[WordSequences.LENGTH];
    long rolling = 0;
    long words = 0;
    long word = 0;
    boolean inside = false;
    for (int i = 0; i <= plain.length(); ) {
      int c = i < plain.length() ? plain.codePointAt(i) : ' ';
      i += Character.charCount(c);
      if (isOfWord(c)) {
        word = (word ^ Character.toLowerCase(Character.toUpperCase(c))) * FACTOR;
        word ^= word >>> 29;
        inside = true;
      } else if (inside) {
        int at = (int) (words % WordSequences.LENGTH);
        long hash = mix(word);
        rolling = rolling * FACTOR + hash - window[at] * LEAVING;
        window[at] = hash;
        words++;
        word = 0;
        inside = false;
        if (words >= WordSequences.LENGTH && accepts.test(stored(rolling))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOfWord(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static long stored(long rolling) {
    long hash = mix(rolling);
    return hash == 0 ? 1 : hash;
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static long power() {
    long power = 1;
    for (int i = 0; i < WordSequences.LENGTH; i++) {
      power *= FACTOR;
    }
    return power;
  }
}
