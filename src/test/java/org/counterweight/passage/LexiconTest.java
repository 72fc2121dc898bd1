package org.counterweight.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertThat(new Lexicon("a\n~b\n~~c\n~~~d\n~~~~e\n~~~~~f").terms())
        .extracting(Term::points)
        .containsExactly(60, 30, 20, 15, 12, 10);
  }

  @Test
  void anUpperCaseLetterOrAnEqualsSignBindsTheCase() {
    assertThat(new Lexicon("AI, ai, =ai").terms()).extracting(Term::cased).containsExactly(true, false, true);
  }

  @Test
  void refusesATermThatCannotBeFound() {
    assertThatThrownBy(() -> new Lexicon("robot\n\n~ --"))
        .hasMessage("Cannot read line 3 '~ --': it must start and end with a letter or digit");
    assertThatThrownBy(() -> new Lexicon("robot,"))
        .hasMessageContaining("line 1 'robot,': it holds no letter or digit");
    assertThatThrownBy(() -> new Lexicon("bot*")).hasMessageContaining("before '*' it needs at least 5 letters");
    assertThatThrownBy(() -> new Lexicon("robo* arm")).hasMessageContaining("'*' may stand at the end only");
    assertThatThrownBy(() -> new Lexicon("A.I.")).hasMessageContaining("start and end with a letter");
  }

  @Test
  void aFileOfOnesOwnAddsALanguageToTheGate(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("german.txt"), "k\u00fcnstliche intelligenz\r\nroboter*\n");
    var gate = Gate.reading(Map.of("en", Lexicon.shipped("en"), "de", Lexicon.read("de", file)));
    var german = "Die Roboter sind nicht das, was wir sind, und auch nicht wie wir.";
    assertThat(gate.reads(german)).isTrue();
    assertThat(gate.admits(german)).isTrue();
    assertThat(gate.admits("The robot and the AI.")).isTrue();
    assertThat(Gate.reading(Set.of("en")).reads(german)).isFalse();
    assertThat(gate.digest()).isNotEqualTo(Gate.reading(Set.of("en")).digest());
  }

  @Test
  void aFileThatIsNoLexiconIsRefusedByName(@TempDir Path folder) throws IOException {
    var file = folder.resolve("german.txt");
    assertThatThrownBy(() -> Lexicon.read("de", file)).hasMessage(
        "Cannot read gate lexicon " + file + ": there is no such file");
    Files.write(file, new byte[] {'r', (byte) 0xff});
    assertThatThrownBy(() -> Lexicon.read("de", file)).hasMessageContaining(file + ": it is not UTF-8");
    Files.writeString(file, "bot*");
    assertThatThrownBy(() -> Lexicon.read("de", file))
        .hasMessageStartingWith("Cannot read gate lexicon " + file + ": line 1 'bot*': ");
    for (var nothing : List.of("", "\n\n", "# only\n  # comments\n")) {
      Files.writeString(file, nothing);
      assertThatThrownBy(() -> Lexicon.read("de", file))
          .hasMessageStartingWith("Cannot read gate lexicon " + file + ": it holds no entry");
    }
    assertThatThrownBy(() -> Lexicon.read("../de", file)).hasMessageContaining("not a language code");
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
