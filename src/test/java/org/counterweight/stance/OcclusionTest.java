package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.counterweight.corpus.Words;
import org.junit.jupiter.api.Test;

class OcclusionTest {

  private static final Probabilities CALM = new Probabilities(10_000, 10_000, 0, 970_000, 10_000);
  private static final Probabilities GRIM = new Probabilities(900_000, 10_000, 0, 80_000, 10_000);

  /** Sees doom wherever a text has the word. */
  private static final Function<String, Probabilities> JUDGE = text -> text.contains("doomed") ? GRIM : CALM;

  @Test
  void theWordThatMovedItIsNamedWithItsPull() {
    var why = Occlusion.of("we are\n doomed, they say", JUDGE, 5);
    assertThat(why.p()).isEqualTo(GRIM);
    assertThat(why.parts()).isEqualTo(5);
    assertThat(why.reasons()).singleElement().satisfies(
        reason -> {
          assertThat(reason.towards()).isEqualTo("doom");
          assertThat(reason.part()).isEqualTo("doomed,");
          assertThat(reason.contribution()).isCloseTo(Math.log(9) + Math.log(99), within(1e-3));
        });
  }

  @Test
  void eachPartIsLeftOutOnceAndNothingElse() {
    var asked = new ArrayList<String>();
    Occlusion.of(" one  two\tthree ", text -> {
      asked.add(text);
      return CALM;
    }, 5);
    assertThat(asked).containsExactly(" one  two\tthree ", "  two\tthree ", " one\tthree ", " one  two ");
  }

  @Test
  void longTextsAreLeftOutByRunsOfWords() {
    String text = "calm ".repeat(500) + "doomed " + "calm ".repeat(499);
    var why = Occlusion.of(text, JUDGE, 3);
    assertThat(why.parts()).isBetween(Occlusion.MOST_PARTS / 2, Occlusion.MOST_PARTS);
    assertThat(why.reasons()).singleElement().satisfies(reason -> assertThat(reason.part()).contains("doomed"));
  }

  @Property(seed = "1", tries = 300)
  void partsOfAnyTextTileItsWords(@ForAll String text) {
    var asked = new ArrayList<String>();
    var why = Occlusion.of(text, one -> {
      asked.add(one);
      return CALM;
    }, 5);
    assertThat(asked).hasSize(1 + why.parts());
    assertThat(why.parts()).isLessThanOrEqualTo(Occlusion.MOST_PARTS);
    int left = asked.subList(1, asked.size()).stream().mapToInt(one -> text.length() - one.length()).sum();
    assertThat(left).isLessThanOrEqualTo(text.length());
    assertThat(why.parts() == 0).isEqualTo(Words.count(text) == 0);
  }

  @Test
  void reasonsOfAClassAreOrderedAndAtMostSoMany() {
    String text = Made.PASSAGES.get(0).text();
    var why = Occlusion.of(text, Made.ACCURATE::judge, 3);
    for (String towards : List.of("doom", "tractable", "neutral", "not_ai")) {
      var pulls = why.reasons().stream().filter(one -> one.towards().equals(towards)).toList();
      assertThat(pulls).hasSizeLessThanOrEqualTo(3);
      assertThat(pulls).isSortedAccordingTo((a, b) -> Double.compare(b.contribution(), a.contribution()));
      assertThat(pulls).allSatisfy(one -> assertThat(one.contribution()).isPositive());
    }
  }

  @Test
  void theCascadeExplainsByTheModelThatJudges() {
    int handedOn = 0;
    for (var one : Made.PASSAGES) {
      boolean passes = Made.CASCADE.header().passes(Made.MODEL.judge(one.text()));
      handedOn += passes ? 1 : 0;
      assertThat(Made.CASCADE.explained(one.text(), 2))
          .startsWith("Judged by " + (passes ? "accurate" : "fast") + ": ")
          .endsWith((passes ? Made.ACCURATE : Made.MODEL).explained(one.text(), 2));
    }
    assertThat(handedOn).isPositive();
  }

  @Test
  void whiteSpaceAndControlsOfTheTextDoNotReachTheTable() {
    String table = Occlusion.of("calm\u0007\n\u001b[31m doomed\u001b[0m", JUDGE, 9).toText();
    assertThat(table).doesNotContain("\u001b").doesNotContain("\u0007").contains("doomed").contains("left out");
  }

  @Test
  void aTextWithoutWordsHasNoReasons() {
    assertThat(Occlusion.of(" \n", JUDGE, 5).reasons()).isEmpty();
    assertThat(Made.ACCURATE.explained("", 5)).startsWith("not_ai");
  }
}
