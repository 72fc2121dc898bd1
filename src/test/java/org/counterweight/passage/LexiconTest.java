package org.counterweight.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LexiconTest {

  @Test
  void commentsAndEmptyLinesAreNoTerms() {
    assertThat(new Lexicon("# robot\n\n  # AI\n").terms()).isEmpty();
  }

  @Test
  void spellingsOfALineAreOneEntry() {
    var terms = new Lexicon("# first\nrobot, robots").terms();
    assertThat(terms).extracting(Term::entry).containsExactly(1, 1);
    assertThat(terms).extracting(Term::points).containsOnly(Lexicon.ENOUGH);
  }

  @Test
  void tildesWeaken() {
    assertThat(new Lexicon("a\n~b\n~~c\n~~~d\n~~~~e\n~~~~~f").terms()).extracting(Term::points).containsExactly(60, 30, 20, 15, 12, 10);
  }

  @Test
  void anUpperCaseLetterOrAnEqualsSignBindsTheCase() {
    assertThat(new Lexicon("AI, ai, =ai").terms()).extracting(Term::cased).containsExactly(true, false, true);
  }

  @Test
  void refusesATermThatCannotBeFound() {
    assertThatThrownBy(() -> new Lexicon("robot\n\n~ --"))
        .hasMessage("Cannot read gate lexicon, line 3 '~ --': it must start and end with a letter or digit");
    assertThatThrownBy(() -> new Lexicon("robot,"))
        .hasMessageContaining("line 1 'robot,': it holds no letter or digit");
    assertThatThrownBy(() -> new Lexicon("bot*")).hasMessageContaining("before '*' it needs at least 5 letters");
    assertThatThrownBy(() -> new Lexicon("robo* arm")).hasMessageContaining("'*' may stand at the end only");
    assertThatThrownBy(() -> new Lexicon("A.I.")).hasMessageContaining("start and end with a letter");
  }

  @Test
  void shipsEnglishAndNamesWhatItDoesNotShip() {
    assertThat(Lexicon.shipped("en").terms()).hasSizeGreaterThan(300);
    assertThatThrownBy(() -> Lexicon.shipped("tlh")).hasMessageContaining("'tlh': only en ships");
    assertThatThrownBy(() -> Lexicon.shipped("../en")).hasMessageContaining("not a language code");
  }

  @Test
  void twoLexiconsHoldTheTermsOfBoth() {
    var both = new Lexicon("robot").plus(new Lexicon("~roboter\nKI"));
    assertThat(both.terms()).extracting(Term::anchorToken).containsExactly("robot", "roboter", "KI");
    assertThat(both.terms()).extracting(Term::entry).containsExactly(0, 1, 2);
  }
}
