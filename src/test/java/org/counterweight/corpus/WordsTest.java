package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final int[] SPACES = {
    0x9, 0xa, 0xb, 0xc, 0xd, 0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004,
    0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000
  };

  @Test
  void exactlyTheListedCharactersAreSpace() {
    assertThat(java.util.stream.IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(Words::isSpace).toArray())
        .containsExactly(SPACES);
  }

  @Test
  void countsRunsBetweenSpaces() {
    assertThat(Words.count("")).isZero();
    assertThat(Words.count(" \n\u3000")).isZero();
    assertThat(Words.count("one")).isEqualTo(1);
    assertThat(Words.count("  one\u00a0two\u2028three ")).isEqualTo(3);
    assertThat(Words.count("zero\u200bwidth joins")).isEqualTo(2);
  }

  @Property(seed = "1")
  void aSpaceBetweenTextsAddsTheirWords(@ForAll String left, @ForAll String right) {
    assertThat(Words.count(left + " " + right)).isEqualTo(Words.count(left) + Words.count(right));
  }
}
