package org.counterweight.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NormalWordsTest {

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    NormalWords.each(text, (utf8, length) -> words.add(new String(utf8, 0, length, StandardCharsets.UTF_8)));
    return words;
  }

  @Test
  void areLettersAndDigitsInLowerCase() {
    assertThat(words("  The AI's GPT-4 \u201cdoesn\u2019t\u201d\n\u2014care_less!")).containsExactly(
        "the", "ai", "s", "gpt", "4", "doesn", "t", "care", "less");
    assertThat(words("\u00c9MILE na\u00efve \u0416\u0423\u041a \ud801\udc00")).containsExactly(
        "\u00e9mile", "na\u00efve", "\u0436\u0443\u043a", "\ud801\udc28");
  }

  @Test
  void anIdeographIsAWordAndACombiningMarkIsNone() {
    assertThat(words("ai\u4eba\u5de5 \ud840\udc00x")).containsExactly("ai", "\u4eba", "\u5de5", "\ud840\udc00", "x");
    assertThat(words("cafe\u0301s")).containsExactly("cafes");
  }

  @Test
  void textWithoutLettersHasNone() {
    assertThat(words("")).isEmpty();
    assertThat(words("\ud83d\ude00 ... \ud83d \udc00 \u0000\uffff")).isEmpty();
  }

  @Test
  void aWordMayBeVeryLong() {
    assertThat(words("x".repeat(100_000))).containsExactly("x".repeat(100_000));
  }

  @Property
  void theirOwnWordsAreTheSameAgain(@ForAll String text) {
    var words = words(text);
    assertThat(words(String.join(" ", words))).isEqualTo(words);
    assertThat(String.join("", words)).doesNotContain(" ", "\ufffd");
  }
}
