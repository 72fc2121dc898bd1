package org.counterweight.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.counterweight.corpus.Words;

class PassTest {

  private static final Stems STEMS =
      new Stems(new Lexicon("AI\nA.I\nz\nred team*\nartificial mind\nrobot*\nthe bot\nself driving").terms());

  /** The same lexicon as a regular expression, which is slower by far. */
  private static final Pattern SAME =
      Pattern.compile(
          "(?<![A-Za-z0-9]['\u2019])(?<![A-Za-z0-9])(AI|A\\.I)(?![A-Za-z0-9])"
              + "|(?i:(?<![a-z0-9])(z(?![a-z0-9])|red[\\s'\u2019-]*(?<![a-z0-9])team|robot"
              + "|artificial[\\s'\u2019-]+mind(?![a-z0-9])"
              + "|the[\\s'\u2019-]+bot(?![a-z0-9])|self[\\s'\u2019-]+driving(?![a-z0-9])))");

  @Property(seed = "1", tries = 20_000)
  void findsWhatARegularExpressionWould(@ForAll("texts") String text) {
    assertThat(new Pass(text, STEMS, Pass.WHOLE).scan().admitted()).as(text).isEqualTo(SAME.matcher(text).find());
  }

  @Property(seed = "1", tries = 5000)
  void countsWordsAsEverywhere(@ForAll String text) {
    assertThat(new Pass(text, STEMS, Pass.WHOLE).scan().words()).isEqualTo(Words.count(text));
  }

  /** The loop's speed hangs on this: a stem that is met everywhere costs every document. */
  @Example
  void commonWordsAreRarelyLookedAt() {
    var stems = new Stems(Lexicon.shipped("en").terms());
    int looks = 0;
    for (var word : "the of and a to in is you that it he was for on are".split(" ")) {
      int window = 0;
      for (char c : (word + " ").toCharArray()) {
        window = Stems.slide(window, Script.code(c));
        looks += stems.may(window) ? 1 : 0;
      }
    }
    assertThat(looks).isLessThanOrEqualTo(1);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "AI", "A", "I", ".", "z", "Z", "red", "team", "teams", "artificial", "Mind", "mind", "robot", "robots",
            "the", "bot", "self", "driving", " ", "  ", "\n", "-", "'", "\u2019", "i", "a", "o", "9", "/",
            "the ", "reds")
        .list()
        .ofMaxSize(8)
        .map(list -> String.join("", list));
  }
}
