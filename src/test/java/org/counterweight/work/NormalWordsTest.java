package org.counterweight.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NormalWordsTest {

  private static List<Long> hashes(String text) {
    var hashes = new ArrayList<Long>();
    NormalWords.each(text, hashes::add);
    return hashes;
  }

  private static long hash(String word) {
    assertThat(hashes(word)).as(word).hasSize(1);
    return hashes(word).get(0);
  }

  /** Checks which words a text has; the words given hold no separators. */
  private static void assertWords(String text, String... words) {
    var expected = new ArrayList<Long>();
    for (var word : words) {
      expected.add(hash(word));
    }
    assertThat(hashes(text)).as(text).isEqualTo(expected);
    assertThat(new HashSet<>(expected)).hasSize(new HashSet<>(List.of(words)).size());
  }

  /** The definition, word by word and code point by code point, without tables. */
  private static List<String> slowly(String text) {
    var marked = new StringBuilder();
    text.codePoints().forEach(c -> {
      if (Character.isIdeographic(c)) {
        marked.append(' ').appendCodePoint(c).append(' ');
      } else if (Character.isLetterOrDigit(c)) {
        marked.appendCodePoint(Character.toLowerCase(c));
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        marked.append(' ');
      }
    });
    var words = new ArrayList<String>();
    for (var word : marked.toString().split(" ")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  @Test
  void areLettersAndDigitsInLowerCase() {
    assertWords(
        "  The AI's GPT-4 \u201cdoesn\u2019t\u201d\n\u2014care_less!",
        "the", "ai", "s", "gpt", "4", "doesn", "t", "care", "less");
    assertWords(
        "\u00c9MILE na\u00efve \u0416\u0423\u041a \ud801\udc00",
        "\u00e9mile", "na\u00efve", "\u0436\u0443\u043a", "\ud801\udc28");
  }

  @Test
  void anIdeographIsAWordAndACombiningMarkIsNone() {
    assertWords("ai\u4eba\u5de5 \ud840\udc00x", "ai", "\u4eba", "\u5de5", "\ud840\udc00", "x");
    assertWords("cafe\u0301s", "cafes");
    assertWords("\u0301 a \u0301", "a");
  }

  @Test
  void textWithoutLettersHasNone() {
    assertThat(hashes("")).isEmpty();
    assertThat(hashes("\ud83d\ude00 ... \ud83d \udc00 \u0000\uffff")).isEmpty();
  }

  @Test
  void aWordMayBeVeryLong() {
    assertThat(hashes("x".repeat(100_000))).hasSize(1).isNotEqualTo(hashes("x".repeat(100_001)));
  }

  @Property(seed = "1", tries = 5000)
  void areThoseOfTheDefinition(@ForAll("texts") String text) {
    var words = slowly(text);
    assertWords(text, words.toArray(String[]::new));
    assertThat(hashes(String.join(" ", words))).isEqualTo(hashes(text));
  }

  @Property(seed = "1")
  void areThoseOfTheDefinitionInAnyText(@ForAll String text) {
    assertWords(text, slowly(text).toArray(String[]::new));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "a", "B", "9", "ai", "AI", " ", "-", "'", "\u0301", "\u00c9", "\u0130", "\u03a3", "\u212a", "\u4eba",
            "\u3007", "\u30a2", "\u0e01", "\u0e34", "\ud801\udc00", "\ud840\udc00", "\ud83d\ude00", "\ud83d", "\udc00",
            "\u0661", "\u00df", "\ufb01", "\u200d", "\u00ad", "\u2160")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  /** What the hash claims of short words, over all of one kind, and of a million longer ones. */
  @Test
  void differentWordsHashDifferently() {
    var hashes = new HashSet<Long>();
    for (char a = 'a'; a <= 'z'; a++) {
      for (char b = 'a'; b <= 'z'; b++) {
        for (char c = 'a'; c <= 'z'; c++) {
          hashes.add(hashes("" + a + b + c).get(0));
        }
      }
    }
    int more = 500_000;
    for (int i = 0; i < more; i++) {
      hashes.add(hashes("word" + i).get(0));
    }
    assertThat(hashes).hasSize(26 * 26 * 26 + more);
  }

  /** Each bit of the hash is set in half of the words, and moved by half of the changes of one letter. */
  @Test
  void everyBitIsAsGoodAsRandom() {
    int words = 20_000;
    var set = new int[Long.SIZE];
    var moved = new int[Long.SIZE];
    for (int i = 0; i < words; i++) {
      long hash = hashes("w" + i + "x").get(0);
      long changed = hash ^ hashes("w" + i + "y").get(0);
      for (int bit = 0; bit < Long.SIZE; bit++) {
        set[bit] += (int) (hash >>> bit & 1);
        moved[bit] += (int) (changed >>> bit & 1);
      }
    }
    for (int bit = 0; bit < Long.SIZE; bit++) {
      assertThat(set[bit]).as("bit " + bit).isBetween(words / 2 - 500, words / 2 + 500);
      assertThat(moved[bit]).as("moves of bit " + bit).isBetween(words / 2 - 500, words / 2 + 500);
    }
  }
}
