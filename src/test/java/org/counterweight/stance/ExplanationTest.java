package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static final String TEXT = "The machine will DECEIVE\nus, and we will lose control.";

  @Test
  void namesTheNGramsThatMovedIt() {
    var explanation = Made.MODEL.explain(TEXT, 4);
    var doom = ngrams(explanation, "doom");
    assertThat(doom).hasSize(4);
    assertThat(explanation.reasons()).allSatisfy(one -> assertThat(one.contribution()).isPositive());
    assertThat(explanation.p()).isEqualTo(Made.MODEL.judge(TEXT));
    assertThat(explanation.ngrams()).isGreaterThan(15);
  }

  @Test
  void aWordWithAReasonMovesTheJudgementItsWay() {
    var doom = ngrams(Made.MODEL.explain(TEXT, 50), "doom");
    String word = doom.stream().filter(one -> one.matches("[a-z]+")).findFirst().orElseThrow();
    var plain = Made.MODEL.judge("it is so");
    var moved = Made.MODEL.judge("it is so " + word + " " + word);
    assertThat(moved.doom()).isGreaterThan(plain.doom());
  }

  @Test
  void contributionsOfAClassAreOrdered() {
    var reasons = Made.MODEL.explain(TEXT, 50).reasons().stream().filter(one -> one.towards().equals("doom")).toList();
    for (int i = 1; i < reasons.size(); i++) {
      assertThat(reasons.get(i).contribution()).isLessThanOrEqualTo(reasons.get(i - 1).contribution());
    }
  }

  @Test
  void whiteSpaceAndControlsOfTheTextDoNotReachTheTable() {
    String text = Made.MODEL.explain("machine\u0007\n\u001b[31m deceive", 9).toText();
    assertThat(text).doesNotContain("\u001b").doesNotContain("\u0007").contains("known by a hash alone");
  }

  @Test
  void textWithoutTokensHasNoReasons() {
    assertThat(Made.MODEL.explain("", 5).reasons()).isEmpty();
  }

  private static List<String> ngrams(Explanation explanation, String towards) {
    return explanation.reasons().stream()
        .filter(one -> one.towards().equals(towards))
        .map(Explanation.Reason::ngram)
        .toList();
  }
}
