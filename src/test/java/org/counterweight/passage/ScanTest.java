package org.counterweight.passage;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.counterweight.corpus.Words;

class ScanTest {

  private static final Gate GATE =
      Gate.of(new Lexicon("AI\nA.I\nartificial intelligence\nrobot*\n~bot\n~oversight\n~~model"));

  @Example
  void countsTheWordsThatAreSeen() {
    assertThat(GATE.scan("one two\u00a0three\n")).isEqualTo(new Scan(3, false));
    assertThat(GATE.scan("<p>one</p><p class='x'>two AI")).isEqualTo(new Scan(3, true));
    assertThat(GATE.scan("")).isEqualTo(new Scan(0, false));
  }

  @Example
  void seesThroughMarkup() {
    assertThat(GATE.scan("<p>artificial&nbsp;intelligence").admitted()).isTrue();
    assertThat(GATE.scan("<p>A<b>I</b>").admitted()).isTrue();
    assertThat(GATE.scan("&#65;I <br>").admitted()).isTrue();
    assertThat(GATE.scan("<a href='AI'>lamp</a>").admitted()).isFalse();
  }

  @Example
  void weakTermsOfDifferentPassagesSayPerhaps() {
    var text = "bot " + "word ".repeat(80) + "\n\noversight " + "word ".repeat(80);
    assertThat(GATE.scan(text).admitted()).isTrue();
    assertThat(Segmenter.segment(text)).hasSize(2).noneMatch(passage -> GATE.admits(passage.text()));
  }

  @Property(seed = "1", tries = 5000)
  void neverSaysNoWhereAPassageIsAdmitted(@ForAll("documents") String text) {
    var scan = GATE.scan(text);
    for (var passage : Segmenter.segment(text)) {
      if (GATE.admits(passage.text())) {
        assertThat(scan.admitted()).as(passage.text()).isTrue();
      }
    }
  }

  @Property(seed = "1", tries = 2000)
  void holdsAsManyWordsAsThePassages(@ForAll("documents") String text) {
    int words = Segmenter.segment(text).stream().mapToInt(Passage::words).sum();
    assertThat(GATE.scan(text).words()).isEqualTo(words).isEqualTo(Words.count(MarkupView.of(text).text()));
  }

  @Property(seed = "1", tries = 2000)
  void aShortTextIsAdmittedAsAWholeIfScanned(@ForAll("documents") String text) {
    var whole = Segmenter.whole(text);
    if (whole.size() == 1) {
      assertThat(GATE.admits(whole.get(0).text())).isEqualTo(GATE.scan(text).admitted());
    }
  }

  @Provide
  Arbitrary<String> documents() {
    var parts =
        Arbitraries.of(
            "AI", "A", "I", "A.I", "A.", "artificial", "intelligence", "Artificial", "robot", "robots", "bot",
            "model", "oversight", " ", "-", "'", "\n", "\n\n", "\u00a0", "<b>", "</b>", "<p>", "</p>", "<br>", "<", ">",
            "&nbsp;", "&#65;", "&#x49;", "&shy;", "&", ".", ". ", "x", "_", "\u4eba", "\u00e9", "\ud83e\udd16",
            "word ".repeat(62), "word ".repeat(460));
    return parts.list().ofMaxSize(18).map(list -> String.join("", list));
  }
}
