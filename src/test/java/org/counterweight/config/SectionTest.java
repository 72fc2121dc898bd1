package org.counterweight.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.counterweight.config.Value.Mapping;
import org.junit.jupiter.api.Test;

class SectionTest {

  private final Problems problems = new Problems();

  @Test
  void aDefaultStandsInForAValueThatDoesNotFit() {
    var section = section("a: {x: 1, y: 2}", "a: {x: wrong, y: 3}").section("a");

    assertThat(section.read("x", Numbers.whole(0, 9))).isEqualTo(1);
    assertThat(section.read("y", Numbers.whole(0, 9))).isEqualTo(3);
    assertThat(problems.messages())
        .containsExactly("a.x (line 1): expected a whole number from 0 to 9, found the text \"wrong\"");
  }

  @Test
  void anItemOfAListIsNamedByItsOwnLine() {
    var section = section("a: [0]", "a:\n  - 1\n  - x\n");

    section.read("a", Numbers.whole(0, 9).list());
    assertThat(problems.messages()).singleElement().asString().startsWith("a (line 3): expected a whole number");
  }

  @Test
  void aBrokenRuleOverSeveralKeysIsAProblem() {
    var section = section("x: 1", "x: 2");

    assertThat(section.<String>build(SectionTest::refuse, "otherwise")).isEqualTo("otherwise");
    assertThat(problems.messages()).containsExactly("x and y clash");
  }

  @Test
  void aRuleBrokenByAStandInIsNot() {
    var section = section("x: 1", "x: wrong");

    section.read("x", Numbers.whole(0, 9));
    section.build(SectionTest::refuse, "otherwise");
    assertThat(problems.messages()).hasSize(1).noneMatch(message -> message.contains("clash"));
  }

  @Test
  void aProblemElsewhereDoesNotHideABrokenRule() {
    var root = section("a: {x: 1}\nb: {y: 1}", "a: {x: wrong}");

    root.section("a").read("x", Numbers.whole(0, 9));
    root.section("b").build(SectionTest::refuse, "otherwise");
    assertThat(problems.messages()).hasSize(2);
  }

  @Test
  void onlyShippedKeysCanBeRead() {
    assertThatThrownBy(() -> section("a: 1", "").read("b", Forms.text())).hasMessageContaining("Cannot read key b");
  }

  @Test
  void aShippedDefaultThatDoesNotFitIsOurMistake() {
    assertThatThrownBy(() -> section("a: 1", "").read("a", Forms.text()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Cannot use the shipped default of a: expected text");
  }

  @Test
  void remembersWhatWasReadInOneSpelling() {
    var section = section("a: 1%\nb: {}\nc: null\nd: x", "b: {z: 1, y: 2}");

    section.read("a", Numbers.share());
    section.read("b", Numbers.positive().mapping());
    section.read("c", Forms.text().orNull());
    section.read("d", Forms.text().oneOrMore());
    assertThat(section.canonical())
        .isEqualTo(Map.of("a", "0.01", "b", "{\"y\": 2.0, \"z\": 1.0}", "c", "null", "d", "[\"x\"]"));
  }

  private static String refuse() {
    throw new IllegalArgumentException("x and y clash");
  }

  private Section section(String shipped, String user) {
    var known = new KnownKeys((Mapping) YamlReader.read(shipped, Layer.DEFAULTS, problems).orElseThrow());
    var settings =
        YamlReader.read(user, Layer.FILE, problems)
            .map(value -> known.settings((Mapping) value, problems))
            .orElse(List.of());
    return new Section(known.defaults().with(settings), known.defaults(), problems);
  }
}
