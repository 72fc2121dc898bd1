package org.counterweight.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.counterweight.config.Value.Kind;
import org.counterweight.config.Value.Mapping;
import org.counterweight.config.Value.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

  private final Problems problems = new Problems();

  @Test
  void keepsLineAndColumnOfKeysAndValues() {
    var root = (Mapping) read("a: 1\nb:\n    c:   x\n").orElseThrow();
    var b = root.entries().get(1);
    var c = ((Mapping) b.value()).entries().get(0);

    assertThat(b.at()).isEqualTo(new Origin(Layer.FILE, 2, 1));
    assertThat(c.at()).isEqualTo(new Origin(Layer.FILE, 3, 5));
    assertThat(c.value().at()).isEqualTo(new Origin(Layer.FILE, 3, 10));
  }

  @ParameterizedTest
  @CsvSource({
    "null, NULL", "~, NULL", "true, BOOLEAN", "False, BOOLEAN", "no, TEXT", "on, TEXT", "Yes, TEXT", "12, NUMBER",
    "1e3, NUMBER", "-0.5, NUMBER", ".5, NUMBER", "1%, TEXT", "32MiB, TEXT", "2016-08-01, TEXT", "1:30, TEXT",
    "012, NUMBER", "'\"1\"', TEXT", "1_000, TEXT"
  })
  void scalarsAreWhatTheCoreSchemaSays(String yaml, Kind kind) {
    assertThat(read(yaml)).get().extracting(value -> ((Scalar) value).kind()).isEqualTo(kind);
  }

  @Test
  void anchorsAndAliasesAreRefusedBeforeTheyGrow() {
    var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 40; i++) {
      var alias = "*a" + (i - 1);
      bomb.append("a").append(i).append(": &a").append(i).append(" [")
          .append(String.join(", ", List.of(alias, alias, alias, alias, alias, alias))).append("]\n");
    }

    assertThat(read(bomb.toString())).isEmpty();
    assertThat(problems.messages())
        .containsExactly("line 1, column 5: anchors (&) and aliases (*) are not supported; write the value out");
  }

  @Test
  void aRecursiveValueIsRefused() {
    assertThat(read("a: &a [*a]")).isEmpty();
    assertThat(problems.messages()).singleElement().asString().contains("not supported");
  }

  @ParameterizedTest
  @CsvSource({
    "'seed: !!javax.script.ScriptEngineManager [x]', tags (!) are not supported",
    "'seed: !!java.net.URL \"http://localhost/\"', tags (!) are not supported",
    "'seed: !ENV {a: b}', tags (!) are not supported",
    "'seed: !!int 1', tags (!) are not supported",
    "'--- \nseed: 1\n--- \nseed: 2\n', a second document starts here",
    "'a: [b', expected"
  })
  void whatIsNotPlainYamlIsRefused(String yaml, String why) {
    assertThat(read(yaml)).isEmpty();
    assertThat(problems.messages()).singleElement().asString().startsWith("line ").contains(why);
  }

  @Test
  void aTabThatIndentsIsNamed() {
    assertThat(read("plan:\n\tfloor: 1\n")).isEmpty();
    assertThat(problems.messages()).singleElement().asString().startsWith("line 2").contains("use spaces");
  }

  @Test
  void endlessNestingIsRefused() {
    assertThat(read("[".repeat(500_000))).isEmpty();
    assertThat(read("{a: ".repeat(200_000))).isEmpty();
    assertThat(read("- ".repeat(200_000))).isEmpty();
    assertThat(problems.messages()).isNotEmpty().allMatch(message -> message.contains("nested deeper than 16"));
  }

  @Test
  void aKeyThatIsAListIsRefused() {
    read("[a, b]: 1");
    assertThat(problems.messages()).containsExactly("line 1: a key must be a word, not a list or mapping");
  }

  @Test
  void controlCharactersAreRefusedWithoutBeingPrinted() {
    assertThat(read("a: \u0001\u001b[2J")).isEmpty();
    assertThat(problems.messages()).singleElement().asString().doesNotContain("\u001b").doesNotContain("\u0001");
  }

  @Property(seed = "1", tries = 2000)
  void noTextBreaksTheReader(
      @ForAll @StringLength(max = 40) @Chars({'a', ':', ' ', '\n', '-', '[', ']', '{', '}', ',', '"', '\'', '#', '&',
          '*', '!', '|', '>', '%', '@', '?', '\t', '<', '.', '1', '\\', '\r', '\u0085', '\ufeff'}) String text) {
    var found = new Problems();

    var value = YamlReader.read(text, Layer.FILE, found);

    value.ifPresent(read -> assertThat(read.at().layer()).isEqualTo(Layer.FILE));
    assertThat(found.messages()).allMatch(message -> message.codePoints().noneMatch(Character::isISOControl));
  }

  private Optional<Value> read(String yaml) {
    return YamlReader.read(yaml, Layer.FILE, problems);
  }
}
