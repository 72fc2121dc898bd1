package org.counterweight.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.Assertions;

/** Holds the quick way to tell a language to the slow one. */
class LatinWordsTest {

  @Example
  void plainIsLatinAndPunctuation() {
    assertThat(LatinWords.plain("")).isTrue();
    assertThat(LatinWords.plain("\u201cNa\u00efve,\u201d she said \u2014 \u0141\u00f3d\u017a\u2026")).isTrue();
    for (var other : Set.of("\u0130", "\u00b5", "\u03a3", "\u0436", "\u4eba", "\ud83d\ude00", "e\u0301", "\u2071")) {
      assertThat(LatinWords.plain("plain " + other)).as(other).isFalse();
    }
  }

  /** The tables leave out no character that is read in another way. */
  @Example
  void eachPlainCharacterIsReadAsTheSlowWayReadsIt() {
    int plain = 0;
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      if (LatinWords.plain(String.valueOf(c))) {
        plain++;
        for (var text : new String[] {"the" + c + "and that", "the " + c + "and" + c + " that", "th" + c + " of and"}) {
          Assertions.assertThat(Language.of(text)).as("U+%04X", (int) c).isEqualTo(Language.ofAny(text));
        }
      }
    }
    assertThat(plain).isEqualTo(0x250 - 2 + 0x70);
  }

  @Property(seed = "1", tries = 20_000)
  void saysWhatTheSlowWaySays(@ForAll("texts") String text) {
    assertThat(Language.of(text)).as(text).isEqualTo(Language.ofAny(text));
  }

  @Property(seed = "1", tries = 2000)
  void saysWhatTheSlowWaySaysOfAnyText(@ForAll String text) {
    var start = text.substring(0, Math.min(text.length(), 600));
    assertThat(Language.of(text)).isEqualTo(Language.ofAny(start));
  }

  @Example
  void aWordCountsOnceHoweverOftenItStands() {
    assertThat(Language.of("the the the and THE And lamp wall")).isEqualTo("en");
    assertThat(Language.of("the the the THE The lamp wall")).isEqualTo(Language.UNCLEAR);
    assertThat(LatinWords.of("a ".repeat(300)).language()).isEqualTo(Language.UNCLEAR);
  }

  /** As many different words as fit: the set must neither fill up nor lose one. */
  @Example
  void manyDifferentWordsAreAllCounted() {
    var text = new StringBuilder("the and of ");
    for (char a = 'a'; text.length() < 590; a++) {
      for (char b = 'a'; b <= 'z' && text.length() < 590; b++) {
        text.append(a).append(b).append(' ');
      }
    }
    assertThat(Language.of(text.toString())).isEqualTo(Language.ofAny(text.toString())).isEqualTo(Language.UNCLEAR);
    var few = "the and of " + "xy zz ".repeat(90);
    assertThat(Language.of(few)).isEqualTo("en");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "the", "The", "AND", "of", "that", "que", "QUE", "una", "por", "der", "die", "das", "f\u00fcr",
            "F\u00dcR", "c'est", "C\u2019EST", "les", "\u00e9", "\u00c9", "n\u00e3o", "voc\u00ea", "nie", "si\u0119",
            "\u017ce", "bir", "\u00e7ok", "dan", "ini", "lamp", "x", "'", "''", "\u2019", " ", "  ", "\n", "-", "9",
            "https://example.com/que/una", "http://a", "://", "xhttps://the ", "\u201c", "\u2014", "\u00aa", "\u00df",
            "\u00ad", "\u0130", "\u00b5", "\u03a3", "\u0436\u0443\u043a", "\u4eba\u5de5", "\ud83d\ude00", "\ud83d",
            "e\u0301", "\u212a", " the ", " and ", " of ")
        .list()
        .ofMaxSize(24)
        .map(parts -> String.join(parts.size() % 2 == 0 ? " " : "", parts));
  }
}
