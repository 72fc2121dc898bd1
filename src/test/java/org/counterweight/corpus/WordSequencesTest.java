package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WordSequencesTest {

  /** Few words, so that sequences are shared by chance. */
  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.of("a", "b").list().ofMaxSize(40);
  }

  private static Set<List<String>> sequences(List<String> words) {
    var sequences = new HashSet<List<String>>();
    for (int i = 0; i + WordSequences.LENGTH <= words.size(); i++) {
      sequences.add(words.subList(i, i + WordSequences.LENGTH));
    }
    return sequences;
  }

  private static WordSequences of(String... texts) {
    var builder = WordSequences.builder();
    for (var text : texts) {
      builder.add(text);
    }
    return builder.build();
  }

  @Property(seed = "1")
  void theSetIsThatOfTheSequencesThemselves(
      @ForAll("words") List<String> one, @ForAll("words") List<String> other) {
    var set = of(String.join(" ", one));
    assertThat(set.size()).isEqualTo(sequences(one).size());
    assertThat(set.sharedWith(String.join(" ", other)))
        .isEqualTo(!Collections.disjoint(sequences(one), sequences(other)));
  }

  @Property(seed = "1")
  void thirteenWordsAreFoundAnywhereAndTwelveAreNot(
      @ForAll @IntRange(max = 30) int before,
      @ForAll @IntRange(max = 30) int after,
      @ForAll @IntRange(max = 17) int at) {
    var text = numbered("e", 30);
    var around = numbered("x", before) + " " + String.join(" ", List.of(text.split(" ")).subList(at, at + 13)) + " "
        + numbered("y", after);
    assertThat(of(text).sharedWith(around)).isTrue();
    assertThat(of(text).sharedWith(around.replace("e" + at + " ", "z "))).isFalse();
  }

  private static String numbered(String name, int count) {
    var words = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      words.add(name + i);
    }
    return String.join(" ", words);
  }

  @Test
  void caseSignsSpacesAndWaysOfWritingALetterDoNotMatter() {
    var text = "The caf\u00e9's No. 1 rule: an AI must say when it isn't sure, always and everywhere!";
    var set = of(text);
    for (var same :
        List.of(
            text.toUpperCase(java.util.Locale.ROOT),
            text.replace("\u00e9", "e\u0301"),
            text.replace(" ", "\u00a0\n* ").replace(",", " --"),
            "\ud835\udc13he" + text.substring(3))) {
      assertThat(set.sharedWith(same)).as(same).isTrue();
    }
    assertThat(set.sharedWith(text.replace("AI", "IA"))).isFalse();
  }

  @Test
  void theDigestIsThatOfTheSetWhateverTheOrder() {
    var one = numbered("a", 40);
    var two = numbered("b", 40);
    assertThat(of(one, two).digest()).isEqualTo(of(two, one, two).digest()).isNotEqualTo(of(one).digest());
    assertThat(WordSequences.NONE.sharedWith(one)).isFalse();
    assertThat(WordSequences.NONE.size()).isZero();
  }

  @Test
  void setsSentTwiceToAJvmShareOneTable() throws Exception {
    var set = of(numbered("sent", 100));
    var first = sent(set);
    assertThat(sent(set)).isSameAs(first);
    assertThat(first.digest()).isEqualTo(set.digest());
    assertThat(first.sharedWith(numbered("sent", 20))).isTrue();
    assertThat(sent(of(numbered("other", 100))).sharedWith(numbered("sent", 20))).isFalse();
  }

  private static WordSequences sent(WordSequences set) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(set);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (WordSequences) in.readObject();
    }
  }

  @Test
  void shortTextsAreCountedAndTooManySequencesRefused() {
    var builder = WordSequences.builder().add(numbered("a", 12)).add("").add(numbered("a", 13));
    assertThat(builder.texts()).isEqualTo(3);
    assertThat(builder.shortTexts()).isEqualTo(2);
    var full = WordSequences.builder();
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 90; i++) {
                full.add(numbered(i + "n", 100_000));
              }
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than 8,388,608 different sequences");
  }
}
