package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Holds the table of letters to its rule, character by character: models that are shipped depend on each of them. */
class LettersTest {

  @Test
  void everyCharacterIsFoldedByTheRule() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      assertThat(Letters.fold((char) c)).as("U+%04X", c).isEqualTo(rule((char) c));
    }
  }

  private static int rule(char c) {
    if (c < 0x80) {
      return c >= '0' && c <= '9' ? '0' : Character.isLetter(c) ? Character.toLowerCase(c) : 0;
    }
    if (c < 0xc0 || c == '\u00d7' || c == '\u00f7') {
      return 0;
    }
    if (c < 0x530) {
      return Character.toLowerCase(c);
    }
    boolean none =
        c == '\u1680'
            || between(c, 0x1fff, 0x2bff)
            || between(c, 0x3000, 0x3004)
            || between(c, 0xd800, 0xf8ff)
            || between(c, 0xfe00, 0xfe6f)
            || c == '\ufeff'
            || between(c, 0xff01, 0xff0f)
            || between(c, 0xfff1, 0xffff);
    return none ? 0 : c;
  }

  private static boolean between(char c, int first, int last) {
    return c >= first && c <= last;
  }

  /** One number for all of them, so that no Java version changes a judgement unseen. */
  @Test
  void theTableIsTheOneThatModelsWereTrainedWith() {
    long all = 0;
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      all = all * 31 + Letters.fold((char) c);
    }
    assertThat(all).isEqualTo(-645412670458896761L);
  }
}
